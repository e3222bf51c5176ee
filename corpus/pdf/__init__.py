"""PDF through PDFium: words with boxes, reading order, running heads and feet, notes, paragraphs."""

import gc
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

from corpus.draft import Draft
from corpus.errors import ReadError
from corpus.media import PDF, pdf_start
from corpus.pdf.compose import compose
from corpus.pdf.furniture import Sheet, take_off
from corpus.pdf.geometry import size_seen
from corpus.pdf.grids import cells_of, grids_of, in_rows
from corpus.pdf.labels import label_pages, names_of
from corpus.pdf.library import BROKEN, TextPage, open_page, open_pdf
from corpus.pdf.lines import Line, segments_of
from corpus.pdf.notes import Notes
from corpus.pdf.order import ordered
from corpus.pdf.paragraphs import paragraphs_of
from corpus.pdf.picture import rendered
from corpus.pdf.recognition import DPI, is_installed, recognise
from corpus.pdf.second_opinion import leaves_of
from corpus.pdf.tokens import Tokens, tokens_of
from corpus.pdf.weight import mark_bold
from corpus.settings import Settings
from models import Page
from models.doubt import doubt
from models.word_table import Words

NO_TEXT = "no text; a picture, or empty"
NO_TIME = "no text, and no time was left for text recognition; allow more with --seconds"
RECOGNISED = "is a picture; its words are by text recognition (OCR)"
OCR_SHARE = 0.8      # of the time that reading may take, after which no page is recognised any more
DAMAGED = "the file is damaged; what is left of it was read, and pages or words may be missing"
DOUBTFUL = "some letters or figures may be wrong, for a font does not say which they are; compare with the page"


def read_pdf(data: bytes, name: str, settings: Settings) -> Draft:
    """A draft of a PDF, with its words' boxes. Raises ReadError when it is locked or broken.

    A page's start and end enclose all its words; where a paragraph goes on over the page, the pages' ranges overlap.
    """
    with _uncollected():
        sheets, notes = _all_sheets(data, name, settings)
        take_off(sheets)
        label_pages(sheets)
        text, blocks, words = compose(paragraphs_of(sheets))
    if notes and not blocks and not notes[0].endswith(NO_TEXT):
        raise ReadError(name, f"there are no words in it ({notes[0]})", "mend that, or name another file")
    return Draft(text, blocks, PDF, pages=_pages(sheets, words), words=words, notes=tuple(notes))


def _all_sheets(data: bytes, name: str, settings: Settings) -> tuple[list[Sheet], list[str]]:
    """The pages with their lines, and what is to be said of them; pdfplumber is asked where PDFium cannot say."""
    try:
        return _sheets(data, name, settings)
    except ReadError as error:
        leaves = leaves_of(data[pdf_start(data) :], settings.limits) if error.problem == BROKEN[0] else ()
        sheets = [_leaf(*leaf, number) for number, leaf in enumerate(leaves, start=1)]
        if not any(sheet.lines for sheet in sheets):
            raise
        return sheets, [DAMAGED]


def _leaf(width: float, height: float, tokens: Tokens | None, number: int) -> Sheet:
    lines = ordered(segments_of(tokens)) if tokens else []
    for line in lines:
        line.page = number
    return Sheet(number, width, height, lines)


def _sheets(data: bytes, name: str, settings: Settings) -> tuple[list[Sheet], list[str]]:
    notes = Notes(time.monotonic() + OCR_SHARE * settings.limits.seconds)
    characters = 0
    sheets: list[Sheet] = []
    with open_pdf(data, name, settings) as (document, is_mended):
        for index in range(len(document)):
            with open_page(document, index, settings.limits) as page:
                sheets.append(_sheet(page, index + 1, notes))
            characters += page.count if page else 0
            if characters > settings.limits.characters:
                raise ReadError(name, f"has more than {settings.limits.characters:,} characters", "split it")
            if _needs_recognition(sheets[-1], settings):
                _recognise(document, sheets[-1], settings, notes)
            if not sheets[-1].lines and index + 1 not in notes.empty:
                notes.add(index + 1, NO_TEXT)
        for sheet, name_in_print in zip(sheets, names_of(document), strict=True):
            sheet.label = name_in_print
    if is_mended and not any(sheet.lines for sheet in sheets):
        raise ReadError(name, *BROKEN)
    return sheets, ([DAMAGED] if is_mended else []) + notes.sentences()


def _needs_recognition(sheet: Sheet, settings: Settings) -> bool:
    wanted = settings.recognition == "always" or (settings.recognition == "auto" and not sheet.lines)
    return wanted and sheet.width > 0 and is_installed()


def _recognise(document: PdfDocument, sheet: Sheet, settings: Settings, notes: Notes) -> None:
    """Puts what is recognised in the page's picture in the place of its lines; says what is doubtful."""
    left = notes.deadline - time.monotonic()
    if left <= 0:
        notes.add(sheet.number, NO_TIME)
        return
    pixels = rendered(document, sheet.number - 1, DPI)
    found = recognise(pixels, settings.languages, left)
    if found.problem:
        notes.add(sheet.number, found.problem)
    elif found.tokens is None:
        notes.empty.add(sheet.number)
    else:
        sheet.lines = ordered(segments_of(found.tokens))
        for line in sheet.lines:
            line.page = sheet.number
        notes.add(sheet.number, RECOGNISED)
        if found.doubtful:
            notes.add(sheet.number, doubt(found.doubtful))


def _sheet(page: TextPage | None, number: int, notes: Notes) -> Sheet:
    if page is None:
        return Sheet(number, 0.0, 0.0, [])
    tokens = tokens_of(page)
    lines = ordered(_segments(page, tokens)) if tokens else []
    for line in lines:
        line.page = number
    if mark_bold(page, lines):
        notes.add(number, DOUBTFUL)
    return Sheet(number, *size_seen(page), lines)


def _segments(page: TextPage, tokens: Tokens) -> list[Line]:
    """The words in pieces of lines, the rows of ruled tables as lines."""
    grids = grids_of(page, tokens)
    if not grids:
        return segments_of(tokens)
    cells = cells_of(tokens, grids)
    return in_rows(segments_of(tokens, cells), grids, cells)


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


def _pages(sheets: Sequence[Sheet], words: Words) -> tuple[Page, ...]:
    starts, ends = _reach(words)
    pages, after = [], 0
    for sheet in sheets:
        start, end = starts.get(sheet.number, after), ends.get(sheet.number, after)
        after = max(after, end)
        pages.append(Page(sheet.number, sheet.width, sheet.height, start, end, sheet.label))
    return tuple(pages)


def _reach(words: Words) -> tuple[dict[int, int], dict[int, int]]:
    """Where the first word of each page begins, and where its last one ends."""
    numbers, first = numpy.unique(words.table[:, 2], return_index=True)
    last = len(words.table) - 1 - numpy.unique(words.table[::-1, 2], return_index=True)[1]
    pages = numbers.astype(int).tolist()
    starts, ends = words.table[first, 0].astype(int).tolist(), words.table[last, 1].astype(int).tolist()
    return dict(zip(pages, starts, strict=True)), dict(zip(pages, ends, strict=True))
