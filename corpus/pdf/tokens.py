"""The words of one PDF page with their boxes, as the page is seen; a row for each word."""

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import compress
from operator import itemgetter

import numpy

from corpus.pdf.geometry import Found, Places, corners_of, places_of
from corpus.pdf.library import HYPHEN, Table, TextPage
from corpus.superscripts import raised

PIECE = re.compile(f"[^{HYPHEN}]+{HYPHEN}?|{HYPHEN}")
NOTE_MARK = re.compile(r"(?<=[^\d\s])\d{1,3}(?:[,–-]\d{1,3})*$")
FIGURES = re.compile(r"\d{1,3}(?:[,–-]\d{1,3})*")
OPENED = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": ""}
)
UNUSUAL = re.compile("[\x00-\x08\x0e-\x1b\x7f\u200b\ufeff\ufffe\uffff\u00ad\ufb00-\ufb06\ud800-\udfff]")
RAISED_SIZE = 0.85                # a note mark is at most so large as the letters beside it


@dataclass(slots=True)
class Tokens:
    """The words of a page in PDFium's order. `indices` are their first characters in PDFium's text.

    `boxes`: left, top, right, bottom in points from the upper left corner of the page as seen; `places`: the same on
    the page turned so that most words are upright. `glued`: rows without a blank before them; `broken`: rows that a
    hyphen at a line's end cuts; `aside`: rows that are turned unlike most. `turns`: quarter turns that make most so.
    `lengths`: how many letters each word has.
    """

    texts: list[str]
    boxes: Table
    places: Table
    sizes: Table
    indices: Table
    turns: int = 0
    glued: frozenset[int] = frozenset()
    broken: frozenset[int] = frozenset()
    aside: frozenset[int] = frozenset()
    lengths: Table = field(init=False)

    def __post_init__(self) -> None:
        self.lengths = numpy.fromiter(map(len, self.texts), dtype="i4", count=len(self.texts))

    def of(self, rows: Sequence[int]) -> list[str]:
        """The words of these rows."""
        if isinstance(rows, range):
            return self.texts[rows.start : rows.stop]
        return [self.texts[row] for row in rows]

    def joined(self, rows: Sequence[int]) -> str:
        """The words of these rows with the blanks between them."""
        if not self.glued or self.glued.isdisjoint(rows):
            return " ".join(self.of(rows))
        return "".join(self.texts[row] if row in self.glued else f" {self.texts[row]}" for row in rows).strip()


def tokens_of(page: TextPage) -> Tokens | None:
    """The words of the page; None when it has none."""
    text = page.text()
    found = _found(text)
    if not len(found.starts):
        return None
    corners = corners_of(page, found)
    draft = _Draft(text, corners.found)
    return _with_marks(draft.tokens(places_of(page, corners, draft.with_figures())))


def _found(text: str) -> Found:
    """Where words begin and end. A word that a hyphen at a line's end cuts is two."""
    blank = numpy.concatenate(([True], _blanks()[numpy.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")],
                               [True]))
    starts, ends = numpy.flatnonzero(blank[:-1] & ~blank[1:]), numpy.flatnonzero(~blank[:-1] & blank[1:])
    if HYPHEN not in text:
        return Found(starts, ends, numpy.zeros(len(starts), dtype=bool))
    pieces = [piece.span() for word in zip(starts.tolist(), ends.tolist(), strict=True)
              for piece in PIECE.finditer(text, *word)]
    broken = [text[end - 1] == HYPHEN for _, end in pieces]
    starts, ends = numpy.array(pieces).T
    return Found(starts, ends, numpy.array(broken))


@cache
def _blanks() -> Table:
    """Whether each code point is between words: white space, and what has no width and no meaning."""
    table: Table = numpy.zeros(sys.maxunicode + 1, dtype=bool)
    table[[code for code in range(0x3001) if chr(code).isspace()]] = True
    table[[code for code in range(0x20) if chr(code) != HYPHEN]] = True
    table[[0x7F, 0x200B, 0xFEFF, 0xFFFE, 0xFFFF]] = True
    return table


class _Draft:
    """The words while note marks are still glued to them."""

    def __init__(self, text: str, found: Found) -> None:
        self.texts = text.split()
        if len(self.texts) != len(found.starts) or UNUSUAL.search(text):
            words = map(text.__getitem__, map(slice, found.starts.tolist(), found.ends.tolist()))
            self.texts = list(map(_written, words))
        self.indices, self.broken = found.starts, found.broken
        self.glued = numpy.zeros(len(self.texts), dtype=bool)

    def with_figures(self) -> Table:
        """The rows of the words that end in figures behind another sign."""
        ends = map(str.isdecimal, map(itemgetter(-1), self.texts))
        rows = compress(range(len(self.texts)), ends)
        return numpy.array([row for row in rows if NOTE_MARK.search(self.texts[row])], dtype=int)

    def tokens(self, places: Places) -> Tokens:
        """The words, with each small raised figure cut off the word that it is glued to."""
        self.places = places
        for row in numpy.flatnonzero(places.last_sizes < RAISED_SIZE * places.sizes)[::-1].tolist():
            if mark := NOTE_MARK.search(self.texts[row]):
                self._split(row, mark)
        places = self.places
        return Tokens(self.texts, places.boxes, places.upright, places.sizes, self.indices, places.turns,
                      _rows(self.glued), _rows(self.broken), _rows(places.aside))

    def _split(self, row: int, mark: re.Match[str]) -> None:
        """A word and its mark become two rows; the box is shared out by the letters' sizes."""
        places, word = self.places, self.texts[row]
        small, large = float(places.last_sizes[row]), float(places.sizes[row])
        share = len(mark[0]) * small / (len(mark[0]) * small + mark.start() * large)
        self.places = places.split(row, share, small)
        self.texts[row : row + 1] = [word[: mark.start()], raised(mark[0])]
        self.indices = numpy.insert(self.indices, row + 1, self.indices[row] + mark.start())
        self.broken = numpy.insert(self.broken, row, False)
        self.glued = numpy.insert(self.glued, row + 1, True)


def _rows(flags: Table) -> frozenset[int]:
    return frozenset(numpy.flatnonzero(flags).tolist())


def _written(word: str) -> str:
    """The word as it is read: ligatures opened, soft hyphens gone, surrogate pairs joined."""
    word = word.translate(OPENED)
    if any("\ud800" <= letter <= "\udfff" for letter in word):
        word = word.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return word[:-1] + "-" if word[-1:] == HYPHEN else word


def _with_marks(tokens: Tokens) -> Tokens:
    """A small figure that stands higher than the word before it, or after it on its line, is a note mark too."""
    sizes, texts, glued = tokens.sizes, tokens.texts, set[int]()
    small = (sizes[1:] < RAISED_SIZE * sizes[:-1]) | (sizes[:-1] < RAISED_SIZE * sizes[1:])
    for before in numpy.flatnonzero(small).tolist():
        row = before + 1
        if _is_mark(tokens, row, before) and _is_raised(tokens, before, row):
            texts[row] = raised(texts[row])
            if tokens.places[row, 0] - tokens.places[before, 2] < 0.5 * sizes[before]:
                glued.add(row)
        elif _is_mark(tokens, before, row) and _is_raised(tokens, row, before):
            texts[before] = raised(texts[before])
    tokens.glued |= glued
    return tokens


def _is_mark(tokens: Tokens, row: int, beside: int) -> bool:
    small = tokens.sizes[row] < RAISED_SIZE * tokens.sizes[beside]
    return bool(small) and bool(FIGURES.fullmatch(tokens.texts[row]))


def _is_raised(tokens: Tokens, beside: int, row: int) -> bool:
    """Whether it stands beside the word, its foot well above the word's foot."""
    size, one, other = float(tokens.sizes[beside]), tokens.places[beside].tolist(), tokens.places[row].tolist()
    gap = max(other[0] - one[2], one[0] - other[2])
    return bool(-0.3 * size < gap < 3 * size and 0.15 * size < one[3] - other[3] < size)
