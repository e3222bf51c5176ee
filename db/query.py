"""Reading the ledger."""

import json
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, exists, func, or_, select

from db import tables, tallies
from db.layout import layout
from db.prepared import REVIEWER
from db.queue import fitting
from db.records import Filters, Status, StoredClaim, StoredDocument
from db.tallies import SPAN
from models import Document, Extraction, Page, from_dict


def documents_with_claims(connection: Connection, filters: Filters) -> list[int]:
    """The rows of the documents that have a claim that fits, in the order of adding."""
    if filters == Filters(state=filters.state):
        table = tables.document_tally.c
        fits = [table.number > 0, *([] if filters.state is None else [table.state == filters.state])]
        chosen = select(table.document).where(*fits)
    else:
        chosen = select(tables.claim_state.c.position // SPAN).where(*_fits(connection, filters))
    return sorted(set(connection.execute(chosen).scalars()))


def claims(connection: Connection, document: int, filters: Filters) -> list[StoredClaim]:
    """The claims of the document in this row that fit, in the order of the text."""
    table = tables.claim
    chosen = _claims().where(table.c.document == document, *_fits(connection, filters))
    return [_stored(row) for row in connection.execute(chosen.order_by(table.c.start, table.c.end, table.c.id))]


def shown(connection: Connection, *where: ColumnElement[bool], most: int) -> list[StoredClaim]:
    """The claims that the ledger shows, of those that fit, in the order of the text; `most` is how many at most."""
    table = tables.claim.c
    chosen = _claims().where(tables.claim_state.c.state.is_not(None), *where)
    return [_stored(row) for row in connection.execute(chosen.order_by(table.start, table.end, table.id).limit(most))]


def claim_ids(connection: Connection, document: int) -> dict[str, str]:
    """The public id of each claim of the document in this row, by the claim's key."""
    table = tables.claim
    current = select(table.c.key, table.c.public_id).join(tables.claim_state)
    chosen = current.where(table.c.document == document).order_by(table.c.id.desc())
    rows: Any = connection.execute(chosen)
    return dict(iter(rows))


def _fits(connection: Connection, filters: Filters) -> list[ColumnElement[bool]]:
    """Shown, and as the filters want it."""
    state = tables.claim_state.c.state
    return [state.is_not(None) if filters.state is None else state == filters.state, *fitting(connection, filters)]


def claim(connection: Connection, row: int) -> StoredClaim:
    """The claim in this row; stale if it is another one now."""
    return _stored(connection.execute(_claims().where(tables.claim.c.id == row)).one())


def _claims() -> Select[Any]:
    table, state = tables.claim, tables.claim_state
    name = func.coalesce(state.c.state, "stale")
    chosen = select(table.c.public_id, tables.document.c.public_id, name, table.c.run, table.c.record,
                    state.c.corrected)
    return chosen.join(tables.document, tables.document.c.id == table.c.document).outerjoin(state)


def _stored(row: Any) -> StoredClaim:
    public_id, document, state, run, record, corrected = row
    return StoredClaim(
        public_id, document, state, run, json.loads(record), corrected and json.loads(corrected), record,
    )


def documents(connection: Connection, rows: Collection[int] | None = None) -> Iterator[StoredDocument]:
    """Every document in the order of adding (or only those in these rows), with how much was found in it.

    A reading that another one replaced is left out, unless it still has a claim that someone must look at.
    """
    claims, numerals = tallies.by_document(connection, rows), _numerals(connection, rows)
    table, source = tables.document, tables.source_file
    same = ("title", "publisher", "published", "kind", "media_type", "language", "url", "text_sha256")
    chosen = select(
        table.c.id.label("row"), table.c.public_id.label("id"), *(table.c[name] for name in same),
        source.c.name, source.c.sha256,
    )
    chosen = chosen.where(_READ if rows is None else table.c.id.in_(rows))
    for found in connection.execute(chosen.join(source).order_by(table.c.id)).mappings():
        fields: dict[str, Any] = {name: value for name, value in found.items() if name != "row"}
        written, unread = numerals.get(found["row"], (0, 0))
        yield StoredDocument(**fields, claims=claims[found["row"]], numerals=written, unread=unread)


def documents_after(connection: Connection, row: int, limit: int) -> list[int]:
    """The rows of the documents that come after this row, in the order of adding."""
    table = tables.document.c
    chosen = select(table.id).where(_READ, table.id > row).order_by(table.id).limit(limit)
    return list(connection.execute(chosen).scalars())


def _numerals(connection: Connection, documents: Collection[int] | None) -> dict[int, tuple[int, int]]:
    """How many numerals the last run found in each document (or only in these rows), and how many unread ones."""
    table = tables.extraction.c
    chosen = select(table.document, table.numerals, table.unread).where(table.superseded_by.is_(None))
    rows = connection.execute(chosen if documents is None else chosen.where(table.document.in_(documents)))
    return {row: (numerals, unread) for row, numerals, unread in rows}


def current(table: Table) -> ColumnElement[bool]:
    """What the last run found, not what an earlier one did."""
    kept = tables.extraction.c
    return exists().where(kept.document == table.c.document, kept.run == table.c.run, kept.superseded_by.is_(None))


_SHOWN = exists().where(tables.claim_state.c.claim == tables.claim.c.id)
_READ = or_(
    exists().where(tables.extraction.c.document == tables.document.c.id, tables.extraction.c.superseded_by.is_(None)),
    exists().where(tables.claim.c.document == tables.document.c.id, tables.claim_state.c.claim == tables.claim.c.id),
)


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
    stands = layout(connection, row)
    return replace(from_dict(Document, record), pages=stands.pages, words=tuple(stands.words()))


def extraction(connection: Connection, row: int) -> Extraction:
    """Everything that the last run found in the document in this row."""
    table = tables.extraction
    last = select(table.c.run, table.c.case).where(table.c.document == row).order_by(table.c.run.desc()).limit(1)
    run, card = connection.execute(last).one()

    def records(kept: Table) -> list[Any]:
        chosen = select(kept.c.record).where(kept.c.document == row, kept.c.run == run).order_by(kept.c.id)
        return [json.loads(record) for record in connection.execute(chosen).scalars()]

    return from_dict(Extraction, {
        "mentions": records(tables.mention), "claims": _standing_claims(connection, row),
        "numerals": records(tables.numeral), "case": card and json.loads(card),
    })


def _standing_claims(connection: Connection, row: int) -> list[Any]:
    """The records of the claims of the document in this row, also those that an earlier run wrote."""
    table = tables.claim.c
    chosen = select(table.record).where(table.document == row, table.rule != REVIEWER, _SHOWN, _found())
    records = connection.execute(chosen.order_by(table.start, table.end, table.id)).scalars()
    return [json.loads(record) for record in records]


def _found() -> ColumnElement[bool]:
    """Not one that the last run found no more."""
    link, later = tables.succession, tables.succession.alias("later")
    after = exists().where(later.c.old == link.c.old, later.c.id > link.c.id)
    return ~exists().where(link.c.old == tables.claim.c.id, link.c.outcome == "orphaned", ~after)


def page_of(connection: Connection, row: int, start: int) -> Page | None:
    """The page that this offset stands on, None where the source has no pages."""
    table = tables.page.c
    columns = (table.number, table.width, table.height, table.start, table.end, table.label)
    chosen = select(*columns).where(table.document == row, table.start <= start, table.end > start)
    found = connection.execute(chosen.order_by(table.start.desc()).limit(1)).first()
    return None if found is None else Page(*found)


def source(connection: Connection, row: int) -> bytes:
    """The bytes that the document in this row was read from."""
    table = tables.document
    chosen = select(tables.source_file.c.data).join(table).where(table.c.id == row)
    return bytes(connection.execute(chosen).scalar_one())


def status(connection: Connection) -> Status:
    """How much the ledger holds."""
    events = tallies.by_event(connection)
    states = {state: number for state, number in tallies.state_counts(connection).items() if number}
    numeral = tables.numeral
    shown = select(numeral.c.fate, func.count()).where(current(numeral)).group_by(numeral.c.fate)
    fates: Any = connection.execute(shown).all()
    counts = {name: _number(connection, table, *where) for name, (table, *where) in _COUNTED.items()}
    return Status(**counts, states=states, events=events, fates=dict(fates))


def _number(connection: Connection, table: Table, *where: Any) -> Any:
    return connection.execute(select(func.count()).select_from(table).where(*where)).scalar_one()


_COUNTED: dict[str, tuple[Any, ...]] = {
    "documents": (tables.document, _READ), "mentions": (tables.mention, current(tables.mention)),
    "claims": (tables.claim_state,), "decisions": (tables.decision,),
}
