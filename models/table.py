"""The cells of a table block: rows are lines, cells stand between bars, and every row has as many.

An empty cell has nothing between its bars. The first row is the table's header, where it has one; a cell that goes
over several rows or columns has its words in the first of them.
"""

from collections.abc import Iterator

from models.document import Block
from models.span import Span

BAR = "|"


def rows_of(text: str, block: Block) -> list[list[Span]]:
    """The places of the cells' words, row by row; an empty cell is an empty span."""
    return [list(_cells(text, start, end)) for start, end in _lines(text, block)]


def _lines(text: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.start
    for line in text[block.start : block.end].split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _cells(text: str, start: int, end: int) -> Iterator[Span]:
    for cell in text[start:end].split(BAR):
        words = cell.strip()
        begin = start + cell.index(words)
        yield Span(begin, begin + len(words))
        start += len(cell) + 1
