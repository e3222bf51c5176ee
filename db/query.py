"""Reading the ledger."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, func, select

from db import geometry, tables
from db.identity import find_document
from db.records import Filters, Run, Status, StoredClaim, StoredDocument
from models import Document, Extraction, Page, from_dict


def documents_with_claims(connection: Connection, filters: Filters) -> list[int]:
    """The rows of the documents that have a claim that fits, in the order of adding."""
    chosen = select(tables.claim.c.document).join(tables.claim_state).where(*_fits(filters))
    if filters.document is not None:
        chosen = chosen.where(tables.claim.c.document == find_document(connection, filters.document))
    return list(connection.execute(chosen.distinct().order_by(tables.claim.c.document)).scalars())


def claims(connection: Connection, document: int, filters: Filters) -> list[StoredClaim]:
    """The claims of the document in this row that fit, in the order of the text."""
    table = tables.claim
    chosen = _claims().where(table.c.document == document, *_fits(filters))
    return [_stored(row) for row in connection.execute(chosen.order_by(table.c.start, table.c.end, table.c.id))]


def claim_ids(connection: Connection, document: int) -> dict[str, str]:
    """The public id of each claim of the document in this row, by the claim's key."""
    table = tables.claim
    chosen = select(table.c.key, table.c.public_id).where(table.c.document == document).order_by(table.c.id.desc())
    rows: Any = connection.execute(chosen)
    return dict(iter(rows))


def _fits(filters: Filters) -> list[ColumnElement[bool]]:
    wanted = {tables.claim.c.event: filters.event, tables.claim_state.c.state: filters.state}
    return [column == value for column, value in wanted.items() if value is not None]


def claim(connection: Connection, row: int) -> StoredClaim:
    """The claim in this row."""
    return _stored(connection.execute(_claims().where(tables.claim.c.id == row)).one())


def _claims() -> Select[Any]:
    table, state = tables.claim, tables.claim_state
    chosen = select(table.c.public_id, tables.document.c.public_id, state.c.state, table.c.run, table.c.record)
    return chosen.join(tables.document, tables.document.c.id == table.c.document).join(state)


def _stored(row: Any) -> StoredClaim:
    public_id, document, state, run, record = row
    return StoredClaim(public_id, document, state, run, json.loads(record))


def documents(connection: Connection, row: int | None = None) -> Iterator[StoredDocument]:
    """Every document in the order of adding (or only that in this row), with how much was found in it."""
    counts = {
        "claims": _count(connection, tables.claim),
        "numerals": _count(connection, tables.numeral),
        "unread": _count(connection, tables.numeral, tables.numeral.c.fate == "unread"),
    }
    table, source = tables.document, tables.source_file
    same = ("title", "publisher", "published", "kind", "media_type", "language", "url", "text_sha256")
    chosen = select(
        table.c.id.label("row"), table.c.public_id.label("id"), *(table.c[name] for name in same),
        source.c.name, source.c.sha256,
    )
    if row is not None:
        chosen = chosen.where(table.c.id == row)
    for found in connection.execute(chosen.join(source).order_by(table.c.id)).mappings():
        fields: dict[str, Any] = {name: value for name, value in found.items() if name != "row"}
        yield StoredDocument(**fields | {name: counted[found["row"]] for name, counted in counts.items()})


def _count(connection: Connection, table: Table, *where: Any) -> dict[int, int]:
    counted = select(table.c.document, func.count()).where(*where).group_by(table.c.document)
    return defaultdict(int, ((row, number) for row, number in connection.execute(counted)))


def text(connection: Connection, row: int) -> str:
    """The canonical text of the document in this row."""
    return str(connection.execute(select(tables.document.c.text).where(tables.document.c.id == row)).scalar_one())


def document(connection: Connection, row: int) -> Document:
    """The document in this row as it was read (the boxes of its words as 32-bit floats)."""
    table = tables.document
    same = ("text", "text_sha256", "media_type", "title", "publisher", "published", "kind", "language", "url")
    columns = [table.c[name] for name in same]
    found = connection.execute(
        select(*columns, table.c.source_sha256, table.c.blocks, table.c.notes).where(table.c.id == row)
    ).one()._asdict()
    record = {name: found[name] for name in same} | {"sha256": found["source_sha256"]}
    record |= {"blocks": json.loads(found["blocks"]), "notes": json.loads(found["notes"])}
    return _with_pages(from_dict(Document, record), connection, row)


def _with_pages(read: Document, connection: Connection, row: int) -> Document:
    table = tables.page
    chosen = select(table).where(table.c.document == row).order_by(table.c.start, table.c.number)
    found = connection.execute(chosen).all()
    pages = tuple(Page(page.number, page.width, page.height, page.start, page.end) for page in found)
    words = tuple(word for page in found for word in geometry.unpack(page.number, page.words))
    return replace(read, pages=pages, words=words)


def extraction(connection: Connection, row: int) -> Extraction:
    """Everything that the last run found in the document in this row."""
    table = tables.extraction
    last = select(table.c.run, table.c.case).where(table.c.document == row).order_by(table.c.run.desc()).limit(1)
    run, card = connection.execute(last).one()

    def records(kept: Table) -> list[Any]:
        chosen = select(kept.c.record).where(kept.c.document == row, kept.c.run == run).order_by(kept.c.id)
        return [json.loads(record) for record in connection.execute(chosen).scalars()]

    return from_dict(Extraction, {
        "mentions": records(tables.mention), "claims": records(tables.claim), "numerals": records(tables.numeral),
        "case": card and json.loads(card),
    })


def page_of(connection: Connection, row: int, start: int) -> int | None:
    """The number of the page that this offset stands on, None where the source has no pages."""
    table = tables.page
    chosen = select(table.c.number).where(table.c.document == row, table.c.start <= start, table.c.end > start)
    return connection.execute(chosen.order_by(table.c.start.desc()).limit(1)).scalar()


def source(connection: Connection, row: int) -> bytes:
    """The bytes that the document in this row was read from."""
    table = tables.document
    chosen = select(tables.source_file.c.data).join(table).where(table.c.id == row)
    return bytes(connection.execute(chosen).scalar_one())


def run(connection: Connection, number: int) -> Run:
    """The run of this number."""
    return Run(*connection.execute(select(tables.run).where(tables.run.c.id == number)).one())


def runs(connection: Connection) -> list[Run]:
    """Every run, the oldest first."""
    return [Run(*row) for row in connection.execute(select(tables.run).order_by(tables.run.c.id))]


def status(connection: Connection) -> Status:
    """How much the ledger holds."""
    claim_table, state = tables.claim, tables.claim_state
    grouped = select(claim_table.c.event, state.c.state, func.count()).join(state)
    events: dict[str, dict[str, int]] = defaultdict(dict)
    states: dict[str, int] = defaultdict(int)
    for event, name, number in connection.execute(grouped.group_by(claim_table.c.event, state.c.state)):
        events[event][name] = number
        states[name] += number
    numeral = tables.numeral
    fates: Any = connection.execute(select(numeral.c.fate, func.count()).group_by(numeral.c.fate)).all()
    counts = {name: _number(connection, table) for name, table in _COUNTED.items()}
    return Status(**counts, states=dict(states), events=dict(events), fates=dict(fates))


def _number(connection: Connection, table: Table) -> Any:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


_COUNTED = {
    "documents": tables.document, "mentions": tables.mention, "claims": tables.claim, "decisions": tables.decision,
}
