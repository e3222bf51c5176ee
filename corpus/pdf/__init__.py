"""PDF through PDFium: words with boxes, reading order, running heads and feet, notes, paragraphs."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from corpus.draft import Draft
from corpus.errors import ReadError
from corpus.media import PDF
from corpus.pdf.compose import compose
from corpus.pdf.furniture import Sheet, take_off
from corpus.pdf.geometry import size_seen
from corpus.pdf.library import TextPage, open_page, open_pdf
from corpus.pdf.lines import Line, segments_of
from corpus.pdf.order import ordered
from corpus.pdf.paragraphs import paragraphs_of
from corpus.pdf.tokens import tokens_of
from corpus.settings import Settings
from models import Page, Word

NO_TEXT = "no text; a picture, or empty"
DOUBTFUL = "some letters or figures may be wrong, for a font does not say which they are; compare with the page"
BOLD = (b"bold", b"black", b"heavy", b"demi")


def read_pdf(data: bytes, name: str, settings: Settings) -> Draft:
    """A draft of a PDF, with its words' boxes. Raises ReadError when it is locked or broken.

    A page's start and end enclose all its words; where a paragraph goes on over the page, the pages' ranges overlap.
    """
    with _uncollected():
        sheets, notes = _sheets(data, name, settings)
        take_off(sheets)
        text, blocks, words = compose(paragraphs_of(sheets))
    return Draft(text, blocks, PDF, pages=_pages(sheets, words), words=tuple(words), notes=tuple(notes))


def _sheets(data: bytes, name: str, settings: Settings) -> tuple[list[Sheet], list[str]]:
    sheets: list[Sheet] = []
    unread: list[int] = []
    doubtful: list[int] = []
    characters = 0
    with open_pdf(data, name, settings) as document:
        for index in range(len(document)):
            with open_page(document, index, settings.limits) as page:
                sheet = _sheet(page, index + 1)
                if page and _has_doubtful_letters(page, sheet.lines):
                    doubtful.append(index + 1)
            sheets.append(sheet)
            characters += page.count if page else 0
            if not sheet.lines:
                unread.append(index + 1)
            if characters > settings.limits.characters:
                raise ReadError(name, f"has more than {settings.limits.characters:,} characters", "split it")
    return sheets, [*_note(unread, NO_TEXT), *_note(doubtful, DOUBTFUL)]


def _note(numbers: list[int], problem: str) -> list[str]:
    return [f"page {', '.join(map(str, numbers))}: {problem}"] if numbers else []


def _has_doubtful_letters(page: TextPage, lines: Sequence[Line]) -> bool:
    """Whether some line's font does not say which letters it holds."""
    return any(page.has_no_unicode(line.longest.index) for line in lines)


def _sheet(page: TextPage | None, number: int) -> Sheet:
    if page is None:
        return Sheet(number, 0.0, 0.0, [])
    lines = ordered(segments_of(tokens_of(page)))
    for line, bold in zip(lines, _are_bold(page, lines), strict=True):
        line.page, line.bold = number, bold
    return Sheet(number, *size_seen(page), lines)


def _are_bold(page: TextPage, lines: Sequence[Line]) -> list[bool]:
    """Whether the longest word of each line is bold: the number before it often is not."""
    names = page.font_names([line.longest.index for line in lines])
    return [any(word in name for word in BOLD) for name in names]


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage collection meanwhile: no circles are made, and it would walk over all words again and again."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _pages(sheets: Sequence[Sheet], words: Sequence[Word]) -> tuple[Page, ...]:
    starts = {word.page: word.start for word in reversed(words)}
    ends = {word.page: word.end for word in words}
    pages, after = [], 0
    for sheet in sheets:
        start, end = starts.get(sheet.number, after), ends.get(sheet.number, after)
        after = max(after, end)
        pages.append(Page(sheet.number, sheet.width, sheet.height, start, end))
    return tuple(pages)
