"""The charges, the whole and the actor of a claim."""

from extract.claims.draft import Draft
from extract.law import find_charges
from models import Phrase, Span, Whole
from models.rules import load


def charges_of(draft: Draft, text: str) -> tuple[Phrase, ...]:
    """All charges named in the claim's sentence after its verdict; none for a claim that is no matter of justice."""
    if load("events").get(draft.event, {}).get("family") != "justice" and draft.event not in ("detained", "executed"):
        return ()
    span = draft.sentence.span
    return tuple(Phrase(text[s.start:s.end], s) for s in find_charges(text, span.start, span.end))


def whole_of(draft: Draft) -> Whole | None:
    """ "three of the seven": the seven."""
    inner = draft.group.whole
    if inner is None or "partitive" not in draft.group.flags:
        return None
    text = " ".join(unit.text for unit in inner.units)
    quantity = inner.number.quantity if inner.number else None
    return Whole(text, Span(inner.start, inner.end), quantity)
