"""How sure a claim is: the record of its rule, lowered by what makes such claims wrong.

The record is how many of a rule's claims were right in value and event, on the gold documents and in the decisions of
reviewers; `factledger evaluate --pin` writes it to models/confidence.toml. A rule with a short record leans on that of
all rules (the m-estimate of Cestnik 1990), and each doubt lowers it by what such claims fell short of the others.
"""

from collections.abc import Iterator
from functools import cache

from models import Counted, Quantity, Span
from models.rules import load

STRENGTH = 8  # the claims of average quality that a rule is credited with before its own count
PRESUMED = 0.85  # what a doubt is presumed to leave of it until counts say otherwise
UNMEASURED = 0.5  # a count with no event of ours: nothing was asserted that could be checked
FAR = 40  # characters between a number and the words of its event beyond which something was skipped


def confidence(rule: str, event: str, doubts: tuple[str, ...]) -> float:
    """The share of such claims that were right, from 0 to 1 in hundredths."""
    if event == "stated":
        return UNMEASURED
    share = _smoothed("rules", rule)
    for doubt in doubts:
        share *= min(1.0, _smoothed("doubts", doubt, PRESUMED) / _average())
    return round(share, 2)


def doubts_of(number: Span, quantity: Quantity, counted: Counted, event: Span | None) -> tuple[str, ...]:
    """What speaks against a claim: a vague word, a noun that is left out, material skipped to the event."""
    return tuple(_doubts(number, quantity, counted, event))


def _doubts(number: Span, quantity: Quantity, counted: Counted, event: Span | None) -> Iterator[str]:
    if quantity.vague is not None and quantity.unit is None:
        yield "vague"
    if quantity.unit is None and (counted.span is None or counted.span.start < number.start):
        yield "ellipsis"
    if event is not None and max(number.start - event.end, event.start - number.end) > FAR:
        yield "skipped"


@cache
def _smoothed(table: str, name: str, presumed: float = 1.0) -> float:
    found, right = load("confidence")[table].get(name, (0, 0))
    return float((right + STRENGTH * presumed * _average()) / (found + STRENGTH))


@cache
def _average() -> float:
    found, right = load("confidence")["all"]["claims"]
    return float(right / found)
