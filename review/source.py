"""The words around a claim, cut where a mark begins or ends, so that each piece can be shown in its colour.

The text content of a paragraph is the document's text from its `start`, one code point for each: offsets that a browser
counts in it are offsets into the document.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models import Block, Document, Page, Span

BESIDE = 1_600     # characters shown of what stands before and after the page, or the claim
LONGEST = 12_000   # characters of one block


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to be marked: the class of their colour, and a label that says what they are."""

    span: Span
    colour: str
    label: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same marks; `label` is shown at the end of a mark."""

    text: str
    colours: tuple[str, ...] = ()
    label: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block, or the part of it that is shown."""

    start: int
    kind: str
    page: int | None
    pieces: tuple[Piece, ...]


def paragraphs(document: Document, about: Span, marks: Sequence[Mark]) -> list[Paragraph]:
    """The page that these words stand on and the beginning of its neighbours; without pages, what stands around."""
    shown = window(document, about)
    return [_paragraph(document, part, kind, marks) for part, kind in _blocks(document, shown, about)]


def page_at(document: Document, offset: int) -> Page | None:
    """The page that this offset stands on."""
    index = bisect_right(document.pages, offset, key=lambda page: page.start) - 1
    return document.pages[index] if index >= 0 else None


def window(document: Document, about: Span) -> Span:
    """The stretch of text that is shown."""
    page = page_at(document, about.start)
    inner = Span(min(page.start, about.start), max(page.end, about.end)) if page else about
    beside = BESIDE if page else 2 * BESIDE
    return Span(max(0, inner.start - beside), min(len(document.text), inner.end + beside))


def _blocks(document: Document, shown: Span, about: Span) -> Iterator[tuple[Span, str]]:
    """The blocks of the stretch, and stretches of it that are in no block, in order."""
    here = shown.start
    for block in _within(document.blocks, shown):
        if document.text[here:block.start].strip():
            yield _clipped(Span(here, block.start), about), "paragraph"
        start, end = max(block.start, here), block.end
        if document.text[start:end].strip():
            yield _clipped(Span(start, end), about), block.kind
        here = max(here, end)
    if here < shown.end and document.text[here:shown.end].strip():
        yield _clipped(Span(here, shown.end), about), "paragraph"


def _within(blocks: Sequence[Block], shown: Span) -> Iterator[Block]:
    first = max(0, bisect_right(blocks, shown.start, key=lambda block: block.start) - 1)
    for block in blocks[first:]:
        if block.start >= shown.end:
            return
        if block.end > shown.start:
            yield block


def _clipped(part: Span, about: Span) -> Span:
    """A block that is very long is cut around the claim."""
    if part.end - part.start <= LONGEST:
        return part
    start = min(max(part.start, about.start - LONGEST // 2), part.end - LONGEST)
    return Span(start, min(part.end, max(start + LONGEST, about.end)))


def _paragraph(document: Document, part: Span, kind: str, marks: Sequence[Mark]) -> Paragraph:
    page = page_at(document, part.start)
    return Paragraph(part.start, kind, page.number if page else None, tuple(_pieces(document.text, part, marks)))


def _pieces(text: str, part: Span, marks: Sequence[Mark]) -> Iterator[Piece]:
    inside = [mark for mark in marks if mark.span.start < part.end and mark.span.end > part.start]
    edges = {part.start, part.end}
    for mark in inside:
        edges |= {max(part.start, mark.span.start), min(part.end, mark.span.end)}
    here = part.start
    for edge in sorted(edges - {part.start}):
        over = [mark for mark in inside if mark.span.start <= here and mark.span.end >= edge]
        labels = [mark.label for mark in over if mark.label and min(mark.span.end, part.end) == edge]
        link = next((mark.link for mark in over if mark.link), "")
        yield Piece(text[here:edge], tuple(dict.fromkeys(mark.colour for mark in over)), " · ".join(labels), link)
        here = edge
