"""The charges, the whole and the actor of a claim."""

from extract.claims.draft import Draft, Sentence
from models import Phrase, Span, Whole
from models.rules import load


def is_procedural(draft: Draft) -> bool:
    """Is it something that courts, prosecutors or police did in the course of justice?"""
    return bool(load("events").get(draft.event, {}).get("family") == "justice")


def is_of_justice(draft: Draft) -> bool:
    """May the claim carry charges?"""
    return is_procedural(draft) or draft.event in ("detained", "executed")


def charges_of(sentence: Sentence) -> tuple[Phrase, ...]:
    """All charges named in the sentence."""
    return tuple(Phrase(charge.text, Span(charge.start, charge.end)) for charge in sentence.charges)


def whole_of(draft: Draft) -> Whole | None:
    """ "three of the seven": the seven."""
    inner = draft.group.whole
    if inner is None or "partitive" not in draft.group.flags:
        return None
    text = " ".join(unit.text for unit in inner.units)
    quantity = inner.number.quantity if inner.number else None
    return Whole(text, Span(inner.start, inner.end), quantity)
