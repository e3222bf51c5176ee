"""A claim that the rules missed and a reviewer found: kept as any other, its rule is "reviewer".

It belongs to the run that the reviewer had before them, and to no run's digest: an event of its own has its digest. A
re-run leaves it where it is as long as the text is the same; in another text it becomes stale, as every decision does.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from db import corrections, decisions, events, keep, prepared, reviewers, tables
from db.digest import claim_digest
from db.errors import StoreError
from db.prepared import REVIEWER
from models import Claim, ShapeError, from_dict

NARRATOR = "the document"  # who says so where no publisher is named


def add(connection: Connection, document: int, slots: Mapping[str, Any], who: str, reason: str | None) -> str:
    """Writes a claim with these slots, and this person's approval of it; its id.

    Raises StoreError when it is no claim, is there already, or has a figure that its words do not have and no reason.
    """
    found = _document(connection, document)
    record = _record(found, slots)
    claim = _checked(found, record)
    if not (reason or "").strip():
        corrections.check_figures(connection, document, record, found.text)
    _, name = reviewers.may_write(connection, who)
    _refuse_twice(connection, document, claim.key)
    row = prepared.claim_row(claim)
    (public_id,) = keep.keep_claims(connection, [row], found.text, document, found.run)
    written = keep.row_of(connection, public_id)
    detail = {"claim": public_id, "digest": claim_digest(connection, written)}
    events.append(connection, "missed", name, claim.key, found.source_sha256, detail)
    decisions.decide(connection, written, "approve", name, reason)
    return public_id


def _document(connection: Connection, document: int) -> Any:
    table, found = tables.document.c, tables.extraction.c
    chosen = select(table.text, table.source_sha256, table.publisher, table.kind, found.run)
    newest = chosen.join(tables.extraction).where(table.id == document).order_by(found.run.desc()).limit(1)
    return connection.execute(newest).one()


def _record(document: Any, slots: Mapping[str, Any]) -> dict[str, Any]:
    """The claim's record: what the reviewer said, and otherwise what a plain sentence of the document says."""
    kind = "court" if document.kind == "decision" else "publisher"
    plain = {
        "kind": "count", "counted": {"text": "", "lemma": "", "span": None}, "polarity": "affirmed",
        "status": "stated", "source": {"name": document.publisher or NARRATOR, "kind": kind},
        "evidence": {"number": slots.get("number")},
    }
    record = plain | dict(slots) | {"rule": REVIEWER, "confidence": 1.0}
    return record | {"key": _key(document.source_sha256, record)}


def _key(source_sha256: str, record: Mapping[str, Any]) -> str:
    said = {name: value for name, value in record.items() if name not in ("confidence", "evidence")}
    return hashlib.sha256(f"{source_sha256} {events.canonical(said)}".encode("utf8", "surrogatepass")).hexdigest()


def _checked(document: Any, record: Mapping[str, Any]) -> Claim:
    try:
        claim = from_dict(Claim, dict(record))
    except (ShapeError, KeyError, TypeError) as error:
        raise StoreError(f"this is no claim: {error}") from None
    inside = 0 <= claim.start <= claim.number.start < claim.number.end <= claim.end <= len(document.text)
    if not inside:
        raise StoreError("the claim's words, or its number, are not where the document has any: select them again")
    return claim


def _refuse_twice(connection: Connection, document: int, key: str) -> None:
    table = tables.claim.c
    chosen = select(table.public_id).join(tables.claim_state).where(table.key == key, table.document == document)
    there = connection.execute(chosen).scalar()
    if there is not None:
        raise StoreError(f"this claim was added already: it is {there}")


def digests(connection: Connection) -> dict[str, str]:
    """The digest of each claim that a person found, by its id."""
    table = tables.claim.c
    rows = connection.execute(select(table.public_id, table.id).where(table.rule == REVIEWER)).all()
    return {public_id: claim_digest(connection, row) for public_id, row in rows}
