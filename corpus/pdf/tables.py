"""Tables of a PDF page: lines one below the other whose cells begin or end at the same places."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.pdf.lines import Line

NEAR = 3.0                # points between edges that are in line
FEWEST_ROWS = 3
FEWEST_ROWS_OF_MANY = 2   # when there are more than two cells
DOTS = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}")                        # a table of contents
LABEL = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\W")    # an item of a list


def parted(lines: Sequence[Line]) -> list[tuple[bool, list[Line]]]:
    """Runs of lines, and whether each is a table."""
    parts: list[tuple[bool, list[Line]]] = []
    for run in _runs(lines):
        is_table = _is_table(run)
        if parts and not is_table and not parts[-1][0]:
            parts[-1][1].extend(run)
        else:
            parts.append((is_table, run))
    return parts


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Rows in line with each other, or lines that are no rows."""
    run: list[Line] = []
    for line in lines:
        alike = bool(run) and _is_row(run[-1]) == _is_row(line)
        if run and not (alike and (not line.cells or _in_line(run[-1], line))):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def edges(line: Line) -> list[tuple[float, float]]:
    """The left and right edges of the line's cells."""
    places = line.tokens.places[list(line.rows)]
    cells = [places[low:high] for low, high in pairwise([0, *line.cells, len(line.rows)])]
    return [(float(cell[:, 0].min()), float(cell[:, 2].max())) for cell in cells]


def _is_row(line: Line) -> bool:
    """Whether the line has cells, and is no item of a list and no line of a table of contents."""
    if not line.cells or DOTS.search(line.text):
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
    if not _is_row(run[0]):
        return False
    many = all(len(line.cells) > 1 for line in run)
    return len(run) >= (FEWEST_ROWS_OF_MANY if many else FEWEST_ROWS)
