"""Tables of a PDF page: rows of ruled cells, and lines one below the other whose cells stand in columns."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from corpus.pdf.lines import Line, in_cells, is_stretched, part_of

NEAR = 3.0                # points between edges that are in line
FEWEST_ROWS = 3
FEWEST_ROWS_OF_MANY = 2   # when there are more than two cells
MOST_WRAPPED = 2          # lines of one cell between two rows
FARTHEST_WRAP = 2.5       # font sizes from one line of a cell to the next
TIGHT = 0.85              # of the usual step between rows: a smaller one is that between the lines of one cell
CELL_GAP = 0.6            # of the font size, where a column ends; blanks between words are smaller
DOTS = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}")                        # a table of contents
LABEL = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\W")    # an item of a list

Reach = tuple[float, float]     # from left to right, in points


def parted(lines: Sequence[Line]) -> list[tuple[bool, list[Line]]]:
    """Runs of lines, and whether each is a table; then each line is a row with as many cells as the others."""
    parts: list[tuple[bool, list[Line]]] = []
    for run in _runs(lines):
        is_table = _is_table(run)
        if parts and not is_table and not parts[-1][0]:
            parts[-1][1].extend(run)
        else:
            parts.append((is_table, run if run[0].grid or not is_table else _rows(run)))
    return parts


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Rows in line with each other, with the lines of wrapped cells between them, or lines that are no rows."""
    run: list[Line] = []
    for position, line in enumerate(lines):
        if run and not _are_alike(run, line, lines[position + 1 : position + 1 + MOST_WRAPPED]):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _are_alike(run: Sequence[Line], line: Line, following: Sequence[Line]) -> bool:
    """Whether the line goes on with the table or the text before it."""
    before = run[-1]
    if before.grid or line.grid:
        return before.grid == line.grid and before.page == line.page
    if not _is_row(run[0]):
        return not _is_row(line)
    last = next(each for each in reversed(run) if _is_row(each))
    if _is_row(line):
        return _in_line(last, line)
    if not _is_wrapped(last, before, line):
        return False
    return line.left > edges(last)[0][1] or any(_is_row(later) and _in_line(last, later) for later in following)


def _is_wrapped(row: Line, before: Line, line: Line) -> bool:
    """Whether the line stands within one cell of the row, right below the line before."""
    if line.column != row.column or line.cells or line.bottom - before.bottom > FARTHEST_WRAP * line.size:
        return False
    cells = pairwise([*edges(row), (row.column_right, 0.0)])
    near = ((abs(left - line.left), abs(left + right - line.left - line.right), after)
            for (left, right), (after, _) in cells)
    return any(line.right < after and min(from_left, from_middle) < NEAR for from_left, from_middle, after in near)


def edges(line: Line) -> list[Reach]:
    """The left and right edges of the line's cells."""
    places = line.tokens.places[list(line.rows)]
    cells = [places[low:high] for low, high in pairwise([0, *line.cells, len(line.rows)])]
    return [(float(cell[:, 0].min()), float(cell[:, 2].max())) for cell in cells]


def _is_row(line: Line) -> bool:
    """Whether the line has cells, and is no item of a list, no justified line and no line of a table of contents."""
    if not line.cells or DOTS.search(line.text) or is_stretched(line):
        return False
    first = line.tokens.joined(line.rows[: line.cells[0]])
    return len(line.cells) > 1 or not LABEL.fullmatch(first)


def _in_line(before: Line, line: Line) -> bool:
    """Whether a cell after the first begins, ends or has its middle under one of the row before."""
    if before.column != line.column:
        return False
    pairs = [(one, other) for one in edges(before)[1:] for other in edges(line)[1:]]
    return any(
        abs(one[0] - other[0]) < NEAR or abs(one[1] - other[1]) < NEAR or abs(sum(one) - sum(other)) < 2 * NEAR
        for one, other in pairs
    )


def _is_table(run: Sequence[Line]) -> bool:
    if run[0].grid:
        return True
    rows = [line for line in run if line.cells]
    if not _is_row(run[0]):
        return False
    many = all(len(line.cells) > 1 for line in rows)
    return len(rows) >= (FEWEST_ROWS_OF_MANY if many else FEWEST_ROWS)


def _rows(run: Sequence[Line]) -> list[Line]:
    """The lines of a table as rows: a cell's further lines join its first, every row has a cell for each column."""
    columns = _columns(run)
    rows: list[list[list[Line]]] = []
    for before, line in pairwise([None, *run]):
        assert line is not None
        cells = _cells(line, columns)
        if before is not None and _goes_on(before, line, run):
            rows[-1] = [[*above, *below] for above, below in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    return [in_cells(row) for row in rows]


def _columns(run: Sequence[Line]) -> list[Reach]:
    """Where the columns stand: what the cells of the rows with most cells take up together."""
    most = max(len(line.cells) for line in run)
    reaches = sorted(reach for line in run if len(line.cells) == most for reach in edges(line))
    columns = [reaches[0]]
    for left, right in reaches[1:]:
        if left < columns[-1][1]:
            columns[-1] = columns[-1][0], max(right, columns[-1][1])
        else:
            columns.append((left, right))
    return columns


def _cells(line: Line, columns: Sequence[Reach]) -> list[list[Line]]:
    """The line's words in the columns; a cell over several columns stands in the first of them."""
    cells: list[list[Line]] = [[] for _ in columns]
    for low, high in pairwise([0, *line.cells, len(line.rows)]):
        for part in _cut(line, low, high, columns):
            cells[_nearest(part, columns)].append(part)
    return cells


def _cut(line: Line, low: int, high: int, columns: Sequence[Reach]) -> Iterator[Line]:
    """A cell, cut where two columns stand closer together than a wide gap."""
    places, start = line.tokens.places[list(line.rows[low:high])].tolist(), low
    for position, (before, word) in enumerate(pairwise(places), start=low + 1):
        begins = any(abs(word[0] - left) < NEAR or abs(word[2] - right) < NEAR for left, right in columns)
        if word[0] - before[2] > CELL_GAP * line.size and begins:
            yield part_of(line, start, position)
            start = position
    yield part_of(line, start, high)


def _nearest(part: Line, columns: Sequence[Reach]) -> int:
    """The column that shares most of the part's width; of equal ones the first; of none the nearest."""
    shares = [min(part.right, right) - max(part.left, left) for left, right in columns]
    touched = [place for place, share in enumerate(shares) if share > 0]
    whole = [place for place in touched if shares[place] > 0.5 * (columns[place][1] - columns[place][0])]
    return whole[0] if len(whole) > 1 else shares.index(max(shares))


def _goes_on(before: Line, line: Line, run: Sequence[Line]) -> bool:
    """Whether the line belongs to the row of the line before it."""
    step = line.bottom - before.bottom
    steps = [after.bottom - above.bottom for above, after in pairwise(run) if above.cells and after.cells]
    if steps and step < TIGHT * median(steps):
        return True
    return not line.cells and line.text[0].islower()


def are_of_one_table(before: Line, line: Line) -> bool:
    """Whether rows of two pages have as many cells between the same edges."""
    level = abs(before.left - line.left) < NEAR and abs(before.right - line.right) < NEAR
    return level and len(before.cells) == len(line.cells)
