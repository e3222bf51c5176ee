"""Where a document's words stand on its pages, unpacked only where someone asks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from sqlalchemy import ColumnElement, Connection, select

from db import tables
from db.geometry import Packed
from models import Page, Word
from models.boxes import Placed


class Layout:
    """The pages of a document in the order of its text; `packed` has the words of each, as db.geometry packs them."""

    def __init__(self, pages: Sequence[Page], packed: Sequence[bytes]) -> None:
        self.pages = tuple(pages)
        self._starts = [page.start for page in pages]
        self._ends = list(accumulate((page.end for page in pages), max))
        self._packed = packed
        self._words: dict[int, Packed] = {}

    def page(self, start: int) -> Page | None:
        """The page that this offset of the text stands on, None where the source has no pages."""
        for place in range(bisect_right(self._starts, start) - 1, -1, -1):
            if start < self.pages[place].end:
                return self.pages[place]
        return None

    def words_between(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that stand, wholly or in part, between two offsets of the text."""
        return tuple(word for page in self._between(start, end) for word in page.between(start, end))

    def placed(self, start: int, end: int) -> Iterator[Placed]:
        """The page and the box of each word that stands, wholly or in part, between two offsets of the text."""
        for page in self._between(start, end):
            yield from page.placed(start, end)

    def _between(self, start: int, end: int) -> Iterator[Packed]:
        places = range(bisect_right(self._ends, start), bisect_left(self._starts, end) if start < end else 0)
        return map(self._on, places)

    def words(self) -> Iterator[Word]:
        """Every word, in the order of the text."""
        for place in range(len(self.pages)):
            yield from self._on(place)

    def _on(self, place: int) -> Packed:
        if place not in self._words:
            self._words[place] = Packed(self.pages[place].number, self._packed[place])
        return self._words[place]


def layout(connection: Connection, row: int, *fits: ColumnElement[bool]) -> Layout:
    """The layout of the document in this row, or only of those pages that fit."""
    table = tables.page
    chosen = select(table).where(table.c.document == row, *fits).order_by(table.c.start, table.c.number)
    found = connection.execute(chosen).all()
    pages = [Page(page.number, page.width, page.height, page.start, page.end, page.label) for page in found]
    return Layout(pages, [page.words for page in found])
