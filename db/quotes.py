"""Every quote stands where the claim says: the offsets checked against the text."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from db import tables


def misplaced(connection: Connection) -> Iterator[str]:
    """A sentence for each claim, mention and numeral whose words are not where it says."""
    table = tables.document.c
    for row, public_id in connection.execute(select(table.id, table.public_id).order_by(table.id)).all():
        text = connection.execute(select(table.text).where(table.id == row)).scalar_one()
        yield from _claims(connection, row, text)
        yield from _named(connection, tables.mention, row, public_id, text)
        yield from _named(connection, tables.numeral, row, public_id, text)


def _claims(connection: Connection, document: int, text: str) -> Iterator[str]:
    table = tables.claim.c
    chosen = select(table.public_id, table.start, table.end, table.quote, table.record)
    for public_id, start, end, quote, record in connection.execute(
        chosen.where(table.document == document).order_by(table.id)
    ):
        if not 0 <= start <= end <= len(text) or text[start:end] != quote:
            yield f"the words of claim {public_id} are not at {start}-{end}"
        elif not _fits(_record(record), start, end, len(text)):
            yield f"the parts of claim {public_id} are not where its words are"


def _record(written: str) -> Any:
    """The record of a row; one that is no JSON any more has nothing in it."""
    try:
        return json.loads(written)
    except ValueError:
        return {}


def _fits(record: Any, start: int, end: int, length: int) -> bool:
    """The claim has its own offsets in its record too, and every span of it lies within the text."""
    same = (record.get("start"), record.get("end")) == (start, end)
    return same and all(0 <= span["start"] <= span["end"] <= length for span in _spans(record))


def _spans(value: Any) -> Iterator[dict[str, int]]:
    """Everything within the record that has a start and an end."""
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            yield value
        for inner in value.values():
            yield from _spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _spans(inner)


def _named(connection: Connection, table: Any, document: int, public_id: str, text: str) -> Iterator[str]:
    chosen = select(table.c.start, table.c.end, table.c.record).where(table.c.document == document)
    for start, end, record in connection.execute(chosen.order_by(table.c.id)):
        if text[start:end] != _record(record).get("text"):
            yield f"a {table.name} of document {public_id} is not at {start}-{end}"
