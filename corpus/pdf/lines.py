"""The lines of a PDF page: words side by side on one base line."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise, starmap
from operator import attrgetter

import numpy

from corpus.pdf.library import Table
from corpus.pdf.tokens import Tokens

WIDEST_BLANK = 1.2        # of the font size: a wider gap may be a gutter between columns
LEAST_OVERLAP = 0.5       # of the lower one's height, for two words of one line
FAR_OFF = 2.0             # font sizes between segments that are not of one line when their letters differ
OTHER_SIZE = 0.75         # of the larger one's size: letters that differ
ALIKE = 0.2               # of the font size: blanks of a justified line differ by no more
FEWEST_BLANKS = 2         # that tell whether they are alike


@dataclass(slots=True)
class Line:
    """Words in a row; edges on the page turned upright; `size` is the usual font size, in points.

    `longest` is the row of its longest word, which says whether the line is `bold`; `opens_bold` and `ends_bold` say it
    of its first and last word. `first_width` is the width of its first word. `cells` are the positions of the words,
    after the first, that stand behind a wide gap. `grid` is the number of the ruled table whose row this is, else 0.
    """

    tokens: Tokens
    rows: Sequence[int]
    longest: int
    left: float
    top: float
    right: float
    bottom: float
    size: float
    text: str
    first_width: float
    page: int = 0
    column: int = 0
    column_left: float = 0.0
    column_right: float = 0.0
    bold: bool = False
    opens_bold: bool = False
    ends_bold: bool = False
    cells: tuple[int, ...] = ()
    grid: int = 0

    @property
    def is_aside(self) -> bool:
        """Whether it is turned unlike most of the page."""
        return self.rows[0] in self.tokens.aside

    @property
    def is_broken(self) -> bool:
        """Whether a hyphen cuts its last word."""
        return self.rows[-1] in self.tokens.broken


BOTTOM_AND_LEFT, LEFT = attrgetter("bottom", "left"), attrgetter("left")


def segments_of(tokens: Tokens, cells: Table | None = None) -> list[Line]:
    """Rows of words without a wide gap, in the order of the page's source; none goes over the edge of a cell."""
    beside = _beside(tokens) if cells is None else _beside(tokens) & (cells[:-1] == cells[1:])
    starts = numpy.flatnonzero(numpy.concatenate(([True], ~beside)))
    lows = numpy.minimum.reduceat(tokens.places[:, :2], starts, axis=0).tolist()
    highs = numpy.maximum.reduceat(tokens.places[:, 2:], starts, axis=0).tolist()
    widths = (tokens.places[starts, 2] - tokens.places[starts, 0]).tolist()
    ranges = list(starmap(range, pairwise([*starts.tolist(), len(tokens.texts)])))
    longest = _longest_of(tokens, starts, ranges)
    sizes, texts = tokens.sizes[longest].tolist(), list(map(tokens.joined, ranges))
    found = zip(ranges, longest, lows, highs, sizes, texts, widths, strict=True)
    return [Line(tokens, rows, row, left, top, right, bottom, size, text, width)
            for rows, row, (left, top), (right, bottom), size, text, width in found]


def _longest_of(tokens: Tokens, starts: Table, ranges: Sequence[range]) -> list[int]:
    """For each run of words, which begin at these rows, the row of its longest one, as `_longest` finds it."""
    count = len(tokens.texts)
    best = numpy.maximum.reduceat(tokens.lengths.astype("i8") * count + numpy.arange(count)[::-1], starts)
    found = (count - 1 - best % count).tolist()
    return [row if tokens.texts[row][0].isalpha() else _longest(tokens, rows)
            for row, rows in zip(found, ranges, strict=True)]


def _longest(tokens: Tokens, rows: Sequence[int]) -> int:
    """The row of the longest word; words of letters count before numbers."""
    texts = tokens.of(rows)
    found = max(texts, key=len)
    if not found[0].isalpha():
        found = max(texts, key=lambda text: (text[0].isalpha(), len(text)))
    return rows[texts.index(found)]


def _beside(tokens: Tokens) -> Table:
    """Whether each word but the first follows on the same line after no more than a blank."""
    one, other = tokens.places[:-1], tokens.places[1:]
    size = numpy.maximum(tokens.sizes[:-1], tokens.sizes[1:])
    gap = other[:, 0] - one[:, 2]
    shared = numpy.minimum(one[:, 3], other[:, 3]) - numpy.maximum(one[:, 1], other[:, 1])
    height = numpy.minimum(one[:, 3] - one[:, 1], other[:, 3] - other[:, 1])
    level = (one[:, 3] == other[:, 3]) | ((height > 0) & (shared >= LEAST_OVERLAP * height))
    beside = (gap > -0.5 * size) & (gap < WIDEST_BLANK * size) & level
    if tokens.aside:
        aside = numpy.zeros(len(tokens.texts), dtype=bool)
        aside[list(tokens.aside)] = True
        beside &= aside[:-1] == aside[1:]
    result: Table = beside
    return result


def are_level(one: Line, other: Line) -> bool:
    """Whether both stand side by side: they share enough of the lower one's height."""
    if one.top >= other.bottom or other.top >= one.bottom:
        return False
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= LEAST_OVERLAP * min(one.bottom - one.top, other.bottom - other.top)


def rows_of(segments: Sequence[Line]) -> list[list[Line]]:
    """The segments that stand side by side, from top to bottom."""
    rows: list[list[Line]] = []
    for segment in sorted(segments, key=BOTTOM_AND_LEFT):
        if rows and are_level(rows[-1][0], segment):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return rows


def lines_of(segments: Sequence[Line]) -> list[Line]:
    """Segments that stand side by side become one line; lines from top to bottom, words from left to right."""
    return [line for row in rows_of(segments) for line in (row if len(row) == 1 else _merged(row))]


def _merged(row: list[Line]) -> list[Line]:
    """The segments as one line; letters of another size far off are a line of their own."""
    row = sorted(row, key=LEFT)
    runs = [[row[0]]]
    for before, segment in pairwise(row):
        gap, small, large = segment.left - before.right, *sorted((before.size, segment.size))
        if (gap > FAR_OFF * large and small < OTHER_SIZE * large) or before.grid or segment.grid:
            runs.append([segment])
        else:
            runs[-1].append(segment)
    return [run[0] if len(run) == 1 else joined(run) for run in runs]


def joined(run: Sequence[Line]) -> Line:
    """Segments of one page as one line, in this order; wide gaps between them part its cells."""
    tokens, rows = run[0].tokens, [row for segment in run for row in segment.rows]
    longest = _longest(tokens, rows)
    size = float(tokens.sizes[longest])
    wide = [after.left - before.right > WIDEST_BLANK * size for before, after in pairwise(run)]
    starts = accumulate(len(segment.rows) for segment in run[:-1])
    return Line(
        tokens, rows, longest, min(segment.left for segment in run), min(segment.top for segment in run),
        max(segment.right for segment in run), max(segment.bottom for segment in run), size, tokens.joined(rows),
        run[0].first_width, cells=tuple(start for start, is_wide in zip(starts, wide, strict=True) if is_wide),
    )


def is_stretched(line: Line) -> bool:
    """Whether its wide gaps are the blanks of a justified line: alike (but for those behind a comma), between words."""
    rows = [row for row in line.rows if row not in line.tokens.glued]
    texts, places = line.tokens.of(rows), line.tokens.places[rows]
    gaps = (places[1:, 0] - places[:-1, 2]).tolist()
    plain = [gap for gap, text in zip(gaps, texts, strict=False) if text[-1] not in ".,;:?!"]
    if len(plain) < FEWEST_BLANKS or 2 * sum(map(str.isalpha, (text.strip("()“”’") for text in texts))) <= len(texts):
        return False
    return bool(max(plain) - min(plain) < ALIKE * line.size and min(gaps) > min(plain) - ALIKE * line.size)


def part_of(line: Line, low: int, high: int) -> Line:
    """The line's words at these positions."""
    tokens, rows = line.tokens, line.rows[low:high]
    places = tokens.places[list(rows)]
    (left, top), (right, bottom) = places[:, :2].min(axis=0).tolist(), places[:, 2:].max(axis=0).tolist()
    width = float(places[0, 2] - places[0, 0])
    return Line(tokens, rows, _longest(tokens, rows), left, top, right, bottom, line.size, tokens.joined(rows), width,
                line.page, line.column, line.column_left, line.column_right, line.bold)


def in_cells(cells: Sequence[Sequence[Line]]) -> Line:
    """The row of a table with these cells, each of them lines; cells without words keep their place."""
    line = joined([part for cell in cells for part in cell])
    first = next(part for cell in cells for part in cell)
    line.page, line.column, line.bold = first.page, first.column, first.bold
    line.column_left, line.column_right = first.column_left, first.column_right
    line.cells = tuple(accumulate(sum(len(part.rows) for part in cell) for cell in cells[:-1]))
    return line
