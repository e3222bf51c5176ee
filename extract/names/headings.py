"""Where capitals are owed to a heading: there only known names count."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from models.document import Block

_SMALL = 4  # a word this short may stay small in a title


def headings(text: str, blocks: Sequence[Block]) -> Callable[[int], bool]:
    """A function that tells whether an offset stands in a heading, or in a line written as one."""
    spans = [(block.start, block.end) for block in blocks if block.kind in ("title", "heading", "boilerplate")]
    spans = sorted([*(span for span in spans if _capitalised(text[slice(*span)])), *_titled_lines(text)])
    starts = [start for start, _ in spans]

    def inside(offset: int) -> bool:
        at = bisect_right(starts, offset)
        return bool(at) and offset < spans[at - 1][1]

    return inside


def _titled_lines(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        if len(line) < 200 and _capitalised(line):
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _capitalised(line: str) -> bool:
    """Whether nearly every longer word has a capital, and there are enough of them to tell."""
    words = [word for word in line.split() if len(word) > _SMALL and word[0].isalpha()]
    if len(words) < 3 or line.rstrip().endswith((".", ",")):
        return False
    return sum(word[0].isupper() for word in words) >= 0.85 * len(words)
