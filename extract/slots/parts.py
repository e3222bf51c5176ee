"""The charges, the whole and the actor of a claim."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from extract.claims.draft import Draft, Sentence
from models import Phrase, Span, Whole
from models.rules import load, word_set

PUNISHING = ("sentenced", "fined")
ACQUITTING = re.compile(r"\b(?:acquitt|cleared|quash|overturn|dismiss|dropped)")  # what was charged is over


def is_procedural(draft: Draft) -> bool:
    """Is it something that courts, prosecutors or police did in the course of justice?"""
    return bool(load("events").get(draft.event, {}).get("family") == "justice")


def is_of_justice(draft: Draft) -> bool:
    """May the claim carry charges?"""
    return is_procedural(draft) or draft.event in ("detained", "executed")


def _is_length(charge: Phrase, sentence: Sentence) -> bool:
    """ "jailed for terms of two years", "for fraud and two years for forgery": the length is no charge."""
    lengths = {draft.number.start for draft in sentence.drafts if draft.number.kind == "duration"}
    penal = charge.text.lower().removesuffix("s") in word_set("words/carriers", "penal")
    return penal or (charge.span is not None and charge.span.start in lengths)


_start = attrgetter("start")


@dataclass(slots=True)
class ChargeContext:
    """The charges of a sentence; a punishment that follows takes those of the verdict in its paragraph."""

    text: str
    charges: Sequence[Span]
    paragraph: int = -1
    verdict: tuple[Phrase, ...] = ()

    def fill(self, sentence: Sentence) -> None:
        """Charges of all drafts of the next sentence."""
        own = self._own(sentence)
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.verdict = sentence.paragraph, ()
        for draft in sentence.drafts:
            if is_of_justice(draft):
                inherited = self.verdict if draft.event in PUNISHING else ()
                draft.charges = own or inherited
        self.verdict = own or self.verdict
        if self.verdict and ACQUITTING.search(self.text, sentence.span.start, sentence.span.end):
            self.verdict = ()

    def _own(self, sentence: Sentence) -> tuple[Phrase, ...]:
        first = bisect_left(self.charges, sentence.span.start, key=_start)
        last = bisect_left(self.charges, sentence.span.end, first, key=_start)
        charges = [Phrase(self.text[charge.start : charge.end], charge) for charge in self.charges[first:last]]
        return tuple(charge for charge in charges if not _is_length(charge, sentence))


def whole_of(draft: Draft) -> Whole | None:
    """ "three of the seven": the seven."""
    inner = draft.group.whole
    if inner is None or "partitive" not in draft.group.flags:
        return None
    quantity = inner.number.quantity if inner.number else None
    return Whole(inner.text, Span(inner.start, inner.end), quantity)
