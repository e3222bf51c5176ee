"""The paragraphs of a PDF: which lines belong together, over the ends of columns and pages too."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from statistics import median

from corpus.pdf.furniture import Sheet
from corpus.pdf.lines import Line
from corpus.pdf.tables import are_of_one_table, parted
from models.vocabulary import BlockKind

WIDER_STEP = 1.3              # of the usual step between lines: a gap between paragraphs
OTHER_SIZE = 0.12             # of the font size
SHORT_LINE = 0.25             # of the column's width that a line leaves free
INDENT = 0.8                  # font sizes
SMALL_SIZE = 0.93             # of the running text's size: notes are at most so large
LARGE_SIZE = 1.12             # of the running text's size: headings are at least so large
LONGEST_HEADING = 200
SENTENCE_END = ".!?:;”\"’)]"
LABEL = re.compile(r"(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|[•●▪‣·*\uf0b7\uf0a7–—-])\s?")
NUMBER_LABEL = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,5})[.)]\s|[•●▪‣\uf0b7\uf0a7]")
NOTE_SIGN = r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\*+|[†‡]"
MOST_NOTE_LINES = 15
NOTE_OPENING = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹*†‡]|\d{1,3}\s+\D")


@dataclass(slots=True)
class Paragraph:
    """Lines that are one block."""

    lines: list[Line]
    kind: BlockKind = "paragraph"
    level: int = 0


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
    _mark_headings(found, size)
    return found


def _are_one(before: Paragraph, after: Paragraph) -> bool:
    """Whether a page's first paragraph goes on with the last one of the page before; so may a ruled table."""
    if before.kind == after.kind == "table" and before.lines[-1].grid and after.lines[0].grid:
        return are_of_one_table(before.lines[-1], after.lines[0])
    return {before.kind, after.kind} == {"paragraph"} and _goes_on(before.lines[-1], after.lines[0])


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
        if group and not (_is_large(group[-1], line, size) or _belongs(group, line, step)):
            yield Paragraph(group)
            group = []
        group.append(line)
    if group:
        yield Paragraph(group)


def _is_large(before: Line, line: Line, size: float) -> bool:
    """Whether both are lines of one heading, larger than the text, wherever they end."""
    close = 0 < line.bottom - before.bottom < WIDER_STEP * 1.2 * line.size and before.column == line.column
    alike = abs(line.size - before.size) < 0.5 and line.bold == before.bold
    return close and alike and line.size >= LARGE_SIZE * size and not NUMBER_LABEL.match(line.text)


def _belongs(group: list[Line], line: Line, step: float) -> bool:
    """Whether the line goes on with the paragraph."""
    before = group[-1]
    if before.column != line.column:
        return _goes_on(before, line)
    if abs(line.size - before.size) > OTHER_SIZE * max(line.size, before.size) or line.bold != before.bold:
        return False
    if line.bottom - before.bottom > max(WIDER_STEP * step, 1.05 * line.size) or line.bottom < before.top:
        return False
    return not (_opens(group, line) or _ends(before, line))


def _opens(group: list[Line], line: Line) -> bool:
    """Whether the line opens a paragraph: by an indent, or by a number or bullet."""
    before = group[-1]
    moved = line.left - before.left
    hanging = len(group) == 1 and LABEL.match(before.text)
    if NUMBER_LABEL.match(line.text):
        return before.text[-1] in SENTENCE_END or moved < -INDENT * line.size or _is_short(before, line)
    return moved > INDENT * line.size and not hanging and before.text[-1] in SENTENCE_END


def _ends(before: Line, line: Line) -> bool:
    """Whether the line before ends a paragraph: the next word had room on it, and no sentence goes on."""
    return _is_short(before, line) and not (line.text[0].islower() and before.text[-1] not in SENTENCE_END)


def _is_short(before: Line, line: Line) -> bool:
    """Whether the next line's first word had ample room; more of it is asked for where no sentence ends."""
    room = before.column_right - before.right
    ample = line.first_width + 1.5 * line.size
    if before.text[-1] not in SENTENCE_END:
        ample = max(ample, SHORT_LINE * (before.column_right - before.column_left))
    return room > ample


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    if abs(line.size - before.size) > OTHER_SIZE * before.size or line.bold != before.bold:
        return False
    if before.is_broken:
        return True
    if NUMBER_LABEL.match(line.text) or before.text[-1] in ".!?:":
        return False
    return line.text[0].islower() or not _is_short(before, line)


def _mark_headings(paragraphs: Sequence[Paragraph], size: float) -> None:
    """Large or bold paragraphs of a few words are headings; the largest on the first page is the title."""
    texts = [paragraph for paragraph in paragraphs if paragraph.kind == "paragraph"]
    headings = [
        paragraph for paragraph, following in zip_longest(texts, texts[1:])
        if paragraph and _is_heading(paragraph, size) and not _is_bold_text(paragraph, following, size)
    ]
    sizes = sorted({_rank(paragraph) for paragraph in headings}, reverse=True)
    for paragraph in headings:
        paragraph.kind, paragraph.level = "heading", min(6, sizes.index(_rank(paragraph)) + 1)
    first = [each for each in headings if each.lines[0].page == 1 and each.lines[0].size >= LARGE_SIZE * size]
    if first:
        max(first, key=_weight).kind = "title"


def _rank(paragraph: Paragraph) -> tuple[float, bool]:
    return round(paragraph.lines[0].size), paragraph.lines[0].bold


def _weight(paragraph: Paragraph) -> float:
    """How much room the words take: a title has more of it than the name over it."""
    return sum(len(line.text) * line.size for line in paragraph.lines)


def _is_bold_text(paragraph: Paragraph, following: Paragraph | None, size: float) -> bool:
    """Whether it is as bold and as large as a paragraph after it that is no heading: all the text there is bold."""
    if following is None or paragraph.lines[0].size >= LARGE_SIZE * size or _is_heading(following, size):
        return False
    return all(line.bold for line in following.lines)


def _is_heading(paragraph: Paragraph, size: float) -> bool:
    lines = paragraph.lines
    length = sum(len(line.text) for line in lines)
    if length > LONGEST_HEADING or lines[-1].text[-1] in ".;,:" or not re.search(r"[^\W\d_]{2}", lines[0].text):
        return False
    return lines[0].size >= LARGE_SIZE * size or all(line.bold for line in lines)
