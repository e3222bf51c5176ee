"""The text of a table: rows are lines, bars between the cells, as many cells in every row (see models.table)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.draft import clean
from models.table import BAR

MOST_COLUMNS = 200      # that one cell can go over, whatever it says
MOST_ROWS = 1_000
OTHER_BAR = "¦"         # for one in a cell's words


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's words, and over how many columns and rows it goes."""

    text: str
    columns: int = 1
    rows: int = 1


def table_text(rows: Iterable[Sequence[Cell]]) -> str:
    """A cell over several columns or rows has its words in the first of them. Rows and columns without words go."""
    lines = [row for row in _spread(rows) if any(row)]
    width = max(map(len, lines), default=0)
    full = [row + [""] * (width - len(row)) for row in lines]
    used = [column for column in range(width) if any(row[column] for row in full)]
    return "\n".join(clean(" | ".join(row[column] for column in used)) for row in full)


def _spread(rows: Iterable[Sequence[Cell]]) -> Iterable[list[str]]:
    """The words of each row by columns; what a cell of a row above covers is empty."""
    covered: dict[int, int] = {}     # columns, and how many of the rows to come a cell above them still takes
    for row in rows:
        texts: list[str] = []
        below = {column: left - 1 for column, left in covered.items() if left > 1}
        for cell in row:
            while len(texts) in covered:
                texts.append("")
            width = min(max(1, cell.columns), MOST_COLUMNS)
            if cell.rows > 1:
                below |= dict.fromkeys(range(len(texts), len(texts) + width), min(cell.rows, MOST_ROWS) - 1)
            texts += [cell.text.replace(BAR, OTHER_BAR), *[""] * (width - 1)]
        covered = below
        yield texts
