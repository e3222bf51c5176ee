"""A page of the source as a picture, with frames round the words of a claim."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models import Document, Page, Word
from models.boxes import line_boxes, placed
from review.source import Mark, page_at

PDF = "application/pdf"
MARGIN = 1.5  # points around the words
LABEL, LETTER, GAP = 5.6, 4.0, 1.5  # points: a label's height, the width of its letters, what is left free beside it


@dataclass(frozen=True, slots=True)
class Frame:
    """A box on the page, in points from its upper left corner; its label's words begin at `label_at`."""

    left: float
    top: float
    width: float
    height: float
    colour: str
    label: str = ""
    label_at: tuple[float, float] = (0.0, 0.0)


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
    """The frames of each mark, the label on its first; no label stands on another."""
    taken: list[tuple[float, float, float]] = []
    for mark in marks:
        boxes = line_boxes(placed(words, mark.span.start, mark.span.end))
        for number, (_, left, top, right, bottom) in enumerate(boxes):
            label = mark.label if number == 0 else ""
            at = _label_at(label, left - MARGIN, top - MARGIN, bottom + MARGIN, taken) if label else (0.0, 0.0)
            yield Frame(round(left - MARGIN, 1), round(top - MARGIN, 1), round(right - left + 2 * MARGIN, 1),
                        round(bottom - top + 2 * MARGIN, 1), mark.colour, label, at)


def _label_at(
    label: str, left: float, top: float, bottom: float, taken: list[tuple[float, float, float]]
) -> tuple[float, float]:
    """Above the frame, or else below it, or else above it behind the labels that are there; then it is taken."""
    above, below, width = top - GAP, bottom + LABEL, len(label) * LETTER + GAP

    def free(start: float, line: float) -> bool:
        return not any(abs(line - other) < LABEL and start < end and begin < start + width
                       for begin, end, other in taken)

    behind = [end for _, end, line in taken if abs(line - above) < LABEL]
    choices = [(left, above), (left, below), *((end, above) for end in sorted(behind))]
    start, line = next(choice for choice in choices if free(*choice))
    taken.append((start, start + width, line))
    return round(start, 1), round(line, 1)
