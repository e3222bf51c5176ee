"""The next claim to look at, found by an index however large the ledger is.

Every query asks for one state, since that is how the indexes begin; a queue of all states asks for each and takes the
first answer. Nothing is skipped by counting (OFFSET): a claim's own place in the order is where the search goes on.
What is filtered by event, rule, source or place has an index in the order of urgency only. In the order of text the
search leaps from one urgency to the next (there are at most some hundreds) and looks at the first claim of each: an
index of its own would be a tenth of the pages that are written for a new document.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import CTE, ColumnElement, Connection, Select, exists, func, select, tuple_

from db import tables, tallies
from db.errors import StoreError
from db.identity import find_claim, find_document
from db.presence import held_by_others
from db.records import Filters, Queue
from db.state_cache import shortened
from db.states import STATES
from db.tallies import SPAN

MANY = 10_000  # no more claims than these are counted to tell a place
Conditions = Sequence[ColumnElement[bool]]

_STATE = tables.claim_state.c
_ORDERS: dict[str, tuple[ColumnElement[Any], ...]] = {
    "text": (_STATE.position, _STATE.claim), "useful": (_STATE.urgency, _STATE.position, _STATE.claim),
}


def next_claim(connection: Connection, queue: Queue, after: str | None, reviewer: str | None) -> str | None:
    """The id of the first claim after this one (or the first of all) that waits for this reviewer."""
    keys = _keys(queue)
    here = [] if after is None else [tuple_(*keys) > _place(connection, queue, after)]
    waits = [] if reviewer is None else [_not_said_by(reviewer), ~held_by_others(_STATE.claim, reviewer)]
    order = [key.asc() for key in keys]
    return _first(connection, queue, [*here, *waits], order, min)


def previous_claim(connection: Connection, queue: Queue, before: str) -> str | None:
    """The id of the last claim before this one."""
    keys = _keys(queue)
    here = tuple_(*keys) < _place(connection, queue, before)
    return _first(connection, queue, [here], [key.desc() for key in keys], max)


def place_in(connection: Connection, queue: Queue, claim: str) -> tuple[int, int]:
    """How many claims there are up to this one, and in all; MANY where there are as many or more."""
    here = tuple_(*_keys(queue)) <= _place(connection, queue, claim)
    return _count(connection, queue, [here]), _total(connection, queue)


def _keys(queue: Queue) -> tuple[ColumnElement[Any], ...]:
    if queue.order not in _ORDERS:
        raise StoreError(f"{queue.order!r} is no order of a queue: it is {' or '.join(_ORDERS)}")
    return _ORDERS[queue.order]


def _place(connection: Connection, queue: Queue, claim: str) -> Any:
    """Where a claim stands in the order, whatever its state."""
    row = find_claim(connection, claim)
    found = connection.execute(select(*_keys(queue)).where(_STATE.claim == row)).first()
    if found is None:
        raise StoreError(f"the claim {claim} is no more: its document was read again without it")
    return tuple_(*found)


def _first(
    connection: Connection, queue: Queue, conditions: Conditions, order: list[Any], choose: Callable[..., Any]
) -> str | None:
    """The id of the claim that comes first, of those of all states that are wanted."""
    fits, keys, leap = fitting(connection, queue.filters), _keys(queue), _leap(queue)
    found = []
    for state in _each_state(queue.filters):
        if leap is None:
            chosen = select(*keys).where(*state, *fits, *conditions).order_by(*order).limit(1)
        else:
            each = _urgencies([leap, *state])
            first = select(_STATE.claim).where(_STATE.urgency == each.c.value, *state, *fits, *conditions)
            firsts = select(first.order_by(*order).limit(1).correlate(each).scalar_subquery()).select_from(each)
            chosen = select(*keys).where(_STATE.claim.in_(firsts))
        found += [tuple(row) for row in connection.execute(chosen)]
    if not found:
        return None
    row = choose(found)[-1]
    return str(connection.execute(select(tables.claim.c.public_id).where(tables.claim.c.id == row)).scalar_one())


def _count(connection: Connection, queue: Queue, conditions: Conditions) -> int:
    fits, leap, number = fitting(connection, queue.filters), _leap(queue), 0
    for state in _each_state(queue.filters):
        some = select(_STATE.claim).where(*state, *fits, *conditions).limit(MANY - number)
        if leap is not None:
            each = _urgencies([leap, *state])
            some = some.select_from(each).where(_STATE.urgency == each.c.value)
        number += connection.execute(select(func.count()).select_from(some.subquery())).scalar_one()
    return number


def _total(connection: Connection, queue: Queue) -> int:
    """Exact and at once where nothing but state and event is asked for."""
    filters = queue.filters
    if Filters(state=filters.state, event=filters.event) != filters:
        return _count(connection, queue, [])
    counted = tallies.by_event(connection)
    events = counted.values() if filters.event is None else [counted.get(filters.event, {})]
    return sum(states.get(state, 0) for states in events for state in _states(filters))


def _leap(queue: Queue) -> ColumnElement[bool] | None:
    """What is filtered by that has an index in the order of urgency alone, where that is not the queue's order.

    What someone decided is few: it is looked up, claim by claim.
    """
    if queue.order != "text" or queue.filters.reviewer is not None:
        return None
    return next(iter(_named(queue.filters)), None)


def _urgencies(conditions: Conditions) -> CTE:
    """Each urgency that there is under these conditions, found from the one before by a look into the index."""
    least = select(func.min(_STATE.urgency).label("value")).where(*conditions)
    each = least.cte("each_urgency", recursive=True)
    more = least.where(_STATE.urgency > each.c.value).correlate(each).scalar_subquery()
    return each.union_all(select(more).select_from(each).where(each.c.value.is_not(None)))


def _states(filters: Filters) -> Sequence[str]:
    return STATES if filters.state is None else (filters.state,)


def _each_state(filters: Filters) -> Iterator[Conditions]:
    """What to ask of the state, one query after another; what someone decided is few, whatever its state."""
    if filters.reviewer is not None and filters.state is None:
        yield []
    else:
        yield from ([_STATE.state == state] for state in _states(filters))


def fitting(connection: Connection, filters: Filters) -> list[ColumnElement[bool]]:
    """What the filters ask of a row of claim_state, but for its state."""
    fits = _named(filters)
    if filters.document is not None:
        begins = find_document(connection, filters.document) * SPAN
        fits.append(_STATE.position.between(begins, begins + SPAN - 1))
    if filters.max_confidence is not None:
        fits += [_STATE.confidence <= filters.max_confidence, _STATE.urgency <= round(filters.max_confidence * 1000)]
    if filters.reviewer is not None:
        fits.append(_STATE.claim.in_(_said_by(filters.reviewer)))
    return fits


def _named(filters: Filters) -> list[ColumnElement[bool]]:
    """What the filters ask of the columns that have an index of their own, the rarest first."""
    names = {"place": filters.place, "source": filters.source}
    fits = [_STATE[name] == shortened(value) for name, value in names.items() if value is not None]
    wanted = {"rule": filters.rule, "event": filters.event}
    return fits + [_STATE[name] == value for name, value in wanted.items() if value is not None]


def _said_by(name: str) -> Select[Any]:
    said, reviewer = tables.said.c, tables.reviewer.c
    return select(said.claim).join(tables.reviewer, reviewer.id == said.reviewer).where(reviewer.name == name)


def _not_said_by(name: str) -> ColumnElement[bool]:
    said, reviewer = tables.said.c, tables.reviewer.c
    who = select(reviewer.id).where(reviewer.name == name).scalar_subquery()
    return ~exists().where(said.claim == _STATE.claim, said.reviewer == who)
