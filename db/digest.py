"""One hash over all that a run wrote of a document, so that a later change of any of it is seen."""

import hashlib
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from db import tables
from db.events import canonical

# what is hashed of each table, in this order; the chain of events holds the result, so a list is never changed
DOCUMENT = ("public_id", "source_sha256", "text_sha256", "media_type", "title", "publisher", "published", "kind",
            "language", "url", "blocks", "notes")
PAGE = ("number", "width", "height", "start", "end", "words")
MENTION = ("label", "start", "end", "canonical", "record")
NUMERAL = ("start", "end", "fate", "record")
CLAIM = ("public_id", "key", "start", "end", "kind", "event", "low", "high", "low_open", "high_open", "approximate",
         "vague", "unit", "counted", "polarity", "status", "source_name", "source_kind", "as_of", "happened", "place",
         "country", "rule", "confidence", "record")


def found_digest(connection: Connection, document: int, run: int) -> str:
    """SHA-256 in hex over the document in this row, its pages, and what this run wrote of it."""
    found = tables.extraction.c
    here = (found.document == document, found.run == run)
    total = hashlib.sha256()
    for chosen in (
        _columns(tables.document, DOCUMENT).where(tables.document.c.id == document),
        _columns(tables.page, PAGE).where(tables.page.c.document == document).order_by(tables.page.c.number),
        select(found.case).where(*here),
        _written(tables.mention, MENTION, document, run),
        _written(tables.numeral, NUMERAL, document, run),
        _written(tables.claim, CLAIM, document, run),
    ):
        for row in connection.execute(chosen):
            total.update(canonical([_plain(value) for value in row]).encode("utf8", "surrogatepass"))
        total.update(b"\n")
    return total.hexdigest()


def _columns(table: Table, names: tuple[str, ...]) -> Select[Any]:
    return select(*(table.c[name] for name in names))


def _written(table: Table, names: tuple[str, ...], document: int, run: int) -> Select[Any]:
    return _columns(table, names).where(table.c.document == document, table.c.run == run).order_by(table.c.id)


def _plain(value: Any) -> Any:
    return hashlib.sha256(value).hexdigest() if isinstance(value, (bytes, memoryview)) else value
