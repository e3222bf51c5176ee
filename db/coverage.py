"""Every number of a document with what became of it, and which of the unread ones someone looked at."""

import json
from typing import Any

from sqlalchemy import Connection, and_, delete, func, insert, select

from db import events, query, reviewers, tables, tallies
from db.clock import now
from db.errors import UnknownId
from db.work_records import Progress, StoredNumeral

DECIDED = ("verified", "rejected", "corrected")
_NUMERAL, _LOOK = tables.numeral.c, tables.look.c
_LOOKED = and_(_LOOK.document == _NUMERAL.document, _LOOK.start == _NUMERAL.start, _LOOK.end == _NUMERAL.end)


def numerals(connection: Connection, document: int) -> list[StoredNumeral]:
    """Every number that the last run found in the document, in the order of the text."""
    ids = query.claim_ids(connection, document)
    chosen = select(_NUMERAL.id, _NUMERAL.start, _NUMERAL.end, _NUMERAL.fate, _NUMERAL.record, tables.reviewer.c.name)
    joined = tables.numeral.outerjoin(tables.look, _LOOKED).outerjoin(tables.reviewer)
    rows = connection.execute(chosen.select_from(joined).where(
        _NUMERAL.document == document, query.current(tables.numeral)
    ).order_by(_NUMERAL.start, _NUMERAL.id))
    return [_numeral(row, ids) for row in rows]


def _numeral(row: Any, ids: dict[str, str]) -> StoredNumeral:
    record = json.loads(row.record)
    return StoredNumeral(row.id, row.start, row.end, record["text"], row.fate, ids.get(record["claim"]), row.name)


def look_at(connection: Connection, document: int, numeral: int, who: str) -> None:
    """Someone looked at a number; a second look changes nothing."""
    place = _place(connection, document, numeral)
    row, name = reviewers.may_write(connection, who)
    if connection.execute(select(_LOOK.start).where(*_at(place))).first() is None:
        at = now()
        connection.execute(insert(tables.look).values(**place, reviewer=row, made_at=at))
        _log(connection, "look", name, place, at)


def unlook(connection: Connection, document: int, numeral: int, who: str) -> None:
    """Takes a look back, anyone's."""
    place = _place(connection, document, numeral)
    _, name = reviewers.may_write(connection, who)
    if connection.execute(delete(tables.look).where(*_at(place))).rowcount:
        _log(connection, "unlook", name, place, now())


def _place(connection: Connection, document: int, numeral: int) -> dict[str, int]:
    found = connection.execute(
        select(_NUMERAL.start, _NUMERAL.end).where(_NUMERAL.id == numeral, _NUMERAL.document == document)
    ).first()
    if found is None:
        raise UnknownId(f"the document has no numeral {numeral}: it may have been read again, look at it again")
    return {"document": document, "start": found.start, "end": found.end}


def _at(place: dict[str, int]) -> list[Any]:
    return [_LOOK[name] == value for name, value in place.items()]


def _log(connection: Connection, what: str, who: str, place: dict[str, int], at: str) -> None:
    table = tables.document.c
    name, source = connection.execute(
        select(table.public_id, table.source_sha256).where(table.id == place["document"])
    ).one()
    detail = {"document": name, "start": place["start"], "end": place["end"]}
    events.append(connection, what, who, None, source, detail, at)


def looks(connection: Connection) -> dict[str, tuple[str, str]]:
    """Who looked at which number and when, by the document's id and its place."""
    joined = tables.look.join(tables.document).join(tables.reviewer)
    chosen = select(tables.document.c.public_id, _LOOK.start, _LOOK.end, tables.reviewer.c.name, _LOOK.made_at)
    return {f"{name} {start}-{end}": (who, at)
            for name, start, end, who, at in connection.execute(chosen.select_from(joined))}


def progress(connection: Connection, document: int) -> Progress:
    """How far the document in this row is."""
    states = tallies.of_document(connection, document)
    unread = _NUMERAL.document == document, _NUMERAL.fate == "unread", query.current(tables.numeral)
    looked = select(func.count()).select_from(tables.numeral.join(tables.look, _LOOKED)).where(*unread)
    total = select(func.count()).select_from(tables.numeral).where(*unread)
    return Progress(
        sum(states.values()), sum(states.get(state, 0) for state in DECIDED),
        connection.execute(total).scalar_one(), connection.execute(looked).scalar_one(),
    )
