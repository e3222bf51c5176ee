"""One hash over all that a run wrote of a document, so that a later change of any of it is seen."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from db import prepared, tables
from db.prepared import Prepared
from models import to_json

# what is hashed of each table, in this order; the chain of events holds the result, so a list is never changed
DOCUMENT = ("public_id", *prepared.DOCUMENT)
CLAIM = ("public_id", *prepared.CLAIM)

Rows = Iterable[Sequence[Any]]


def digest(*tables: bytes) -> str:
    """SHA-256 in hex over the rows of one document as `lines` writes them: of the document itself, its pages, its case,
    mentions, numerals and claims."""
    total = hashlib.sha256()
    for rows in tables:
        total.update(rows + b"\n")
    return total.hexdigest()


def lines(rows: Rows) -> bytes:
    """The rows as JSON, one behind the other."""
    return "".join(to_json(list(row)) for row in rows).encode("utf8", "surrogatepass")


def prepared_digest(made: Prepared, document: str, claims: Sequence[str]) -> str:
    """The digest of what is to be kept of a document: it and its claims have these ids."""
    texts = zip(claims, made.claims.texts, strict=True)
    named = b"".join(b'["%s",%s' % (name.encode(), line[1:]) for name, line in texts)
    found = (made.mentions.lines.replace(b"\n", b""), made.numerals.lines.replace(b"\n", b""), named)
    return digest(lines([(document, *made.document)]), lines(map(_page, made.pages)), lines([(made.case,)]), *found)


def found_digest(connection: Connection, document: int, run: int, of_page: tuple[str, ...] = prepared.PAGE) -> str:
    """The digest of the document in this row, its pages, and what this run wrote of it, as the ledger has them."""
    found, page = tables.extraction.c, tables.page.c
    here = (found.document == document, found.run == run)
    pages = connection.execute(_columns(tables.page, of_page).where(page.document == document).order_by(page.number))
    return digest(
        lines(connection.execute(_columns(tables.document, DOCUMENT).where(tables.document.c.id == document))),
        lines(map(_page, pages)), lines(connection.execute(select(found.case).where(*here))),
        *(lines(connection.execute(chosen)) for chosen in (
            _written(tables.mention, prepared.MENTION, document, run),
            _written(tables.numeral, prepared.NUMERAL, document, run),
            _written(tables.claim, CLAIM, document, run).where(tables.claim.c.rule != prepared.REVIEWER),
        )),
    )


def claim_digest(connection: Connection, claim: int) -> str:
    """SHA-256 in hex over the claim in this row."""
    rows = connection.execute(_columns(tables.claim, CLAIM).where(tables.claim.c.id == claim))
    return digest(b"", b"", b"", b"", b"", lines(rows))


def _columns(table: Table, names: tuple[str, ...]) -> Select[Any]:
    return select(*(table.c[name] for name in names))


def _written(table: Table, names: tuple[str, ...], document: int, run: int) -> Select[Any]:
    return _columns(table, names).where(table.c.document == document, table.c.run == run).order_by(table.c.id)


def _page(row: Sequence[Any]) -> list[Any]:
    """Without what is missing: pages had no label before version 11 of the tables, and are hashed as they were then."""
    return [_plain(value) for value in row if value is not None]


def _plain(value: Any) -> Any:
    return hashlib.sha256(value).hexdigest() if isinstance(value, (bytes, memoryview)) else value
