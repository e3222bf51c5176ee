"""One claim laid out for a person: the sentence with its words marked, each slot with its evidence, the rule."""

from collections.abc import Iterator, Mapping
from textwrap import fill

from db import StoredClaim
from factledger.sentence import sentence_around
from factledger.terminal import CLOSE, OPEN, Printer, plain, spaced
from factledger.wording import claim_in_words
from models import Claim, Document, Place, Span, When
from models.rulebook import claim_rule
from models.wording import value_in_words

MARGIN = "  "
Slot = tuple[str, str, str]  # name, value, the words it rests on


def headline(stored: StoredClaim) -> str:
    """The claim in one line."""
    return f"{stored.id}  {claim_in_words(stored.claim)}  [{stored.state}]"


def marked_sentence(document: Document, claim: Claim, printer: Printer) -> str:
    """The sentence with the words of every slot in [brackets], or in colour on a terminal."""
    sentence = sentence_around(document, claim.start, claim.end)
    pieces, here = [], sentence.start
    for span in merged([claim.number, *claim.evidence.values(), *_spans(claim)], sentence):
        words = plain(document.text[span.start:span.end])
        pieces += [spaced(document.text[here:span.start]), f"{OPEN}{words}{CLOSE}"]
        here = span.end
    whole = "".join([*pieces, spaced(document.text[here:sentence.end])]).strip()
    return printer.marked(fill(whole, printer.width, initial_indent=MARGIN, subsequent_indent=MARGIN))


def _spans(claim: Claim) -> list[Span]:
    """Where the words of the claim's slots stand."""
    return [span for _, _, span in _slots(claim, {}) if span]


def merged(spans: list[Span], within: Span) -> list[Span]:
    """The spans within a stretch in order, those that touch or overlap made one."""
    result: list[Span] = []
    inside = [span for span in spans if within.start <= span.start < span.end <= within.end]
    for span in sorted(inside, key=lambda item: (item.start, item.end)):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(span.end, result[-1].end))
        else:
            result.append(span)
    return result


def slots(document: Document, claim: Claim, ids: Mapping[str, str]) -> Iterator[Slot]:
    """Every slot that is filled; `ids` gives the short id of a claim's key."""
    for name, value, span in _slots(claim, ids):
        if value:
            yield name, value, _words(document, span)


def _slots(claim: Claim, ids: Mapping[str, str]) -> Iterator[tuple[str, str, Span | None]]:
    yield "value", value_in_words(claim.quantity, claim.kind), claim.number
    yield "as written", f"“{claim.quantity.wording}”" if claim.quantity.wording else "", None
    yield "kind", claim.kind, None
    yield "counted", claim.counted.text, claim.counted.span
    yield "event", claim.event, claim.evidence.get("event")
    yield "polarity", claim.polarity, None
    yield "status", claim.status, None
    yield "source", f"{claim.source.name} ({claim.source.kind.replace('_', ' ')})", claim.source.span
    yield "by way of", ", ".join(claim.source.chain), None
    yield "happened", *_when(claim.happened)
    yield "as of", *_when(claim.as_of)
    yield "place", *_where(claim.place)
    for charge in claim.charges:
        yield "charge", charge.text, charge.span
    yield "actor", claim.actor.text if claim.actor else "", claim.actor.span if claim.actor else None
    yield "part of", ids.get(claim.part_of, claim.part_of) if claim.part_of else "", None
    yield "whole", claim.whole.text if claim.whole else "", claim.whole.span if claim.whole else None


def _when(when: When | None) -> tuple[str, Span | None]:
    if when is None:
        return "", None
    return f"{when.edtf} ({when.precision}){'' if when.span else ', inherited'}", when.span


def _where(place: Place | None) -> tuple[str, Span | None]:
    """The name with its country, once, and whether it was named before."""
    if place is None:
        return "", None
    names = dict.fromkeys(name for name in (place.name, place.country) if name)
    return f"{', '.join(names)}{'' if place.span else ', inherited'}", place.span


def _words(document: Document, span: Span | None) -> str:
    return f"“{document.text[span.start:span.end]}” {span.start}-{span.end}" if span else ""


def why(document: Document, stored: StoredClaim) -> Iterator[str]:
    """The rule, what it finds, and on which words it fired."""
    claim = stored.claim
    rule = claim_rule(claim.rule)
    says = f": {rule.says} ({rule.file})" if rule else ""
    yield f"Rule {claim.rule}{says}, confidence {claim.confidence:.2f}"
    if claim.evidence:
        yield "It fired on " + ", ".join(f"{role} {_words(document, span)}" for role, span in claim.evidence.items())
