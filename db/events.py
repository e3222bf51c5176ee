"""The event log: one chain of hashes over everything that happened.

`hash` is the SHA-256, in hex, of the previous event's hash (64 zeros before the first) followed by the event as
canonical JSON in UTF-8: the keys at, claim, detail, number, source, what and who, sorted, without spaces, nothing
escaped that JSON lets stand. `claim` is the claim's key, `source` the SHA-256 of the bytes that it stands in; `who` is
null for what the program did by itself.
"""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select

from db import tables
from db.clock import now
from db.records import Event
from db.tables import event

FIRST = "0" * 64
_EVENT, _LAST = insert(event), select(event.c.id, event.c.hash).order_by(event.c.id.desc()).limit(1)


def append(
    connection: Connection, what: str, who: str | None = None, claim: str | None = None, source: str | None = None,
    detail: Mapping[str, Any] | None = None, at: str | None = None,
) -> None:
    """Adds an event to the end of the chain, within the caller's transaction."""
    number, previous = last(connection)
    record = {"number": number + 1, "at": at or now(), "who": who, "what": what, "claim": claim, "source": source,
              "detail": dict(detail or {})}
    connection.execute(_EVENT, {
        "id": number + 1, "made_at": record["at"], "who": who, "what": what, "claim": claim, "source_sha256": source,
        "detail": canonical(record["detail"]), "previous": previous, "hash": chained(previous, record),
    })


def about(connection: Connection, claim: int) -> tuple[str, str, str]:
    """What an event says of the claim in this row: its id, its key, and the SHA-256 of its source."""
    chosen = select(tables.claim.c.public_id, tables.claim.c.key, tables.document.c.source_sha256)
    return tuple(connection.execute(chosen.join(tables.document).where(tables.claim.c.id == claim)).one())


def last(connection: Connection) -> tuple[int, str]:
    """The number and the hash of the newest event."""
    row = connection.execute(_LAST).first()
    return (row[0], row[1]) if row else (0, FIRST)


def canonical(record: Any) -> str:
    """The one way to write a record as JSON text."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def chained(previous: str, record: Mapping[str, Any]) -> str:
    """The hash of an event that follows the one with the hash `previous`."""
    return hashlib.sha256((previous + canonical(record)).encode("utf8", "surrogatepass")).hexdigest()


def hash_of(found: Event) -> str:
    """The hash that an event should have, by what it says and what it follows."""
    return chained(found.previous, {
        "number": found.number, "at": found.at, "who": found.who, "what": found.what, "claim": found.claim,
        "source": found.source, "detail": found.detail,
    })


def log(connection: Connection, claim: str | None = None) -> Iterator[Event]:
    """Every event, or those of the claims with this key, the oldest first."""
    return _events(connection, *([] if claim is None else [event.c.claim == claim]))


def latest(
    connection: Connection, before: int | None, limit: int, who: str | None = None, kinds: Collection[str] = (),
) -> list[Event]:
    """The newest events (of those with a number below `before`), the newest first.

    With `who` only those of that person ("": of the program itself), with `kinds` only those of which `what` is one.
    """
    table = event.c
    end = last(connection)[0] + 1 if before is None else before
    fits = [table.id < end]
    if who is not None:
        fits.append(table.who == who if who else table.who.is_(None))
    if kinds:
        fits.append(table.what.in_(kinds))
    numbers = select(table.id).where(*fits).order_by(table.id.desc()).limit(limit).subquery()
    return list(_events(connection, table.id.in_(select(numbers.c.id))))[::-1]


def _events(connection: Connection, *fits: ColumnElement[bool]) -> Iterator[Event]:
    table = event.c
    chosen = select(
        table.id, table.made_at, table.who, table.what, table.claim, table.source_sha256, table.detail, table.previous,
        table.hash,
    ).where(*fits).order_by(table.id)
    for number, at, who, what, key, source, detail, previous, found in connection.execute(chosen):
        yield Event(number, at, who, what, key, source, _read(detail), previous, found)


def _read(detail: str) -> Any:
    """A detail that is no JSON any more stays text: its hash will not fit."""
    try:
        return json.loads(detail)
    except ValueError:
        return detail
