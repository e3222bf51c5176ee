"""A page of the source as a picture, with frames round the words of a claim."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models import Document, Page, Word
from models.boxes import line_boxes, placed
from review.source import Mark, page_at

PDF = "application/pdf"
MARGIN = 1.5  # points around the words


@dataclass(frozen=True, slots=True)
class Frame:
    """A box on the page, in points from its upper left corner."""

    left: float
    top: float
    width: float
    height: float
    colour: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class PageView:
    """The page, the frames of the claim's words, and the words themselves, to be selected."""

    page: Page
    pages: int
    frames: tuple[Frame, ...]
    words: Sequence[Word]

    @property
    def packed(self) -> str:
        """The words with their boxes, in little space: start, end, left, top, width, height."""
        return ";".join(_packed(word) for word in self.words)


def page_view(document: Document, offset: int, marks: Sequence[Mark]) -> PageView | None:
    """The page at this offset; None for a source without pages to look at."""
    page = page_at(document, offset)
    if page is None or document.media_type != PDF:
        return None
    words = words_on(document, page)
    return PageView(page, len(document.pages), tuple(_frames(words, marks)), words)


def words_on(document: Document, page: Page) -> Sequence[Word]:
    """The words of one page."""
    first = bisect_left(document.words, page.start, key=lambda word: word.start)
    last = bisect_left(document.words, page.end, key=lambda word: word.start)
    return document.words[first:last]


def _packed(word: Word) -> str:
    left, top, right, bottom = word.box
    return f"{word.start},{word.end},{left:.1f},{top:.1f},{right - left:.1f},{bottom - top:.1f}"


def _frames(words: Sequence[Word], marks: Sequence[Mark]) -> Iterator[Frame]:
    for mark in marks:
        boxes = line_boxes(placed(words, mark.span.start, mark.span.end))
        for number, (_, left, top, right, bottom) in enumerate(boxes):
            yield Frame(round(left - MARGIN, 1), round(top - MARGIN, 1), round(right - left + 2 * MARGIN, 1),
                        round(bottom - top + 2 * MARGIN, 1), mark.colour, mark.label if number == 0 else "")
