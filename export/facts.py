"""Each claim of a ledger as one flat record with everything that says where it comes from."""

from collections.abc import Collection, Iterator, Mapping
from itertools import groupby
from typing import Any

from db import STATES, Store, StoredClaim, StoredDocument
from export import codebooks
from export.codebooks import Codebook
from export.fact import CONTEXT, Fact, Record
from export.options import Options
from export.reading import Reading
from export.redact import Redaction
from export.reviewed import SETTLED, Reviewed
from export.where import fitting, verified_only


def facts(store: Store, options: Options | None = None) -> Iterator[Fact]:
    """Verified facts in the order of documents and text; every claim with `everything`.

    Reviewers appear under pseudonyms unless `names` are asked for. Conditions are on what is in the ledger, also where
    persons' names are replaced. Raises BadOption for a condition that cannot be read.
    """
    asked = options or Options()
    codebook, fits = codebooks.load(asked.codebook) if asked.codebook else None, fitting(asked.where)
    rules = {run.number: run.rules_sha256 for run in store.runs()}
    states, reviewed = SETTLED if verified_only(asked) else STATES, Reviewed(store, asked.names)
    redaction = Redaction() if asked.redact else None
    for reading, claims in _by_document(store, states):
        described = _document(reading.entry)
        for stored in claims:
            claim = {**stored.record, **(stored.corrected or {})}
            record = _claim(claim, stored, reading)
            record.update(described, rules_version=rules[stored.run], **reviewed.columns(stored))
            record.update(_coded(claim, codebook))
            if fits(record):
                written = "" if stored.corrected else stored.written
                fact = Fact(record, claim, reviewed.decisions(stored), reading, written)
                yield redaction.fact(fact) if redaction else fact
        reading.forget()


def _coded(claim: Mapping[str, Any], codebook: Codebook | None) -> Record:
    figure = codebook.figure(claim) if codebook else None
    return {"codebook": codebook.name if codebook and figure else None, "codebook_value": figure}


def _by_document(store: Store, states: Collection[str]) -> Iterator[tuple[Reading, Iterator[StoredClaim]]]:
    entries = {entry.id: entry for entry in store.documents()}
    # the state is looked at here: as a filter it makes the database search each document's claims among all of a state
    wanted = (stored for stored in store.claims() if stored.state in states)
    for name, claims in groupby(wanted, key=lambda stored: stored.document):
        yield Reading(store, entries[name]), claims


def _claim(claim: Mapping[str, Any], stored: StoredClaim, reading: Reading) -> Record:
    """The claim as reviewers left it, with where its words stand."""
    found = stored.record["quantity"]
    return {
        "fact_id": claim["key"], "claim_id": stored.id, "state": stored.state, "kind": claim["kind"],
        "event": claim["event"], "polarity": claim["polarity"], "status": claim["status"],
        "counted": claim["counted"]["text"], "charges": [charge["text"] for charge in claim["charges"]],
        "actor": claim["actor"] and claim["actor"]["text"],
        "part_of": claim["part_of"] and reading.claim_ids.get(claim["part_of"]),
        "rule_id": claim["rule"], "run_id": stored.run, "confidence": claim["confidence"],
        "corrected": claim != stored.record,
        "original_value_raw": None if claim["quantity"] == found else found["wording"],
        **_quantity(claim["quantity"]), **_said(claim["source"]), **_when(claim, reading), **_where(claim, reading),
        **_quote(claim["start"], claim["end"], reading),
    }


def _quantity(quantity: Mapping[str, Any]) -> Record:
    return {
        "value_raw": quantity["wording"], "value_min": quantity["low"], "value_max": quantity["high"],
        "value_min_open": quantity["low_open"], "value_max_open": quantity["high_open"],
        "approximate": quantity["approximate"], "vague": quantity["vague"], "unit": quantity["unit"],
    }


def _said(source: Mapping[str, Any]) -> Record:
    return {"attribution": source["name"], "attribution_kind": source["kind"], "attribution_chain": source["chain"]}


def _when(claim: Mapping[str, Any], reading: Reading) -> Record:
    happened, as_of = claim["happened"] or {}, claim["as_of"] or {}
    return {
        "as_of": as_of.get("edtf"), "event_date": happened.get("edtf"),
        "event_date_precision": happened.get("precision"), "event_date_raw": reading.words(happened.get("span")),
    }


def _where(claim: Mapping[str, Any], reading: Reading) -> Record:
    place = claim["place"] or {}
    words = reading.words(place.get("span"))
    return {"place": place.get("name"), "place_raw": words, "country": place.get("country")}


def _quote(start: int, end: int, reading: Reading) -> Record:
    text, page = reading.text, reading.page(start)
    return {
        "quote": text[start:end], "quote_prefix": text[max(0, start - CONTEXT):start],
        "quote_suffix": text[end:end + CONTEXT], "page": page and page.number, "page_label": page and page.label,
        "char_start": start, "char_end": end, "boxes": reading.boxes(start, end),
    }


def _document(entry: StoredDocument) -> Record:
    return {
        "document_id": entry.id, "document_title": entry.title, "document_publisher": entry.publisher,
        "document_date": entry.published, "document_url": entry.url,
        "source_sha256": entry.sha256, "text_sha256": entry.text_sha256,
    }
