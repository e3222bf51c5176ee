"""A page's words kept small: two whole numbers and four 32-bit floats each, compressed."""

import struct
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator

import numpy

from models import Word
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

    def __iter__(self) -> Iterator[Word]:
        return map(self._word, range(len(self._data) // WORD.size))

    def between(self, start: int, end: int) -> Iterator[Word]:
        """The words that stand, wholly or in part, between two offsets of the text."""
        number = len(self._data) // WORD.size
        first = bisect_left(range(number), start + 1, key=self._end)
        for begins, ends, *box in WORD.iter_unpack(memoryview(self._data)[first * WORD.size:]):
            if begins >= end:
                return
            yield Word(begins, ends, self._page, (box[0], box[1], box[2], box[3]))

    def _end(self, place: int) -> int:
        return int(WORD.unpack_from(self._data, place * WORD.size)[1])

    def _word(self, place: int) -> Word:
        start, end, left, top, right, bottom = WORD.unpack_from(self._data, place * WORD.size)
        return Word(start, end, self._page, (left, top, right, bottom))
