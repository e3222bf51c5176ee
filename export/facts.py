"""Each claim of a ledger as one flat record with everything that says where it comes from."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from db import STATES, Store, StoredClaim, StoredDocument
from export import codebooks
from export.codebooks import Codebook
from export.options import Options
from export.reviewed import SETTLED, Reviewed
from export.where import test, verified_only
from models import Document
from models.boxes import line_boxes

CONTEXT = 60  # characters of the source before and after the quote

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fact:
    """`record` has a value (or None) for each column; `claim` is the claim's whole JSON form, corrections included."""

    record: Record
    claim: Mapping[str, Any]
    decisions: tuple[Record, ...]


def facts(store: Store, options: Options | None = None) -> Iterator[Fact]:
    """Verified facts in the order of documents and text; every claim with `everything`.

    Reviewers appear under pseudonyms unless `names` are asked for. Raises BadOption for a condition that cannot be
    read.
    """
    asked = options or Options()
    codebook, fits = codebooks.load(asked.codebook) if asked.codebook else None, test(asked.where)
    rules = {run.number: run.rules_sha256 for run in store.runs()}
    states, reviewed = SETTLED if verified_only(asked) else STATES, Reviewed(store, asked.names)
    for entry, document, claims in _by_document(store, states):
        ids, described = store.claim_ids(entry.id), _document(entry)
        for stored in claims:
            claim = {**stored.record, **(stored.corrected or {})}
            record = _claim(claim, stored, document, ids) | described | _coded(claim, codebook)
            record |= {"rules_version": rules[stored.run]} | reviewed.columns(stored)
            if fits(record):
                yield Fact(record, claim, reviewed.decisions(stored))


def _coded(claim: Mapping[str, Any], codebook: Codebook | None) -> Record:
    figure = codebook.figure(claim) if codebook else None
    return {"codebook": codebook.name if codebook and figure else None, "codebook_value": figure}


def _by_document(
    store: Store, states: Collection[str]
) -> Iterator[tuple[StoredDocument, Document, Iterator[StoredClaim]]]:
    entries = {entry.id: entry for entry in store.documents()}
    # the state is looked at here: as a filter it makes the database search each document's claims among all of a state
    wanted = (stored for stored in store.claims() if stored.state in states)
    for name, claims in groupby(wanted, key=lambda stored: stored.document):
        yield entries[name], store.document(name), claims


def _claim(
    claim: Mapping[str, Any], stored: StoredClaim, document: Document, ids: Mapping[str, str]
) -> Record:
    """The claim as reviewers left it, with where its words stand."""
    found = stored.record["quantity"]
    return {
        "fact_id": claim["key"], "claim_id": stored.id, "state": stored.state, "kind": claim["kind"],
        "event": claim["event"], "polarity": claim["polarity"], "status": claim["status"],
        "counted": claim["counted"]["text"], "charges": [charge["text"] for charge in claim["charges"]],
        "actor": claim["actor"] and claim["actor"]["text"], "part_of": ids.get(claim["part_of"]),
        "rule_id": claim["rule"], "run_id": stored.run, "confidence": claim["confidence"],
        "corrected": claim != stored.record,
        "original_value_raw": None if claim["quantity"] == found else found["wording"],
    } | _quantity(claim["quantity"]) | _said(claim["source"]) | _when(claim, document) | _where(claim, document) \
      | _quote(claim["start"], claim["end"], document)


def _quantity(quantity: Mapping[str, Any]) -> Record:
    return {
        "value_raw": quantity["wording"], "value_min": quantity["low"], "value_max": quantity["high"],
        "value_min_open": quantity["low_open"], "value_max_open": quantity["high_open"],
        "approximate": quantity["approximate"], "vague": quantity["vague"], "unit": quantity["unit"],
    }


def _said(source: Mapping[str, Any]) -> Record:
    return {"attribution": source["name"], "attribution_kind": source["kind"], "attribution_chain": source["chain"]}


def _when(claim: Mapping[str, Any], document: Document) -> Record:
    happened, as_of = claim["happened"] or {}, claim["as_of"] or {}
    return {
        "as_of": as_of.get("edtf"), "event_date": happened.get("edtf"),
        "event_date_precision": happened.get("precision"), "event_date_raw": _words(happened.get("span"), document),
    }


def _where(claim: Mapping[str, Any], document: Document) -> Record:
    place = claim["place"] or {}
    words = _words(place.get("span"), document)
    return {"place": place.get("name"), "place_raw": words, "country": place.get("country")}


def _words(span: Mapping[str, int] | None, document: Document) -> str | None:
    return document.text[span["start"]:span["end"]] if span else None


def _quote(start: int, end: int, document: Document) -> Record:
    text = document.text
    pages = [page.number for page in document.pages if page.start <= start < page.end]
    return {
        "quote": text[start:end], "quote_prefix": text[max(0, start - CONTEXT):start],
        "quote_suffix": text[end:end + CONTEXT], "page": pages[-1] if pages else None, "page_label": None,
        "char_start": start, "char_end": end, "boxes": line_boxes(document.words, start, end),
    }


def _document(entry: StoredDocument) -> Record:
    return {
        "document_id": entry.id, "document_title": entry.title, "document_publisher": entry.publisher,
        "document_date": entry.published, "document_url": entry.url,
        "source_sha256": entry.sha256, "text_sha256": entry.text_sha256,
    }
