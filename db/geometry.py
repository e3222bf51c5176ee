"""A page's words kept small: two whole numbers and four 32-bit floats each, compressed."""

import struct
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator

import numpy

from models import Word
from models.boxes import Placed
from models.word_table import Words

# little-endian: start and end in the text, then the box in points (exact to about a ten-thousandth)
WORD = struct.Struct("<iiffff")
ROWS = numpy.dtype([("start", "<i4"), ("end", "<i4"), ("box", "<f4", 4)])     # the same, for many at once
FAST = 1     # a third of the time of the usual level, for 5 % more bytes


def pack(words: Iterable[Word]) -> bytes:
    """The words of one page."""
    table = Words.of(words).table
    rows = numpy.empty(len(table), dtype=ROWS)
    rows["start"], rows["end"], rows["box"] = table[:, 0], table[:, 1], table[:, 3:]
    return zlib.compress(rows.tobytes(), FAST)


class Packed:
    """The words of one page as `pack` made them; a word is made only when it is asked for."""

    def __init__(self, page: int, packed: bytes) -> None:
        self._page, self._data = page, zlib.decompress(packed)
        rows = numpy.frombuffer(self._data, dtype=ROWS)
        self._starts, self._ends = rows["start"].tolist(), rows["end"].tolist()

    def __iter__(self) -> Iterator[Word]:
        return self._words(0, len(self._starts))

    def between(self, start: int, end: int) -> Iterator[Word]:
        """The words that stand, wholly or in part, between two offsets of the text."""
        return self._words(*self._places(start, end))

    def placed(self, start: int, end: int) -> Iterator[Placed]:
        """The page and the box of each of these words."""
        first, last = self._places(start, end)
        for _, _, left, top, right, bottom in WORD.iter_unpack(self._data[first * WORD.size:last * WORD.size]):
            yield self._page, (left, top, right, bottom)

    def _places(self, start: int, end: int) -> tuple[int, int]:
        """The first of these words and the one behind the last."""
        return bisect_left(self._ends, start + 1), bisect_left(self._starts, end)

    def _words(self, first: int, last: int) -> Iterator[Word]:
        for begins, ends, *box in WORD.iter_unpack(self._data[first * WORD.size:last * WORD.size]):
            yield Word(begins, ends, self._page, (box[0], box[1], box[2], box[3]))
