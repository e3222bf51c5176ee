"""What is drawn over the picture of a page: frames round words, a line in the order of reading, frames of claims."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from extract import extract
from models import Box, Document, Word
from models.vocabulary import BlockKind

Colour = tuple[int, int, int]     # red, green, blue, 0 to 255
Stroke = tuple[float, ...]        # from x, y to x, y in points, then a colour

GREY: Colour = (150, 150, 150)
COLOURS: dict[BlockKind, Colour] = {
    "title": (200, 0, 0), "heading": (230, 60, 0), "paragraph": (60, 110, 220), "list_item": (0, 160, 180),
    "table": (0, 140, 60), "footnote": (190, 0, 190), "header": GREY, "footer": GREY,
}
OTHER: Colour = (150, 110, 0)
FIRST, LAST = (0, 170, 0), (220, 0, 0)      # the line of reading runs from green to red
BESIDE = 40      # points
CLAIM, NUMBER = (60, 110, 220), (220, 0, 0)


def strokes_of(document: Document, number: int, what: str) -> list[Stroke]:
    """The strokes of one page: `what` is `words` or `claims`."""
    words = [word for word in document.words if word.page == number]
    return list(_claims(document, words) if what == "claims" else (*_words(document, words), *_path(words)))


def _words(document: Document, words: list[Word]) -> Iterator[Stroke]:
    starts = [block.start for block in document.blocks]
    for word in words:
        kind = document.blocks[max(0, bisect_right(starts, word.start) - 1)].kind
        yield from _frame(word.box, COLOURS.get(kind, OTHER))


def _frame(box: Box, colour: Colour) -> Iterator[Stroke]:
    left, top, right, bottom = box
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    return ((*one, *other, *colour) for one, other in pairwise(corners))


def _path(words: list[Word]) -> Iterator[Stroke]:
    """A line from each word to the next one, where that does not stand beside it."""
    for position, (one, other) in enumerate(pairwise(words)):
        share = position / len(words)
        colour = (round(low + share * (high - low)) for low, high in zip(FIRST, LAST, strict=True))
        if not (0 <= other.box[0] - one.box[2] < BESIDE and one.box[1] < _middle(other.box) < one.box[3]):
            yield (one.box[2], _middle(one.box), other.box[0], _middle(other.box), *colour)


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2


def _claims(document: Document, words: list[Word]) -> Iterator[Stroke]:
    for claim in extract(document).claims:
        for word in words:
            if word.start < claim.end and claim.start < word.end:
                inside = word.start < claim.number.end and claim.number.start < word.end
                yield from _frame(word.box, NUMBER if inside else CLAIM)
