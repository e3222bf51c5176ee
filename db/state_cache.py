"""The state of each claim, kept beside what a reviewer's queue asks for; all of it can be derived anew.

`position` orders claims as the documents and their texts do. `urgency` orders them as they are most useful to look at:
the least confident first, a figure that a run found several times for one event of its document
a little earlier each time.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    Connection,
    Integer,
    Select,
    bindparam,
    case,
    cast,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)

from db import tables, tallies
from db.driver import many
from db.prepared import CLAIM, REVIEWER, Row
from db.states import State

LONGEST = 200  # characters of a name that a queue can be filtered by: PostgreSQL's indexes take no long ones
REPEAT = 50  # thousandths of confidence that each repetition is worth
REPEATS = 5  # so many times are counted


def open_all(connection: Connection, document: int, first: int, claims: Sequence[Row]) -> None:
    """These claims of a document, written just now in rows one behind the other from this one on, are open.

    As `_queued` has them, but without reading them back, which took as long as writing them.
    """
    alike = Counter(map(_SAME, claims))
    many(connection, tables.claim_state, tuple(_names()), [
        (row, "open", document * tallies.SPAN + claim[_START],
         int(claim[_CONFIDENCE] * 1000 + 0.5) - REPEAT * _again(claim, alike), claim[_EVENT], claim[_RULE],
         claim[_SOURCE][:LONGEST], claim[_PLACE] and claim[_PLACE][:LONGEST], claim[_CONFIDENCE])
        for row, claim in enumerate(claims, first)
    ])
    tallies.opened(connection, document, Counter(claim[_EVENT] for claim in claims))


_START, _EVENT, _RULE, _SOURCE, _PLACE, _CONFIDENCE = map(
    CLAIM.index, ("start", "event", "rule", "source_name", "place", "confidence"))
_SAME = itemgetter(*map(CLAIM.index, ("event", "low", "high", "vague", "unit")))


def _again(claim: Row, alike: Counter[Any]) -> int:
    """How often the run found the figure beside this one; what a person found has no other."""
    return 0 if claim[_RULE] == REVIEWER else min(alike[_SAME(claim)], REPEATS) - 1


def put(connection: Connection, claim: int, state: State, corrected: str | None) -> None:
    """The claim in this row is in this state now."""
    table = tables.claim_state
    before = _there(connection, claim)
    if before is None:
        _insert(connection, _one(connection, claim))
        before = _there(connection, claim)
        assert before is not None
        tallies.moved(connection, before.event, before.position, None, before.state)
    connection.execute(update(table).where(table.c.claim == claim).values(state=state, corrected=corrected))
    tallies.moved(connection, before.event, before.position, before.state, state)


def drop(connection: Connection, claim: int) -> None:
    """The claim in this row is shown no more: it is another one now, or none."""
    before = _there(connection, claim)
    if before is not None:
        connection.execute(delete(tables.claim_state).where(tables.claim_state.c.claim == claim))
        tallies.moved(connection, before.event, before.position, before.state, None)


def reset(connection: Connection) -> None:
    """Every claim is open; nothing is counted yet."""
    connection.execute(delete(tables.claim_state))
    _insert(connection, _queued())


def write(connection: Connection, states: Iterable[tuple[int, State | None, str | None]]) -> None:
    """Claims that are open are in these states, None for one that is shown no more; nothing is counted."""
    table, found = tables.claim_state, list(states)
    here = table.c.claim == bindparam("of")
    shown = [{"of": row, "now": state, "so": corrected} for row, state, corrected in found if state]
    if shown:
        changed = update(table).where(here).values(state=bindparam("now"), corrected=bindparam("so"))
        connection.execute(changed, shown)
    if gone := [{"of": row} for row, state, _ in found if state is None]:
        connection.execute(delete(table).where(here), gone)


def wrong(connection: Connection) -> Iterator[str]:
    """A sentence for each claim that a queue would look for in the wrong place."""
    queued, state = _queued().subquery(), tables.claim_state
    names = ("position", "urgency", "event", "rule", "source", "place")
    differs = or_(*(queued.c[name].is_distinct_from(state.c[name]) for name in names))
    both = tables.claim.join(state).join(queued, queued.c.claim == state.c.claim)
    chosen = select(tables.claim.c.public_id).select_from(both).where(differs)
    for public_id in connection.execute(chosen.order_by(tables.claim.c.id)).scalars():
        yield f"claim {public_id} stands in the wrong place of the reviewers' queue"


def _there(connection: Connection, claim: int) -> Any:
    table = tables.claim_state.c
    chosen = select(table.state, table.event, table.position).where(table.claim == claim)
    return connection.execute(chosen).first()


def _insert(connection: Connection, chosen: Select[Any]) -> None:
    connection.execute(insert(tables.claim_state).from_select(_names(), chosen))


def _names() -> list[str]:
    return [column.name for column in tables.claim_state.c if column.name != "corrected"]


def _one(connection: Connection, claim: int) -> Select[Any]:
    table = tables.claim.c
    document = connection.execute(select(table.document).where(table.id == claim)).scalar_one()
    queued = _queued().where(table.document == document).subquery()
    return select(queued).where(queued.c.claim == claim)


def _queued() -> Select[Any]:
    """The row of each claim, in the order of the table's columns."""
    table = tables.claim.c
    alike = func.count().over(partition_by=[
        table.document, table.run, table.event, table.low, table.high, table.vague, table.unit, table.rule == REVIEWER,
    ])
    again = case((table.rule == REVIEWER, 1), (alike > REPEATS, REPEATS), else_=alike) - 1
    return select(
        table.id.label("claim"), literal("open").label("state"),
        (cast(table.document, tables.claim_state.c.position.type) * tallies.SPAN + table.start).label("position"),
        (cast(func.round(table.confidence * 1000), Integer) - REPEAT * again).label("urgency"),
        table.event, table.rule, shortened(table.source_name).label("source"), shortened(table.place).label("place"),
        table.confidence,
    )


def shortened(name: Any) -> Any:
    """As much of a name as is kept to find claims by."""
    return func.substr(name, 1, LONGEST)
