"""Is the ledger what was written into it? Each check yields one sentence for each problem."""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, func, select

from db import append_only, caches, events, logged, search_check, tables
from db.quotes import misplaced
from db.records import Event, Verification

SHOWN = 20  # problems of one kind before the rest is only counted


def verify(connection: Connection, head: str | None = None) -> Verification:
    """Runs every check; `head` is a hash that was noted earlier, or the beginning of it."""
    log = list(events.log(connection))
    checks: list[Callable[[], Iterator[str]]] = [
        lambda: _damage(connection), lambda: _chain(log), lambda: _head(log, head), lambda: _triggers(connection),
        lambda: logged.compared(connection, log), lambda: misplaced(connection), lambda: caches.wrong(connection),
        lambda: search_check.wrong(connection),
    ]
    problems = [problem for check in checks for problem in _some(check())]
    counts = {table.name: _number(connection, table) for table in (tables.decision, tables.document, tables.claim)}
    return Verification(
        log[-1].hash if log else events.FIRST, len(log), counts["decision"], counts["document"], counts["claim"],
        tuple(problems),
    )


def _some(problems: Iterator[str]) -> Iterator[str]:
    """The first problems, then how many more there are."""
    left = 0
    for number, problem in enumerate(problems):
        if number < SHOWN:
            yield problem
        else:
            left += 1
    if left:
        yield f"{left:,} more of this kind"


def _chain(log: list[Event]) -> Iterator[str]:
    """Each event follows the one before it and has the hash of what it says."""
    previous, number = events.FIRST, 0
    if not log:
        yield "there is no event: the log was removed"
    for event in log:
        if event.number != number + 1:
            yield f"event {event.number} follows event {number}: some were removed, added or put in another order"
        if event.previous != previous:
            yield f"event {event.number} ({event.what}) does not follow the one before it: the chain is broken there"
        if events.hash_of(event) != event.hash:
            yield f"event {event.number} ({event.what}, {event.at}) was changed: its hash does not fit what it says"
        previous, number = event.hash, event.number


def _head(log: list[Event], head: str | None) -> Iterator[str]:
    """A head that was noted once stays in the chain for ever."""
    if head is not None and (not head or not any(event.hash.startswith(head.lower()) for event in log)):
        yield f"the head {head or 'that is empty'!r} is not in the chain: its end was cut off, or it was written anew"


def _consequence(trigger: str) -> str:
    searched = trigger in append_only.SEARCHED
    return "a search does not find what is new" if searched else "rows of an append-only table can be changed"


def _triggers(connection: Connection) -> Iterator[str]:
    for name in append_only.missing(connection):
        yield f"the trigger {name} is missing: {_consequence(name)}"


def _damage(connection: Connection) -> Iterator[str]:
    """What SQLite itself finds wrong with the file, and rows that point to nothing."""
    if connection.dialect.name != "sqlite":
        return
    for (sentence,) in connection.exec_driver_sql("PRAGMA integrity_check").all():
        if sentence != "ok":
            yield f"the file is damaged: {sentence}"
    missing: Any = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    for table, row, parent, _ in missing:
        yield f"row {row} of {table} points to a row of {parent} that does not exist"


def _number(connection: Connection, table: Any) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())
