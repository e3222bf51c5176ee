"""The words of a document with their places, kept as one table of numbers: a fifth of the memory of single objects."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, overload

import numpy

from models.document import Word

WordRows = numpy.ndarray[Any, numpy.dtype[numpy.float64]]
PAGE_OF = 2       # the column of a word's page
COLUMNS = 7       # start, end, page, left, top, right, bottom
CHUNK = 1_024     # rows that become words at once


class Words(Sequence[Word]):
    """A sequence of words, in the order of the text; each `Word` is made when it is asked for."""

    __slots__ = ("table",)

    def __init__(self, table: WordRows) -> None:
        """A row for each word: start, end, page, left, top, right, bottom. Raises ValueError for another width."""
        self.table = table.reshape(-1, COLUMNS)

    @classmethod
    def of(cls, words: Iterable[Word]) -> "Words":
        """The same words as a table."""
        if isinstance(words, Words):
            return words
        rows = [(word.start, word.end, word.page, *word.box) for word in words]
        return cls(numpy.array(rows, dtype=numpy.float64))

    def __len__(self) -> int:
        return len(self.table)

    @overload
    def __getitem__(self, index: int) -> Word: ...

    @overload
    def __getitem__(self, index: slice) -> "Words": ...

    def __getitem__(self, index: int | slice) -> "Word | Words":
        return Words(self.table[index]) if isinstance(index, slice) else _word(self.table[index].tolist())

    def __iter__(self) -> Iterator[Word]:
        for start in range(0, len(self.table), CHUNK):
            yield from map(_word, self.table[start : start + CHUNK].tolist())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Words):
            return numpy.array_equal(self.table, other.table)
        return isinstance(other, tuple) and tuple(self) == other

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"<{len(self):,} words>"


def _word(row: list[float]) -> Word:
    start, end, page, left, top, right, bottom = row
    return Word(int(start), int(end), int(page), (left, top, right, bottom))
