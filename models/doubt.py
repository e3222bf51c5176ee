"""Figures that text recognition was not sure of: the sentence in the notes that tells them, and what it says."""

import re
from collections.abc import Iterable, Sequence

from models.claim import Claim
from models.document import Document
from models.span import Span

SENTENCE = "figures that may be wrong, compare with the page"
NOTE = re.compile(rf"page (?P<pages>[\d, ]+): {SENTENCE}: (?P<figures>.+)", re.DOTALL)
DIGITS = re.compile(r"\d+")


def doubt(figures: Iterable[str]) -> str:
    """The sentence about these words of a page."""
    return f"{SENTENCE}: {', '.join(figures)}"


def is_doubtful(document: Document, claim: Claim) -> bool:
    """Whether a figure of the claim's number or of its dates was recognised on its page, and not surely."""
    dates = (when.span for when in (claim.happened, claim.as_of) if when and when.span)
    return any(_is_doubted(document, span) for span in (claim.number, *dates))


def _is_doubted(document: Document, number: Span) -> bool:
    page = next((page.number for page in document.pages if page.start <= number.start < page.end), None)
    known = _doubted(document.notes, page) if page else frozenset()
    return any(_digits(word) in known for word in document.text[number.start : number.end].split() if _digits(word))


def _doubted(notes: Sequence[str], page: int) -> frozenset[str]:
    said = (NOTE.fullmatch(note) for note in notes)
    told = [match for match in said if match and str(page) in DIGITS.findall(match["pages"])]
    return frozenset(_digits(word) for match in told for word in match["figures"].split(", "))


def _digits(word: str) -> str:
    return "".join(DIGITS.findall(word))
