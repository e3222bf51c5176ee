"""The words of one PDF page with their boxes, as the page is seen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.pdf.geometry import Found, Places, corners_of, places_of
from corpus.pdf.library import HYPHEN, TextPage
from corpus.superscripts import raised
from models import Box

WORD = re.compile("[^\\s\x00\x01\x03-\x1f\x7f\u200b\ufeff\ufffe\uffff]+")
PIECE = re.compile(f"[^{HYPHEN}]+{HYPHEN}?|{HYPHEN}")
NOTE_MARK = re.compile(r"(?<=[^\d\s])\d{1,3}(?:[,–-]\d{1,3})*$")
FIGURE_END = re.compile(r"(?<=[^\d\s])\d{1,3}(?!\S)")
FIGURES = re.compile(r"\d{1,3}(?:[,–-]\d{1,3})*")
OPENED = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": ""}
)
UNUSUAL = re.compile("[\x02\u00ad\ufb00-\ufb06\ud800-\udfff]")
RAISED_SIZE = 0.85                # a note mark is at most so large as the letters beside it


@dataclass(slots=True)
class Token:
    """A word on a page. `place` is its box on the page turned so that most words are upright; `size` is in points.

    `glued`: no blank before it. `broken`: a hyphen at the line's end cuts it. `aside`: it is turned unlike most.
    """

    text: str
    box: Box
    place: Box
    size: float
    index: int
    glued: bool = False
    broken: bool = False
    aside: bool = False


def tokens_of(page: TextPage) -> list[Token]:
    """The words in PDFium's order; boxes in points from the upper left corner of the page as seen."""
    text = page.text()
    found = list(_words(text)) if HYPHEN in text else [(*word.span(), False) for word in WORD.finditer(text)]
    if not found:
        return []
    corners = corners_of(page, found)
    ends = {figure.end() for figure in FIGURE_END.finditer(text)}
    chosen = [position for position, (_, end, _) in enumerate(corners.found) if end in ends]
    return _tokens(text, corners.found, places_of(page, corners, chosen))


def _words(text: str) -> Iterator[Found]:
    """Start, end and whether the word is cut at a line's end. A hyphenated word is two."""
    for word in WORD.finditer(text):
        start, end = word.span()
        if text.find(HYPHEN, start, end) < 0:
            yield start, end, False
            continue
        for piece in PIECE.finditer(text, start, end):
            yield piece.start(), piece.end(), piece[0][-1] == HYPHEN


def _tokens(text: str, found: list[Found], places: Places) -> list[Token]:
    tokens: list[Token] = []
    plain = not UNUSUAL.search(text)
    rows = zip(found, places.boxes, places.upright, places.sizes, places.last_sizes, places.aside, strict=True)
    for (start, end, broken), box, place, size, last_size, aside in rows:
        word = text[start:end] if plain else _written(text[start:end], broken)
        token = Token(word, box, place, size, start, False, broken, aside)
        if last_size < RAISED_SIZE * size and (mark := NOTE_MARK.search(word)):
            tokens += _split(token, mark, last_size)
        else:
            tokens.append(token)
    return _with_marks(tokens)


def _written(word: str, broken: bool) -> str:
    """The word as it is read: ligatures opened, soft hyphens gone, surrogate pairs joined."""
    word = word.translate(OPENED)
    if any("\ud800" <= letter <= "\udfff" for letter in word):
        word = word.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return word[:-1] + "-" if broken else word


def _split(word: Token, mark: re.Match[str], size: float) -> tuple[Token, Token]:
    """A word and the small raised figure glued to it; the box is shared out by the letters' sizes."""
    share = len(mark[0]) * size / (len(mark[0]) * size + mark.start() * word.size)
    (box, small), (place, small_place) = _shared(word.box, share), _shared(word.place, share)
    first = replace(word, text=word.text[: mark.start()], box=box, place=place)
    index = word.index + mark.start()
    return first, replace(word, text=raised(mark[0]), box=small, place=small_place, size=size, index=index, glued=True)


def _shared(box: Box, share: float) -> tuple[Box, Box]:
    left, top, right, bottom = box
    middle = round(right - share * (right - left), 2)
    return (left, top, middle, bottom), (middle, top, right, bottom)


def _with_marks(tokens: list[Token]) -> list[Token]:
    """A small figure that stands higher than the word before it, or after it on its line, is a note mark too."""
    for before, token in pairwise(tokens):
        if before.size == token.size:
            continue
        if _is_mark(token, before) and _is_raised(before, token):
            token.text = raised(token.text)
            token.glued = token.glued or token.place[0] - before.place[2] < 0.5 * before.size
        elif _is_mark(before, token) and _is_raised(token, before):
            before.text = raised(before.text)
    return tokens


def _is_mark(token: Token, beside: Token) -> bool:
    return token.size < RAISED_SIZE * beside.size and bool(FIGURES.fullmatch(token.text))


def _is_raised(beside: Token, token: Token) -> bool:
    """Whether it stands beside the word, its foot well above the word's foot."""
    size = beside.size
    gap = max(token.place[0] - beside.place[2], beside.place[0] - token.place[2])
    return -0.3 * size < gap < 3 * size and 0.15 * size < beside.place[3] - token.place[3] < size
