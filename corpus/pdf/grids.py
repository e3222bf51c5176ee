"""Tables with ruled cells: pdfplumber's search for cells between the lines that PDFium finds on the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy

from corpus.pdf.geometry import turned_upright
from corpus.pdf.library import Table, TextPage
from corpus.pdf.lines import Line, in_cells, lines_of
from corpus.pdf.rulings import rulings_of
from corpus.pdf.tables import LABEL
from corpus.pdf.tokens import Tokens
from models import Box

NEAR = 3.0               # points between lines that are one (pdfplumber's default)
LEAST_GAP = 0.8          # of the font size, between the words of two cells
MOST_LINES = 1_000       # joined ones of a page: more are a drawing
LONGEST_CELL = 400       # characters: a table with longer cells is a layout, not data
LEAST_FILLED = 0.5       # of a table's rows have two cells with words


@dataclass(slots=True)
class Grid:
    """The cells of one ruled table, row by row; None where a cell goes over several rows or columns."""

    rows: list[list[Box | None]]

    @property
    def box(self) -> Box:
        boxes = numpy.array([cell for row in self.rows for cell in row if cell])
        return (*boxes[:, :2].min(axis=0).tolist(), *boxes[:, 2:].max(axis=0).tolist())


def grids_of(page: TextPage, tokens: Tokens) -> list[Grid]:
    """The page's ruled tables of at least two rows and two columns."""
    if not _has_cells(tokens):
        return []
    strokes = rulings_of(page)
    if not len(strokes):
        return []
    return [grid for cells in _tables(turned_upright(strokes, page, tokens.turns)) if (grid := _grid(cells))]


def _has_cells(tokens: Tokens) -> bool:
    """Whether words follow each other to the right over a gap, as cells do, on two rows at least."""
    one, other = tokens.places[:-1], tokens.places[1:]
    apart = (other[:, 0] - one[:, 2] > LEAST_GAP * tokens.sizes[1:]) & (other[:, 1] < one[:, 3])
    texts = (tokens.texts[row] for row in numpy.flatnonzero(apart).tolist())
    return sum(1 for text in texts if not LABEL.fullmatch(text)) > 1


def _tables(strokes: Table) -> list[list[Box]]:
    """The cells of each table."""
    from pdfplumber import table  # takes a while, and few pages have tables

    lines = table.merge_edges(list(map(_edge, strokes.tolist())), NEAR, NEAR, NEAR, NEAR)
    if len(lines) > MOST_LINES or len({line["orientation"] for line in lines}) < 2:
        return []
    cells = table.intersections_to_cells(table.edges_to_intersections(lines, NEAR, NEAR))
    return table.cells_to_tables(cells) if cells else []


def _edge(stroke: Sequence[float]) -> dict[str, Any]:
    """A line in pdfplumber's form."""
    x0, top, x1, bottom = stroke
    level = x1 - x0 >= bottom - top
    middle = (top + bottom) / 2 if level else (x0 + x1) / 2
    edges = {"x0": x0, "x1": x1, "top": middle, "bottom": middle} if level else {
        "x0": middle, "x1": middle, "top": top, "bottom": bottom}
    return {**edges, "width": x1 - x0, "height": bottom - top, "orientation": "h" if level else "v"}


def _grid(cells: Sequence[Box]) -> Grid | None:
    lefts, tops = sorted({cell[0] for cell in cells}), sorted({cell[1] for cell in cells})
    if len(lefts) < 2 or len(tops) < 2:
        return None
    known = {cell[:2]: cell for cell in cells}
    return Grid([[known.get((left, top)) for left in lefts] for top in tops])


def cells_of(tokens: Tokens, grids: Sequence[Grid]) -> Table:
    """For each word the number of its cell, counted over all grids row by row from 1; 0 for a word outside."""
    middles = (tokens.places[:, :2] + tokens.places[:, 2:]) / 2
    numbers = numpy.zeros(len(middles), dtype=int)
    for number, cell in enumerate(_cells(grids), start=1):
        if cell:
            inside = (middles >= cell[:2]) & (middles < cell[2:])
            numbers[inside.all(axis=1)] = number
    result: Table = numbers
    return result


def _cells(grids: Sequence[Grid]) -> Iterator[Box | None]:
    return (cell for grid in grids for row in grid.rows for cell in row)


def in_rows(segments: Sequence[Line], grids: Sequence[Grid], numbers: Table) -> list[Line]:
    """The segments, with those in a table made to one line for each of its rows."""
    inside: dict[int, list[Line]] = {}
    for segment in segments:
        inside.setdefault(int(numbers[segment.rows[0]]), []).append(segment)
    lines, number = inside.pop(0, []), 0
    for place, grid in enumerate(grids, start=1):
        rows: list[list[list[Line]]] = []
        for row in grid.rows:
            rows.append([lines_of(inside.get(number + position, [])) for position in range(1, len(row) + 1)])
            number += len(row)
        plain = (line for row in rows for cell in row for line in cell)
        lines += _lines(rows, grid, place) if _is_data(rows) else plain
    return lines


def _is_data(rows: list[list[list[Line]]]) -> bool:
    """Whether this is a table and no layout: short cells, and two with words in most rows that have any."""
    filled = [[cell for cell in row if cell] for row in rows if any(row)]
    if not filled or any(sum(len(line.text) for line in cell) > LONGEST_CELL for row in filled for cell in row):
        return False
    return sum(len(row) > 1 for row in filled) >= max(2, LEAST_FILLED * len(filled))


def _lines(rows: list[list[list[Line]]], grid: Grid, place: int) -> Iterator[Line]:
    """A line for each row with words; a column without any word is left out."""
    columns = [column for column in range(len(rows[0])) if any(row[column] for row in rows)]
    left, _, right, _ = grid.box
    for row in rows:
        cells = [row[column] for column in columns]
        if any(cells):
            line = in_cells(cells)
            line.grid, line.left, line.right = place, left, right
            yield line
