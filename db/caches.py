"""Are the caches what the decisions amount to? All of them can be derived anew with `Store.rebuild_states`."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from db import state_cache, tables, tallies
from db.derived import derived
from db.states import State

Known = dict[int, tuple[State | None, str | None, dict[int, str]]]
OPEN: tuple[State, None, dict[int, str]] = ("open", None, {})


def wrong(connection: Connection) -> Iterator[str]:
    """A sentence for each state, place in a queue, count and last word that is not as it should be."""
    known = {row: (state, corrected, said) for row, state, corrected, said in derived(connection)}
    yield from _states(connection, known)
    yield from _said(connection, known)
    yield from state_cache.wrong(connection)
    yield from tallies.wrong(connection)


def _states(connection: Connection, known: Known) -> Iterator[str]:
    """The cached state of each claim is what its decisions amount to."""
    claim, cached = tables.claim.c, tables.claim_state.c
    chosen = select(claim.id, claim.public_id, cached.state, cached.corrected)
    rows = connection.execute(chosen.outerjoin(tables.claim_state, cached.claim == claim.id).order_by(claim.id))
    for row, public_id, state, corrected in rows:
        true, word, _ = known.get(row, OPEN)
        if true != state:
            yield f"claim {public_id} is kept as {state}, its decisions make it {true}"
        elif word != corrected:
            yield f"claim {public_id} is kept with another correction than its decisions give it"


def _said(connection: Connection, known: Known) -> Iterator[str]:
    table = tables.said.c
    kept: dict[int, dict[int, str]] = {}
    for claim, reviewer, verdict in connection.execute(select(table.claim, table.reviewer, table.verdict)):
        kept.setdefault(claim, {})[reviewer] = verdict
    for claim in sorted(known.keys() | kept.keys()):
        if kept.get(claim, {}) != known.get(claim, OPEN)[2]:
            yield f"what reviewers said last of claim {_name(connection, claim)} is not kept as they said it"


def _name(connection: Connection, claim: int) -> str:
    table = tables.claim.c
    return str(connection.execute(select(table.public_id).where(table.id == claim)).scalar())
