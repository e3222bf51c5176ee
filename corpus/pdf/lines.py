"""The lines of a PDF page: words side by side on one base line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from corpus.pdf.tokens import Token
from models import Box

WIDEST_BLANK = 1.2        # of the font size: a wider gap may be a gutter between columns
LEAST_OVERLAP = 0.5       # of the lower one's height, for two words of one line
FAR_OFF = 2.0             # font sizes between segments that are not of one line when their letters differ
OTHER_SIZE = 0.75         # of the larger one's size: letters that differ


@dataclass(slots=True)
class Line:
    """Words in a row; edges on the page turned upright; `size` is the usual font size, in points.

    `cells` are the positions of the words, after the first, that stand behind a wide gap.
    """

    tokens: list[Token]
    longest: Token
    left: float
    top: float
    right: float
    bottom: float
    size: float
    text: str = ""
    page: int = 0
    column: int = 0
    column_left: float = 0.0
    column_right: float = 0.0
    bold: bool = False
    cells: tuple[int, ...] = ()

    @property
    def box(self) -> Box:
        """The line's edges as a box."""
        return self.left, self.top, self.right, self.bottom


def line_of(tokens: Sequence[Token]) -> Line:
    """A line of these words, which stand in their order; its size is that of its longest word."""
    lefts, tops, rights, bottoms = zip(*[token.place for token in tokens], strict=True)
    text = "".join([token.text if token.glued else f" {token.text}" for token in tokens]).strip()
    longest = _longest(tokens)
    return Line(list(tokens), longest, min(lefts), min(tops), max(rights), max(bottoms), longest.size, text)


def _longest(tokens: Sequence[Token]) -> Token:
    """The longest word; words of letters count before numbers."""
    texts = [token.text for token in tokens]
    found = max(texts, key=len)
    if not found[0].isalpha():
        found = max(texts, key=lambda text: (text[0].isalpha(), len(text)))
    return tokens[texts.index(found)]


def segments_of(tokens: Sequence[Token]) -> list[Line]:
    """Rows of words without a wide gap, in the order of the page's source."""
    return [line_of(run) for run in _runs(tokens)]


def _runs(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    start = 0
    for position, (before, token) in enumerate(pairwise(tokens), start=1):
        if not _is_beside(before, token):
            yield tokens[start:position]
            start = position
    if tokens:
        yield tokens[start:]


def _is_beside(before: Token, token: Token) -> bool:
    """Whether the word follows on the same line after no more than a blank."""
    one, other = before.place, token.place
    size, gap = before.size, other[0] - one[2]
    if size < token.size:
        size = token.size
    if not -0.5 * size < gap < WIDEST_BLANK * size or before.aside != token.aside:
        return False
    return one[3] == other[3] or overlap(one, other) >= LEAST_OVERLAP


def overlap(one: Box, other: Box) -> float:
    """How much of the lower one's height both share, 0 to 1."""
    shared = min(one[3], other[3]) - max(one[1], other[1])
    height = min(one[3] - one[1], other[3] - other[1])
    return max(0.0, shared / height) if height > 0 else 0.0


def rows_of(segments: Sequence[Line]) -> list[Line]:
    """Segments that stand side by side become one line; lines from top to bottom, words from left to right."""
    rows: list[list[Line]] = []
    for segment in sorted(segments, key=lambda segment: (segment.bottom, segment.left)):
        if rows and overlap(rows[-1][0].box, segment.box) >= LEAST_OVERLAP:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [line for row in rows for line in _merged(sorted(row, key=lambda segment: segment.left))]


def _merged(row: list[Line]) -> list[Line]:
    """The segments as one line; letters of another size far off are a line of their own."""
    runs = [[row[0]]]
    for before, segment in pairwise(row):
        gap, small, large = segment.left - before.right, *sorted((before.size, segment.size))
        if gap > FAR_OFF * large and small < OTHER_SIZE * large:
            runs.append([segment])
        else:
            runs[-1].append(segment)
    return [run[0] if len(run) == 1 else _joined(run) for run in runs]


def _joined(run: list[Line]) -> Line:
    line = line_of([token for segment in run for token in segment.tokens])
    wide = [after.left - before.right > WIDEST_BLANK * line.size for before, after in pairwise(run)]
    starts = accumulate(len(segment.tokens) for segment in run[:-1])
    line.cells = tuple(start for start, is_wide in zip(starts, wide, strict=True) if is_wide)
    return line
