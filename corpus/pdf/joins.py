"""Whether a line of a PDF goes on with the paragraph before it, by where both stand and how they begin and end."""

import re
from functools import cache

from corpus.pdf.headings import is_large
from corpus.pdf.lines import Line
from models.rules import load

WIDER_STEP = 1.3              # of the usual step between lines: a gap between paragraphs
OTHER_SIZE = 0.12             # of the font size
SHORT_LINE = 0.25             # of the column's width that a line leaves free
INDENT = 0.8                  # font sizes
NEAR = 3.0                    # points between edges that are in line
FAR_INDENT = 0.3              # of the column's width: no paragraph's first line begins so far to the right
SENTENCE_END = ".!?:;”\"’)]"
LABEL = re.compile(r"(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|[•●▪‣·*\uf0b7\uf0a7–—-])\s?")
NUMBER_LABEL = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,5})[.)]\s|[•●▪‣\uf0b7\uf0a7]")


def are_one_heading(before: Line, line: Line, size: float) -> bool:
    """Whether both are lines of one heading, larger than the text, wherever they end."""
    if not is_large(line, size):
        return False
    close = 0 < line.bottom - before.bottom < WIDER_STEP * 1.2 * line.size and before.column == line.column
    alike = abs(line.size - before.size) < 0.5 and line.bold == before.bold
    return close and alike and not NUMBER_LABEL.match(line.text)


def belongs(group: list[Line], line: Line, step: float) -> bool:
    """Whether the line goes on with the paragraph."""
    before = group[-1]
    if before.column != line.column:
        return goes_on(before, line)
    if abs(line.size - before.size) > OTHER_SIZE * max(line.size, before.size) or _changes_weight(before, line):
        return False
    if line.bottom - before.bottom > max(WIDER_STEP * step, 1.05 * line.size) or line.bottom < before.top:
        return False
    if _opens(group, line):
        return False
    if _are_in_middle(before, line):
        return _is_wide(before) or _is_cut(before.text, line.text)
    return not (_ends(before, line) or _is_far_off(before, line))


def _changes_weight(before: Line, line: Line) -> bool:
    """Whether bold letters begin or end between the lines; within a line or sentence they are words with weight."""
    if before.bold == line.bold or before.ends_bold == line.opens_bold:
        return False
    return not line.text[0].islower() or bool(NUMBER_LABEL.match(line.text))


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


def _are_in_middle(before: Line, line: Line) -> bool:
    """Whether both are set in the middle, as in a court's caption, where each line stands for itself."""
    if abs(line.left - before.left) <= INDENT * line.size:
        return False
    return abs(line.left + line.right - before.left - before.right) < line.size


def _is_far_off(before: Line, line: Line) -> bool:
    """Whether one begins far to the right of the other, or both end at the right edge and begin far from the left."""
    width, moved = before.column_right - before.column_left, abs(line.left - before.left)
    if moved <= INDENT * line.size or moved > FAR_INDENT * width:
        return moved > INDENT * line.size
    at_right = abs(line.right - before.right) < NEAR and before.left - before.column_left > SHORT_LINE * width
    return at_right and not _is_wide(before)


def _is_wide(line: Line) -> bool:
    """Whether it takes up so much of the column that the next word may have had no room."""
    return line.right - line.left >= (1 - SHORT_LINE) * (line.column_right - line.column_left)


def _is_cut(before: str, after: str) -> bool:
    """Whether a name set in the middle goes on in the next line: behind "and" or "of", or with "Limited"."""
    opens, ends = _name_words()
    _, *others = before.lower().split()
    if (others and others[-1] in opens) or after.split()[0].strip(".,)").lower() in ends:
        return True
    return after[0].islower() and after.count(" ") > 1


@cache
def _name_words() -> tuple[frozenset[str], frozenset[str]]:
    words = load("zones")["cut-names"]
    return frozenset(words["before"].split()), frozenset(words["after"].split())


def _is_short(before: Line, line: Line) -> bool:
    """Whether the next line's first word had ample room; more of it is asked for where no sentence ends."""
    room = before.column_right - before.right
    ample = line.first_width + 1.5 * line.size
    if before.text[-1] not in SENTENCE_END:
        ample = max(ample, SHORT_LINE * (before.column_right - before.column_left))
    return room > ample


def goes_on(before: Line, line: Line) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    if abs(line.size - before.size) > OTHER_SIZE * before.size or _changes_weight(before, line):
        return False
    if before.is_broken:
        return True
    if NUMBER_LABEL.match(line.text) or before.text[-1] in ".!?:":
        return False
    return line.text[0].islower() or not _is_short(before, line)
