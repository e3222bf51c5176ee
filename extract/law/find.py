"""All law mentions of a text: every finder proposes, the strongest proposals stand."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extract.law.cases import with_names
from extract.law.charges import cut_short, find_charges
from extract.law.courts import find_courts, find_heading_courts
from extract.law.heading import heading_end
from extract.law.judges import find_judges
from extract.law.lawyers import find_lawyers, find_named_lawyers
from extract.law.parties import find_parties
from extract.law.patterns import Candidate, find_patterns
from extract.law.statutes import find_statutes
from models.document import Block
from models.mention import DateValue, Mention
from models.span import Span
from models.vocabulary import DocumentKind, Label

_CITED: Sequence[Label] = ("CITATION", "CASE_NUMBER")  # what may follow the name of a case
_WITH_YEAR: Sequence[Label] = ("CITATION", "CASE_NUMBER", "STATUTE")  # what a year may be a part of
_TRAILING = re.compile(r"(?:[\s,(\[]|\b(?:of|OF|and|AND))+$")


def find_law(
    text: str,
    blocks: Sequence[Block],
    kind: DocumentKind,
    taken: Sequence[Mention],
    charges: Sequence[Span] | None = None,
) -> list[Mention]:
    """COURT, STATUTE, PROVISION, CHARGE, CASE_NUMBER, CITATION, JUDGE, LAWYER and PARTY mentions, in order.

    They overlap neither one another nor `taken`; a proposal that ends in a taken span is cut before it. Only a bare
    year among the dates `taken` may become a part of a citation, a case number or a statute. `charges` are found if
    not given.
    """
    days = _Occupied([(mention.start, mention.end) for mention in taken if not _is_year(mention)])
    dates = _Occupied([(mention.start, mention.end) for mention in taken])
    kept: list[Mention] = []
    for candidate in sorted(_candidates(text, kind, charges), key=lambda item: (-item.priority, item.start, -item.end)):
        occupied = days if candidate.label in _WITH_YEAR else dates
        fitted = occupied.fit(text, candidate.start, candidate.end)
        if fitted and candidate.label == "CHARGE" and fitted[1] < candidate.end:
            left = cut_short(text, *fitted)
            fitted = (left.start, left.end) if left else None
        if fitted is not None:
            days.add(*fitted)
            dates.add(*fitted)
            kept.append(_mention(text, candidate, *fitted))
    return sorted(kept, key=lambda mention: mention.start)


def _is_year(mention: Mention) -> bool:
    return isinstance(mention.value, DateValue) and mention.value.precision == "year"


def _candidates(text: str, kind: DocumentKind, charges: Sequence[Span] | None) -> Iterator[Candidate]:
    end = heading_end(text) if kind == "decision" else 0
    yield from find_judges(text, end)
    yield from find_parties(text, end)
    yield from find_lawyers(text, end)
    if kind == "decision":
        yield from find_named_lawyers(text)
    proposed = list(find_patterns(text))
    yield from with_names(text, *([item for item in proposed if item.label == label] for label in _CITED))
    yield from (candidate for candidate in proposed if candidate.label != "CITATION")
    yield from find_statutes(text)
    yield from find_heading_courts(text, end)
    yield from find_courts(text)
    for span in find_charges(text) if charges is None else charges:
        yield Candidate(span.start, span.end, "CHARGE", "charge", 1)


def _mention(text: str, candidate: Candidate, start: int, end: int) -> Mention:
    words = text[start:end]
    canonical = candidate.canonical or " ".join(words.replace("’", "'").split())
    return Mention(candidate.label, start, end, words, canonical, candidate.rule, role=candidate.role)


class _Occupied:
    """The spans already given away, in order."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._starts = sorted(start for start, _ in spans)
        self._ends = [end for _, end in sorted(spans)]

    def fit(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The span where it is free; cut before a span in which it ends; None where it cannot stand."""
        at = bisect_left(self._starts, start)
        if at and self._ends[at - 1] > start:
            return None
        if at == len(self._starts) or self._starts[at] >= end:
            return start, end
        if self._ends[at] < end:
            return None
        cut = start + len(_TRAILING.sub("", text[start:self._starts[at]]))
        return (start, cut) if cut > start + 3 else None

    def add(self, start: int, end: int) -> None:
        at = bisect_left(self._starts, start)
        self._starts.insert(at, start)
        self._ends.insert(at, end)
