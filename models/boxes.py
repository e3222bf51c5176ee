"""Where a quote stands on its pages: one box per line of print."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from models.document import Word

LineBox = list[float]  # page, left, top, right, bottom; points from the page's upper left corner


def line_boxes(words: Sequence[Word], start: int, end: int) -> list[LineBox]:
    """The boxes around the words between two offsets, one per line; `words` in the order of the text."""
    boxes: list[LineBox] = []
    for word in _between(words, start, end):
        left, top, right, bottom = word.box
        if boxes and _same_line(boxes[-1], word):
            boxes[-1][1:] = [
                min(boxes[-1][1], left), min(boxes[-1][2], top), max(boxes[-1][3], right), max(boxes[-1][4], bottom),
            ]
        else:
            boxes.append([word.page, left, top, right, bottom])
    return [[int(page), *(round(side, 2) for side in sides)] for page, *sides in boxes]


def _between(words: Sequence[Word], start: int, end: int) -> Iterator[Word]:
    first = bisect_left(words, start, key=lambda word: word.end - 1)
    for word in words[first:]:
        if word.start >= end:
            return
        yield word


def _same_line(box: LineBox, word: Word) -> bool:
    """The word goes on to the right, and the middle of its height is within the line's."""
    page, _, top, right, bottom = box
    return word.page == page and top <= (word.box[1] + word.box[3]) / 2 <= bottom and word.box[0] >= right - 1
