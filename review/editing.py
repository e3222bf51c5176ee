"""A claim as the fields of a form, and what a form that comes back corrects."""

from collections.abc import Iterator, Mapping
from typing import Any

from models import Claim, Document, Span, to_dict
from models.edtf import precision
from models.typed_value import as_typed, quantity_of
from review.selected import NotSelected, lemma_of, number_in, on_one_page, selected

Fields = Mapping[str, str]
Slots = dict[str, Any]


def as_fields(claim: Claim) -> dict[str, str]:
    """What the form is filled with."""
    place, source = claim.place, claim.source
    fields = {
        "value": as_typed(claim.quantity), "unit": claim.quantity.unit or "", "counted": claim.counted.text,
        "event": claim.event, "polarity": claim.polarity, "status": claim.status,
        "source": source.name, "source_kind": source.kind,
        "happened": claim.happened.edtf if claim.happened else "", "as_of": claim.as_of.edtf if claim.as_of else "",
        "place": place.name if place else "",
    }
    spans = {"claim": Span(claim.start, claim.end), "number": claim.number, "counted": claim.counted.span,
             "event": claim.evidence.get("event"), "source": source.span, "place": place.span if place else None}
    for name, when in (("happened", claim.happened), ("as_of", claim.as_of)):
        spans[name] = when.span if when else None
    return fields | {f"{name}_{side}": str(getattr(span, side)) if span else ""
                     for name, span in spans.items() for side in ("start", "end")}


def correction(form: Fields, claim: Claim, document: Document) -> Slots:
    """The slots of the record as the form says they are. Raises NotSelected or ValueError."""
    before = as_fields(claim)
    asked = before | {name: value.strip() for name, value in form.items() if name in before or name.endswith("_words")}
    record: Slots = to_dict(claim)
    for name in ("claim", *_CHANGES):
        if name != "value":
            selected(asked, name, document)
    changed = {name for name in before if asked[name] != before[name]}
    record |= dict(_scalars(asked))
    for name, change in _CHANGES.items():
        if changed & {name, f"{name}_start", f"{name}_end", *_ALSO.get(name, ())}:
            record |= change(asked, claim, document, name)
    return _with_its_words(record, asked, claim, document)


def _scalars(asked: Fields) -> Iterator[tuple[str, str]]:
    return ((name, asked[name]) for name in ("polarity", "status", "event"))


def _number(asked: Fields, claim: Claim, document: Document, name: str) -> Slots:
    """The words of the number: the value is read from them, unless another is typed."""
    span = selected(asked, name, document)
    if span is None:
        raise NotSelected("a claim rests on the words of a number: select them")
    words = document.text[span.start:span.end]
    found: Slots = {"number": to_dict(span), "evidence": to_dict(claim.evidence) | {"number": to_dict(span)}}
    if asked["value"] == as_typed(claim.quantity):
        return found | {"quantity": to_dict(number_in(document, span).quantity)}
    return found | {"quantity": to_dict(claim.quantity) | {"wording": words}}


def _value(asked: Fields, claim: Claim, document: Document, name: str) -> Slots:
    """The value as typed, and its unit."""
    quantity = to_dict(claim.quantity) | {"unit": asked["unit"] or None}
    span = selected(asked, "number", document)
    if span and span != claim.number:
        quantity["wording"] = document.text[span.start:span.end]
    if asked["value"] != as_typed(claim.quantity):
        quantity = quantity_of(asked["value"], quantity)
    return {"quantity": quantity}


def _counted(asked: Fields, claim: Claim, document: Document, name: str) -> Slots:
    span, text = selected(asked, name, document), asked[name]
    lemma = claim.counted.lemma if text == claim.counted.text else lemma_of(text)
    return {"counted": {"text": text, "lemma": lemma, "span": to_dict(span)}}


def _event(asked: Fields, claim: Claim, document: Document, name: str) -> Slots:
    span = selected(asked, name, document)
    return {"evidence": to_dict(claim.evidence) | ({"event": to_dict(span)} if span else {})}


def _source(asked: Fields, claim: Claim, document: Document, name: str) -> Slots:
    span = selected(asked, name, document)
    said = {"name": asked[name], "kind": asked["source_kind"], "span": to_dict(span)}
    return {"source": to_dict(claim.source) | said}


def _when(asked: Fields, claim: Claim, document: Document, name: str) -> Slots:
    edtf = asked[name]
    if not edtf:
        return {name: None}
    return {name: {"edtf": edtf, "precision": precision(edtf), "span": to_dict(selected(asked, name, document))}}


def _place(asked: Fields, claim: Claim, document: Document, name: str) -> Slots:
    if not asked[name]:
        return {name: None}
    same = claim.place is not None and claim.place.name == asked[name]
    country = claim.place.country if claim.place and same else None
    return {name: {"name": asked[name], "country": country, "span": to_dict(selected(asked, name, document))}}


_CHANGES = {"number": _number, "value": _value, "counted": _counted, "event": _event, "source": _source,
            "happened": _when, "as_of": _when, "place": _place}
_ALSO = {"value": ("unit",), "source": ("source_kind",)}


def _with_its_words(record: Slots, asked: Fields, claim: Claim, document: Document) -> Slots:
    """The claim's own words; they reach as far as those of its number."""
    span = selected(asked, "claim", document) or Span(claim.start, claim.end)
    number = record["number"]
    whole = Span(min(span.start, number["start"]), max(span.end, number["end"]))
    on_one_page(document, whole, Span(claim.start, claim.end))
    return record | {"start": whole.start, "end": whole.end}
