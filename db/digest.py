"""One hash over all that a run wrote of a document, so that a later change of any of it is seen."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from db import prepared, tables

# what is hashed of each table, in this order; the chain of events holds the result, so a list is never changed
DOCUMENT = ("public_id", *prepared.DOCUMENT)
CLAIM = ("public_id", *prepared.CLAIM)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Rows = Iterable[Sequence[Any]]


def digest(document: Rows, pages: Rows, case: Rows, mentions: Rows, numerals: Rows, claims: Rows) -> str:
    """SHA-256 in hex over the rows of one document, a line for each table."""
    total = hashlib.sha256()
    for rows in (document, pages, case, mentions, numerals, claims):
        lines = [_encode(_page(row) if rows is pages else list(row)) for row in rows]
        total.update("".join(lines).encode("utf8", "surrogatepass") + b"\n")
    return total.hexdigest()


def found_digest(connection: Connection, document: int, run: int, of_page: tuple[str, ...] = prepared.PAGE) -> str:
    """The digest of the document in this row, its pages, and what this run wrote of it, as the ledger has them."""
    found = tables.extraction.c
    here = (found.document == document, found.run == run)
    return digest(*(connection.execute(chosen) for chosen in (
        _columns(tables.document, DOCUMENT).where(tables.document.c.id == document),
        _columns(tables.page, of_page).where(tables.page.c.document == document).order_by(tables.page.c.number),
        select(found.case).where(*here),
        _written(tables.mention, prepared.MENTION, document, run),
        _written(tables.numeral, prepared.NUMERAL, document, run),
        _written(tables.claim, CLAIM, document, run).where(tables.claim.c.rule != prepared.REVIEWER),
    )))


def claim_digest(connection: Connection, claim: int) -> str:
    """SHA-256 in hex over the claim in this row."""
    rows = connection.execute(_columns(tables.claim, CLAIM).where(tables.claim.c.id == claim))
    return digest((), (), (), (), (), rows)


def _columns(table: Table, names: tuple[str, ...]) -> Select[Any]:
    return select(*(table.c[name] for name in names))


def _written(table: Table, names: tuple[str, ...], document: int, run: int) -> Select[Any]:
    return _columns(table, names).where(table.c.document == document, table.c.run == run).order_by(table.c.id)


def _page(row: Sequence[Any]) -> list[Any]:
    """Without what is missing: pages had no label before version 11 of the tables, and are hashed as they were then."""
    return [_plain(value) for value in row if value is not None]


def _plain(value: Any) -> Any:
    return hashlib.sha256(value).hexdigest() if isinstance(value, (bytes, memoryview)) else value
