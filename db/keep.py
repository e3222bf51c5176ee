"""Writing one document with all that was found in it."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from db import events, geometry, tables
from db.clock import now
from db.digest import found_digest
from db.identity import AT_ONCE, claim_hash, document_hash, shortest, taken_ids
from models import Claim, Document, Extraction, Mention, Numeral, Word, to_dict

Row = dict[str, Any]


def known(connection: Connection, sha256: str) -> str | None:
    """The id of the document that was read from these bytes, the newest reading if there are several."""
    table = tables.document
    found = select(table.c.public_id).where(table.c.source_sha256 == sha256).order_by(table.c.id.desc()).limit(1)
    return connection.execute(found).scalar()


def keep(connection: Connection, document: Document, data: bytes, name: str, found: Extraction, run: int) -> str:
    """Writes the document and its extraction; the new document's id. The caller's transaction makes it one step."""
    _keep_source(connection, document, data, name)
    public_id, row = keep_document(connection, document)
    keep_found(connection, found, row, run)
    keep_claims(connection, found.claims, document.text, row, run)
    events.append(connection, "import", source=document.sha256, detail={
        "document": public_id, "name": name, "run": run, "digest": found_digest(connection, row, run),
    })
    return public_id


def keep_found(connection: Connection, found: Extraction, document: int, run: int) -> None:
    """Writes what a run found in the document in this row, all but the claims."""
    place = {"document": document, "run": run}
    case = None if found.case is None else written(found.case)
    connection.execute(insert(tables.extraction).values(case=case, **place))
    _many(connection, tables.mention, [_mention_row(item) | place for item in found.mentions])
    _many(connection, tables.numeral, [_numeral_row(item) | place for item in found.numerals])


def written(shape: Any) -> str:
    """A shape as JSON text."""
    return json.dumps(to_dict(shape), ensure_ascii=False, separators=(",", ":"))


def _many(connection: Connection, table: Table, rows: list[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _keep_source(connection: Connection, document: Document, data: bytes, name: str) -> None:
    table = tables.source_file
    if connection.execute(select(table.c.sha256).where(table.c.sha256 == document.sha256)).scalar() is None:
        values = {"sha256": document.sha256, "name": name, "size": len(data), "data": data, "added_at": now()}
        connection.execute(insert(table).values(values))


def keep_document(connection: Connection, document: Document) -> tuple[str, int]:
    """Writes a new reading of a source, with its pages; its public id and its row."""
    table = tables.document
    digest = document_hash(document.sha256, document.text_sha256)
    (public_id,) = shortest("d", [digest], partial(taken_ids, connection, table.c.public_id))
    values = _document_row(document) | {"public_id": public_id, "added_at": now()}
    row = int(connection.execute(insert(table).values(values).returning(table.c.id)).scalar_one())
    _many(connection, tables.page, [page | {"document": row} for page in _page_rows(document)])
    return public_id, row


def _document_row(document: Document) -> Row:
    same = ("text_sha256", "text", "media_type", "title", "publisher", "kind", "language", "url")
    return {name: getattr(document, name) for name in same} | {
        "source_sha256": document.sha256,
        "published": to_dict(document.published),
        "blocks": written(document.blocks),
        "notes": written(document.notes),
    }


def _page_rows(document: Document) -> Iterator[Row]:
    words: dict[int, list[Word]] = defaultdict(list)
    for word in document.words:
        words[word.page].append(word)
    for page in document.pages:
        row = {name: getattr(page, name) for name in ("number", "width", "height", "start", "end")}
        yield row | {"words": geometry.pack(words[page.number])}


def _mention_row(mention: Mention) -> Row:
    row = {name: getattr(mention, name) for name in ("label", "start", "end", "canonical")}
    return row | {"record": written(mention)}


def _numeral_row(numeral: Numeral) -> Row:
    return {name: getattr(numeral, name) for name in ("start", "end", "fate")} | {"record": written(numeral)}


def keep_claims(connection: Connection, claims: Sequence[Claim], text: str, document: int, run: int) -> list[int]:
    """Writes the claims with their ids, each open; their rows."""
    seen = _seen(connection, [claim.key for claim in claims])
    digests = [claim_hash(key, repeat) for key, repeat in _numbered((claim.key for claim in claims), seen)]
    ids = shortest("c", digests, partial(taken_ids, connection, tables.claim.c.public_id))
    place = {"document": document, "run": run}
    rows = [_claim_row(claim) | {"public_id": name, "quote": text[claim.start:claim.end]} | place
            for claim, name in zip(claims, ids, strict=True)]
    _many(connection, tables.claim, rows)
    made = _rows_of(connection, document, run)
    _many(connection, tables.claim_state, [{"claim": made[name], "state": "open"} for name in ids])
    return [made[name] for name in ids]


def _rows_of(connection: Connection, document: int, run: int) -> dict[str, int]:
    """The row of each claim that a run wrote of a document, by its public id."""
    table = tables.claim.c
    chosen = select(table.public_id, table.id).where(table.document == document, table.run == run)
    rows: Any = connection.execute(chosen)
    return dict(iter(rows))


def _seen(connection: Connection, keys: list[str]) -> Counter[str]:
    """How many claims of the ledger have each key already."""
    column, found = tables.claim.c.key, Counter[str]()
    for start in range(0, len(keys), AT_ONCE):
        some = select(column, func.count()).where(column.in_(keys[start:start + AT_ONCE])).group_by(column)
        rows: Any = connection.execute(some)
        found.update(dict(iter(rows)))
    return found


def _numbered(keys: Iterable[str], seen: Counter[str]) -> Iterator[tuple[str, int]]:
    """Each key with how often it came before."""
    for key in keys:
        yield key, seen[key]
        seen[key] += 1


def _claim_row(claim: Claim) -> Row:
    same = ("key", "start", "end", "kind", "event", "polarity", "status", "rule", "confidence")
    quantity = claim.quantity
    return {name: getattr(claim, name) for name in same} | {
        "low": to_dict(quantity.low),
        "high": to_dict(quantity.high),
        "low_open": int(quantity.low_open),
        "high_open": int(quantity.high_open),
        "approximate": int(quantity.approximate),
        "vague": quantity.vague,
        "unit": quantity.unit,
        "counted": claim.counted.text,
        "source_name": claim.source.name,
        "source_kind": claim.source.kind,
        "as_of": claim.as_of and claim.as_of.edtf,
        "happened": claim.happened and claim.happened.edtf,
        "place": claim.place and claim.place.name,
        "country": claim.place and claim.place.country,
        "record": written(claim),
    }
