"""Are the caches what the decisions amount to? All of them can be derived anew with `Store.rebuild_states`."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from db import state_cache, tables, tallies
from db.decisions import said_of, state_of, touched


def wrong(connection: Connection) -> Iterator[str]:
    """A sentence for each state, place in a queue, count and last word that is not as it should be."""
    known = touched(connection)
    yield from _states(connection, known)
    yield from _said(connection, known)
    yield from state_cache.wrong(connection)
    yield from tallies.wrong(connection)


def _states(connection: Connection, known: set[int]) -> Iterator[str]:
    """The cached state of each claim is what its decisions amount to."""
    claim, cached = tables.claim.c, tables.claim_state.c
    chosen = select(claim.id, claim.public_id, cached.state, cached.corrected)
    rows = connection.execute(chosen.outerjoin(tables.claim_state, cached.claim == claim.id).order_by(claim.id)).all()
    for row, public_id, state, corrected in rows:
        derived, word = state_of(connection, row) if row in known else ("open", None)
        if derived != state:
            yield f"claim {public_id} is kept as {state}, its decisions make it {derived}"
        elif word != corrected:
            yield f"claim {public_id} is kept with another correction than its decisions give it"


def _said(connection: Connection, known: set[int]) -> Iterator[str]:
    table = tables.said.c
    kept: dict[int, dict[int, str]] = {}
    for claim, reviewer, verdict in connection.execute(select(table.claim, table.reviewer, table.verdict)):
        kept.setdefault(claim, {})[reviewer] = verdict
    for claim in sorted(known | kept.keys()):
        if kept.get(claim, {}) != said_of(connection, claim):
            yield f"what reviewers said last of claim {_name(connection, claim)} is not kept as they said it"


def _name(connection: Connection, claim: int) -> str:
    table = tables.claim.c
    return str(connection.execute(select(table.public_id).where(table.id == claim)).scalar())
