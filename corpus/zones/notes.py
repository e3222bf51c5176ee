"""The list of notes at the end of a plain text: numbered lines whose numbers are glued to words of the text before."""

import re
from collections.abc import Sequence

from corpus.draft import as_kind
from models import Block

OPENING = re.compile(r"\[?(?P<number>\d{1,3})[\].)]{0,2}[ \t]+\S")
MARK = re.compile(r"(?:(?<=[^\W\d_])|(?<=[.,;:!?”\"’)\]]))(?:\[(\d{1,3})\]|(\d{1,3}))(?![\w%]|[.,:/-]\d)")
FEWEST = 2              # notes
LEAST_MARKED = 0.6      # of the numbers stand in the text, glued to its words
WIDEST_STEP = 5         # from one number to the next: some may be lost


def mark_notes(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with those of the last numbered list as notes where the text before has their marks."""
    start = _first_of_list(text, blocks)
    found = (OPENING.match(text, block.start, block.end) for block in blocks[start:])
    numbers = [int(match["number"]) for match in found if match]
    if len(numbers) < FEWEST:
        return list(blocks)
    marks = {int(one or other) for one, other in MARK.findall(text, 0, blocks[start].start)}
    if sum(number in marks for number in numbers) < LEAST_MARKED * len(numbers):
        return list(blocks)
    return [*blocks[:start], *(as_kind(block, "footnote") for block in blocks[start:])]


def _first_of_list(text: str, blocks: Sequence[Block]) -> int:
    """The first of the blocks at the end whose numbers grow from each to the next."""
    above, start = None, len(blocks)
    for at in range(len(blocks) - 1, -1, -1):
        found = OPENING.match(text, blocks[at].start, blocks[at].end)
        number = int(found["number"]) if found else None
        if number is None or not (above is None or 0 < above - number <= WIDEST_STEP):
            break
        above, start = number, at
    return start
