"""Where the words of a PDF page stand: boxes on the page as it is seen, and on the page turned for reading."""

from dataclasses import dataclass
from itertools import pairwise

import numpy

from corpus.pdf.library import Table, TextPage

ASCENT, DESCENT = 0.78, 0.22      # of the font size, above and below the base line: fonts' own figures are unreliable
LIFT = 0.1                        # of the font size: a note mark's base line is at least so much higher


@dataclass(frozen=True, slots=True)
class Found:
    """Words: the first character of each, the one after its last, and whether a hyphen cuts it."""

    starts: Table
    ends: Table
    broken: Table


@dataclass(frozen=True, slots=True)
class Corners:
    """Words with the boxes of their first and last characters in user space."""

    found: Found
    first: Table
    last: Table


@dataclass(frozen=True, slots=True)
class Places:
    """A row for each word: its box as seen, its box with most words upright, sizes, and whether it is turned else.

    `turns`: how often the page is turned against the clock so that most words are upright.
    """

    boxes: Table
    upright: Table
    sizes: Table
    last_sizes: Table
    aside: Table
    turns: int

    def split(self, row: int, share: float, size: float) -> "Places":
        """The same places, but a word's last part, so large a share of it and of that size, has a row of its own."""
        boxes = _split(self.boxes, row, share)
        return Places(
            boxes, boxes if self.upright is self.boxes else _split(self.upright, row, share),
            numpy.insert(self.sizes, row + 1, size), numpy.insert(self.last_sizes, row + 1, size),
            numpy.insert(self.aside, row + 1, self.aside[row]), self.turns,
        )


def places_of(page: TextPage, corners: Corners, chosen: Table) -> Places:
    """The places of words; the last character's size counts where chosen."""
    matrices, sizes = _matrices_and_sizes(page, corners)
    last_sizes = _last_sizes(page, corners.found, chosen, sizes)
    turns = (_quarter_turns(matrices) + page.rotation) % 4
    boxes = _seen(_boxes(corners, sizes, matrices), page)
    usual = int(numpy.bincount(turns, minlength=4).argmax())
    rows = _rows(boxes)
    upright = _rows(_turned(boxes, usual, *size_seen(page))) if usual else rows
    return Places(rows, upright, sizes.astype("f4"), last_sizes.astype("f4"), turns != usual, usual)


def turned_upright(boxes: Table, page: TextPage, turns: int) -> Table:
    """Boxes of user space on the page as seen, turned so often against the clock."""
    seen = _seen(boxes, page)
    return _turned(seen, turns, *size_seen(page)) if turns else seen


def _split(boxes: Table, row: int, share: float) -> Table:
    left, _, right, _ = boxes[row].tolist()
    middle = round(right - share * (right - left), 2)
    split = numpy.insert(boxes, row, boxes[row], axis=0)
    split[row, 2] = split[row + 1, 0] = middle
    return split


def _matrices_and_sizes(page: TextPage, corners: Corners) -> tuple[Table, Table]:
    """Asked of the first word in each run of words whose boxes are equally high at equal places: one line, one font."""
    edges = corners.first[:, [1, 3]]
    fresh = numpy.ones(len(edges), dtype=bool)
    fresh[1:] = (edges[1:] != edges[:-1]).any(axis=1)
    asked = corners.found.starts[fresh].tolist()
    matrices = page.matrices(asked)
    sizes = page.font_sizes(asked) * numpy.hypot(matrices[:, 2], matrices[:, 3])
    run = numpy.cumsum(fresh) - 1
    return matrices[run], sizes[run]


def corners_of(page: TextPage, found: Found) -> Corners:
    """The words with the boxes of their ends, cut where PDFium has glued letters of different lines (table cells)."""
    first, last = page.boxes(found.starts.tolist()), page.boxes((found.ends - 1).tolist())
    distance = numpy.abs(first[:, 1] + first[:, 3] - last[:, 1] - last[:, 3]) / 2
    heights = numpy.minimum(numpy.abs(first[:, 3] - first[:, 1]), numpy.abs(last[:, 3] - last[:, 1]))
    apart = (distance > heights) | (last[:, 0] < first[:, 0])
    if not apart.any():
        return Corners(found, first, last)
    words = zip(found.starts.tolist(), found.ends.tolist(), found.broken.tolist(), apart.tolist(), strict=True)
    pieces = [piece for *word, doubtful in words for piece in (_cut(page, *word) if doubtful else [tuple(word)])]
    starts, ends, broken = numpy.array(pieces).T
    cut = Found(starts, ends, broken.astype(bool))
    return Corners(cut, page.boxes(starts.tolist()), page.boxes((ends - 1).tolist()))


def _cut(page: TextPage, start: int, end: int, broken: bool) -> list[tuple[int, int, bool]]:
    """Pieces of a word whose letters each stand beside the one before, in whichever direction it runs."""
    boxes = page.boxes(list(range(start, end)))
    sizes = numpy.maximum(boxes[:, 2] - boxes[:, 0], numpy.abs(boxes[:, 3] - boxes[:, 1]))
    across = numpy.maximum(boxes[1:, 0] - boxes[:-1, 2], boxes[:-1, 0] - boxes[1:, 2])
    lower, upper = numpy.minimum(boxes[:, 1], boxes[:, 3]), numpy.maximum(boxes[:, 1], boxes[:, 3])
    along = numpy.maximum(lower[1:] - upper[:-1], lower[:-1] - upper[1:])
    gaps = numpy.maximum(across, along) > 0.3 * numpy.minimum(sizes[1:], sizes[:-1])
    places = [start, *(start + 1 + position for position in numpy.flatnonzero(gaps).tolist()), end]
    return [(low, high, broken and high == end) for low, high in pairwise(places)]


def _last_sizes(page: TextPage, found: Found, chosen: Table, sizes: Table) -> Table:
    """The sizes of the words' last characters where these are chosen and raised, else the words' sizes."""
    result = sizes.copy()
    if not len(chosen):
        return result
    first, last = found.starts[chosen].tolist(), (found.ends[chosen] - 1).tolist()
    scales = page.matrices(last)
    own = page.font_sizes(last) * numpy.hypot(scales[:, 2], scales[:, 3])
    lift = scales[:, 5] - page.matrices(first)[:, 5]
    result[chosen] = numpy.where(numpy.abs(lift) > LIFT * sizes[chosen], own, sizes[chosen])
    return result


def _rows(boxes: Table) -> Table:
    return boxes.round(2).astype("f4")


def _quarter_turns(matrices: Table) -> Table:
    """How often each character is turned clockwise by 90 degrees in user space."""
    angles = numpy.arctan2(-matrices[:, 1], matrices[:, 0])
    return numpy.rint(angles / (numpy.pi / 2)).astype(int) % 4


def _boxes(corners: Corners, sizes: Table, matrices: Table) -> Table:
    """Left, lower, right, upper in user space. Upright words are as high as their size, from their base line."""
    start, end = corners.first.astype("f8"), corners.last.astype("f8")
    low, high = numpy.minimum(start, end), numpy.maximum(start, end)
    lower, upper = numpy.minimum(low[:, 1], low[:, 3]), numpy.maximum(high[:, 1], high[:, 3])
    boxes = numpy.stack((low[:, 0], lower, high[:, 2], upper), axis=1)
    level = (numpy.abs(matrices[:, 1]) < 0.01 * numpy.abs(matrices[:, 0])) & (matrices[:, 0] > 0) & (sizes > 0.5)
    base = matrices[:, 5].astype("f8")
    boxes[:, 1] = numpy.where(level, base - DESCENT * sizes, boxes[:, 1])
    boxes[:, 3] = numpy.where(level, base + ASCENT * sizes, boxes[:, 3])
    return boxes


def _seen(boxes: Table, page: TextPage) -> Table:
    """Boxes of user space as left, top, right, bottom on the page as seen: cropped, turned, y downwards."""
    left, bottom, right, top = page.frame
    flat = numpy.stack((boxes[:, 0] - left, top - boxes[:, 3], boxes[:, 2] - left, top - boxes[:, 1]), axis=1)
    return _turned(flat, -page.rotation, right - left, top - bottom)


def _turned(boxes: Table, turns: int, width: float, height: float) -> Table:
    """The boxes on a sheet of this size after so many quarter turns against the clock."""
    x0, y0, x1, y1 = boxes.T
    turned = (
        (x0, y0, x1, y1),
        (y0, width - x1, y1, width - x0),
        (width - x1, height - y1, width - x0, height - y0),
        (height - y1, x0, height - y0, x1),
    )
    return numpy.stack(turned[turns % 4], axis=1)


def size_seen(page: TextPage) -> tuple[float, float]:
    """Width and height of the page as seen, in points."""
    left, bottom, right, top = page.frame
    width, height = round(right - left, 2), round(top - bottom, 2)
    return (height, width) if page.rotation % 2 else (width, height)
