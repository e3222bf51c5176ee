"""FollowTheMoney, for Aleph and its kin: one entity a line, in the words of that model's own schemas.

Each document stands before what it says: its names as Mentions, a decision as a CourtCase with its parties, and each
fact as an Event, tied to the document by a Documentation and explained by a Note. A value that the model does not take
(a control character, an address that is none) is left out by its own cleaning, and one longer than the model's limit
ends in an ellipsis; the Note keeps the date as it is known.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from followthemoney import model
from followthemoney.proxy import EntityProxy

from export import wording
from export.edtf import bounds
from export.fact import Fact, Record
from export.reading import Reading
from export.view import View
from models import Case

KINDS = {  # a document's schema by its media type; any other file is a Document
    "text/plain": "PlainText", "text/html": "HyperText", "multipart/related": "HyperText", "message/rfc822": "Email",
    "application/pdf": "Pages", "application/rtf": "Pages", "application/vnd.oasis.opendocument.text": "Pages",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Pages",
}
NAMED = {"PERSON": "Person", "JUDGE": "Person", "LAWYER": "Person", "ORG": "Organization", "COURT": "PublicBody"}
EXPLAINED = (  # what of a fact stands in its note
    "value_raw", "counted", "status", "polarity", "attribution", "attribution_chain", "as_of", "event_date",
    "event_date_precision", "charges", "actor", "page", "char_start", "char_end", "source_sha256", "text_sha256",
    "state", "verified_by_1", "verified_at_1", "verified_by_2", "verified_at_2", "claim_id",
)


def write(facts: Iterable[Fact], path: Path, view: View) -> int:
    """Writes the facts; how many."""
    number = 0
    with path.open("w", encoding="utf8", newline="") as file:
        for reading, group in groupby(facts, key=lambda fact: fact.reading):
            _write(file, _document(reading))
            for fact in group:
                _write(file, _fact(fact.record))
                number += 1
    return number


def _write(file: Any, entities: Iterable[EntityProxy]) -> None:
    for entity in entities:
        file.write(json.dumps(entity.to_dict(), ensure_ascii=False) + "\n")


def _document(reading: Reading) -> Iterator[EntityProxy]:
    """The file, the names in it, and its case."""
    entry = reading.entry
    yield _entity(
        KINDS.get(entry.media_type, "Document"), _document_id(entry.id), fileName=entry.name or entry.sha256,
        title=entry.title, mimeType=entry.media_type, language=entry.language, publishedAt=entry.published,
        publisher=entry.publisher, sourceUrl=entry.url,
        contentHash=hashlib.sha1(reading.source, usedforsecurity=False).hexdigest(),
    )
    named = {(mention.canonical, NAMED[mention.label]) for mention in reading.mentions if mention.label in NAMED}
    for name, kind in sorted(named):
        yield _entity("Mention", _id("mention", entry.id, kind, name), document=_document_id(entry.id), name=name,
                      detectedSchema=kind)
    if reading.case:
        yield from _case(reading.case, entry.id)


def _case(case: Case, document: str) -> Iterator[EntityProxy]:
    name = case.name or next(iter(case.case_numbers), None)
    if name is None:  # the model asks for a name, and none is invented
        return
    key = _id("case", document)
    yield _entity("CourtCase", key, name=name, caseNumber=case.case_numbers, court=case.court, status=case.outcome,
                  closeDate=case.decided and case.decided.isoformat(), proof=_document_id(document))
    yield _documented(document, key, "decision")
    for party in case.parties:
        whose = _id("party", document, party.name)
        yield _entity("LegalEntity", whose, name=party.name, proof=_document_id(document))
        yield _entity("CourtCaseParty", _id("role", document, party.name, party.role or ""), party=whose, case=key,
                      role=party.role)


def _fact(record: Record) -> Iterator[EntityProxy]:
    """The event, its tie to the document, and its note."""
    key, document = _id("fact", record["fact_id"], record["claim_id"]), record["document_id"]
    yield _entity(
        "Event", key, name=wording.title(record), summary=record["quote"], location=record["place"],
        country=record["country"], recordId=record["fact_id"], proof=_document_id(document),
        publisher=record["document_publisher"], sourceUrl=record["document_url"],
        namesMentioned=[record["attribution"], record["actor"]], keywords=record["event"], **_dates(record),
    )
    yield _documented(document, key, "evidence")
    yield _entity("Note", _id("note", key), entity=key, proof=_document_id(document), description=_explained(record))


def _dates(record: Record) -> dict[str, str | None]:
    """A day, month or year as it is; of any other date the first and the last day that it can mean."""
    date = record["event_date"] or ""
    if date.replace("-", "").isdigit() and record["event_date_precision"] in ("day", "month", "year"):
        return {"date": date}
    first, last = bounds(date)
    return {"startDate": first, "endDate": last}


def _explained(record: Record) -> str:
    said = {name: record[name] for name in EXPLAINED if record[name] not in (None, "", [])}
    words = {name: "; ".join(value) if isinstance(value, list) else value for name, value in said.items()}
    return "\n".join(f"{name}: {value}" for name, value in words.items())


def _documented(document: str, key: str, role: str) -> EntityProxy:
    return _entity("Documentation", _id("documentation", key), document=_document_id(document), entity=key, role=role)


def _entity(schema: str, key: str, **values: Any) -> EntityProxy:
    """An entity with these properties, each cleaned as the model's own types do it; nothing known is left out."""
    entity = model.make_entity(schema)
    entity.id = key
    for name, value in values.items():
        longest = entity.schema.properties[name].type.max_length
        entity.add(name, [_shortened(one, longest) for one in ([value] if isinstance(value, str) else value or ())])
    return entity


def _shortened(value: str | None, longest: int) -> str | None:
    """A value that the model would refuse for its length ends in an ellipsis."""
    return f"{value[:longest - 1]}…" if value and len(value) > longest else value


def _document_id(document: str) -> str:
    return _id("document", document)


def _id(kind: str, *parts: str) -> str:
    """Ids have no meaning but to be the same for the same thing each time."""
    return f"factledger-{kind}-{hashlib.sha256(chr(0).join(parts).encode('utf8', 'surrogatepass')).hexdigest()[:40]}"
