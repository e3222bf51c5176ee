"""How many claims are in each state: counted as they come and go, so that nobody counts a million rows."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, text, update

from db import tables
from db.states import STATES

# a claim's place in the order of documents and text, as one number: its document's row, then its start
SPAN = 1 << 31


def moved(connection: Connection, event: str, position: int, before: str | None, after: str | None) -> None:
    """A claim of this event went from one state to another; None where it was not, or is no more, in the ledger."""
    for state, change in ((before, -1), (after, 1)):
        if state is not None and before != after:
            added(connection, event, position // SPAN, state, change)


def added(connection: Connection, event: str, document: int, state: str, number: int) -> None:
    """So many claims more (or fewer, below 0) of a document are in this state."""
    for table, name, value in ((tables.event_tally, "event", event), (tables.document_tally, "document", document)):
        _add(connection, table, {name: value, "state": state}, number)


def opened(connection: Connection, document: int, events: Mapping[str, int]) -> None:
    """So many claims more of each event, all of this document, are open."""
    if events:
        rows = [{"key": event, "number": number} for event, number in events.items()]
        connection.execute(_OPENED["event"], rows)
        connection.execute(_OPENED["document"], {"key": document, "number": sum(events.values())})


_OPENED = {name: text(
    f"INSERT INTO {name}_tally ({name}, state, number) VALUES (:key, 'open', :number) "
    f"ON CONFLICT ({name}, state) DO UPDATE SET number = {name}_tally.number + excluded.number"
) for name in ("event", "document")}


def _add(connection: Connection, table: Table, key: dict[str, Any], number: int) -> None:
    here = [table.c[name] == value for name, value in key.items()]
    if connection.execute(update(table).where(*here).values(number=table.c.number + number)).rowcount == 0:
        connection.execute(insert(table).values(**key, number=number))


def state_counts(connection: Connection) -> dict[str, int]:
    """How many claims of the ledger are in each state."""
    table = tables.event_tally.c
    rows: Any = connection.execute(select(table.state, func.sum(table.number)).group_by(table.state))
    return dict.fromkeys(STATES, 0) | {state: int(number) for state, number in rows}


def by_event(connection: Connection) -> dict[str, dict[str, int]]:
    """How many claims of each event are in each state; nothing for a state that none is in."""
    table = tables.event_tally.c
    found: dict[str, dict[str, int]] = {}
    for event, state, number in connection.execute(select(table.event, table.state, table.number)):
        if number:
            found.setdefault(event, {})[state] = number
    return found


def of_document(connection: Connection, document: int) -> dict[str, int]:
    """How many claims of the document in this row are in each state."""
    table = tables.document_tally.c
    rows: Any = connection.execute(select(table.state, table.number).where(table.document == document))
    return dict(iter(rows))


def by_document(connection: Connection, documents: Collection[int] | None = None) -> Counter[int]:
    """How many claims each document has (or only those in these rows), by its row."""
    table = tables.document_tally.c
    chosen = select(table.document, func.sum(table.number)).group_by(table.document)
    rows: Any = connection.execute(chosen if documents is None else chosen.where(table.document.in_(documents)))
    return Counter({document: int(number) for document, number in rows})


def rebuild(connection: Connection) -> None:
    """Counts everything anew."""
    for table, counted in _counted():
        connection.execute(delete(table))
        connection.execute(insert(table).from_select([column.name for column in table.c], counted))


def wrong(connection: Connection) -> Iterator[str]:
    """A sentence for each count that is not what the states amount to."""
    for table, counted in _counted():
        kept = {tuple(row[:2]): row[2] for row in connection.execute(select(table)) if row[2]}
        true = {tuple(row[:2]): row[2] for row in connection.execute(counted)}
        for key in sorted(kept.keys() | true.keys()):
            if kept.get(key, 0) != true.get(key, 0):
                yield (f"{kept.get(key, 0)} claims are counted as {key[1]} for {table.name.split('_')[0]} {key[0]}, "
                       f"there are {true.get(key, 0)}")


def _counted() -> Iterator[tuple[Table, Any]]:
    state = tables.claim_state.c
    document = state.position // SPAN
    for table, key in ((tables.event_tally, state.event), (tables.document_tally, document)):
        yield table, select(key, state.state, func.count()).group_by(key, state.state)
