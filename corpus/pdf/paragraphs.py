"""The paragraphs of a PDF: which lines belong together, over the ends of columns and pages too."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from corpus.pdf.furniture import Sheet
from corpus.pdf.headings import mark_headings
from corpus.pdf.joins import OTHER_SIZE, are_one_heading, belongs, goes_on
from corpus.pdf.lines import Line
from corpus.pdf.paragraph import Paragraph
from corpus.pdf.tables import are_of_one_table, parted
from models.vocabulary import BlockKind

SMALL_SIZE = 0.93             # of the running text's size: notes are at most so large
NOTE_SIGN = r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\*+|[†‡]"
MOST_NOTE_LINES = 15
NOTE_OPENING = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹*†‡]|\d{1,3}\s+\D")


def paragraphs_of(sheets: Sequence[Sheet]) -> list[Paragraph]:
    """The blocks of all pages in reading order: head, text, notes and foot of each page."""
    size = _text_size(sheets)
    step = _usual_step(sheets, size)
    found: list[Paragraph] = []
    last: Paragraph | None = None
    for sheet in sheets:
        lines, notes = _without_notes(sheet.lines, size)
        texts = list(_blocks(lines, step, size))
        if texts and last and _are_one(last, texts[0]):
            last.lines += texts.pop(0).lines
        found += [*_furniture(sheet.head, "header"), *texts, *notes, *_furniture(sheet.foot, "footer")]
        last = texts[-1] if texts else last
    mark_headings(found, size)
    return found


def _are_one(before: Paragraph, after: Paragraph) -> bool:
    """Whether a page's first paragraph goes on with the last one of the page before; so may a ruled table."""
    if before.kind == after.kind == "table" and before.lines[-1].grid and after.lines[0].grid:
        return are_of_one_table(before.lines[-1], after.lines[0])
    return {before.kind, after.kind} == {"paragraph"} and goes_on(before.lines[-1], after.lines[0])


def _furniture(lines: list[Line], kind: BlockKind) -> list[Paragraph]:
    return [Paragraph(lines, kind)] if lines else []


def _text_size(sheets: Sequence[Sheet]) -> float:
    """The font size of most of the text."""
    sizes = sorted((line.size, len(line.text)) for sheet in sheets for line in sheet.lines)
    half = sum(length for _, length in sizes) / 2
    for size, length in sizes:
        half -= length
        if half <= 0:
            return size
    return 0.0


def _usual_step(sheets: Sequence[Sheet], size: float) -> float:
    """From one line of the running text to the next, in points."""
    steps = [
        after.bottom - before.bottom
        for sheet in sheets
        for before, after in pairwise(sheet.lines)
        if before.column == after.column and abs(after.size - size) < OTHER_SIZE * size and after.bottom > before.bottom
    ]
    return min(median(steps), 2.5 * size) if steps else 1.2 * size


def _without_notes(lines: list[Line], size: float) -> tuple[list[Line], list[Paragraph]]:
    """The running text's lines, and the notes at the foot of each column."""
    kept: list[Line] = []
    notes: list[Paragraph] = []
    for column in _by_column(lines):
        start = len(column)
        while start and column[start - 1].size <= SMALL_SIZE * size and not column[start - 1].grid:
            start -= 1
        while start < len(column) and not NOTE_OPENING.match(column[start].text):
            start += 1
        start = start if start < len(column) else _first_marked(column)
        kept += column[:start]
        for line in column[start:]:
            if NOTE_OPENING.match(line.text) or not notes:
                notes.append(Paragraph([line], "footnote"))
            else:
                notes[-1].lines.append(line)
    return kept, notes


def _first_marked(column: Sequence[Line]) -> int:
    """Where notes as large as the text begin: below a gap, with a mark that a word above them has."""
    for position in range(max(1, len(column) - MOST_NOTE_LINES), len(column)):
        before, line = column[position - 1], column[position]
        mark = re.match(NOTE_SIGN, line.text)
        if mark and line.top - before.bottom > line.size and line.size <= before.size:
            sign = re.compile(rf"[^\s*]{re.escape(mark[0])}(?!\S)")
            if any(sign.search(above.text) for above in column[:position]):
                return position
    return len(column)


def _by_column(lines: Sequence[Line]) -> Iterator[list[Line]]:
    column: list[Line] = []
    for line in lines:
        if column and column[-1].column != line.column:
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def _blocks(lines: Sequence[Line], step: float, size: float) -> Iterator[Paragraph]:
    for is_table, run in parted(lines):
        if is_table:
            yield Paragraph(run, "table")
        else:
            yield from _grouped(run, step, size)


def _grouped(lines: Sequence[Line], step: float, size: float) -> Iterator[Paragraph]:
    group: list[Line] = []
    for line in lines:
        if group and not (are_one_heading(group[-1], line, size) or belongs(group, line, step)):
            yield Paragraph(group)
            group = []
        group.append(line)
    if group:
        yield Paragraph(group)
