"""Where a quote stands on its pages: one box per line of print."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from models.document import Box, Word

LineBox = list[float]  # page, left, top, right, bottom; points from the page's upper left corner
Placed = tuple[int, Box]  # the page and the box of a word


def line_boxes(words: Iterable[Placed]) -> list[LineBox]:
    """The boxes around these words, in the order of the text, one per line.

    A word is on the line of the one before if it goes on to the right and its middle is within the height of the line.
    """
    boxes: list[LineBox] = []
    here, lowest, line = 0, 0.0, [0.0] * 5
    for page, (left, top, right, bottom) in words:
        if page == here and line[2] <= (top + bottom) / 2 <= lowest and left >= line[3] - 1:
            if left < line[1]:
                line[1] = left
            if top < line[2]:
                line[2] = top
            if right > line[3]:
                line[3] = right
            if bottom > lowest:
                line[4] = lowest = bottom
        else:
            line, here, lowest = [page, left, top, right, bottom], page, bottom
            boxes.append(line)
    return [[page, round(left, 2), round(top, 2), round(right, 2), round(bottom, 2)]
            for page, left, top, right, bottom in boxes]


def placed(words: Sequence[Word], start: int, end: int) -> Iterator[Placed]:
    """The places of those of the words, which are in the order of the text, that stand between two offsets."""
    first = bisect_left(words, start, key=lambda word: word.end - 1)
    for word in words[first:]:
        if word.start >= end:
            return
        yield word.page, word.box
