"""Where the paragraphs of a text begin, and which of them stand beside the running text."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from models import Block

BESIDE = ("caption", "header", "footer", "footnote", "boilerplate", "signature", "table")
"""Blocks whose dates are read, but from which the text does not go on."""

BREAK = re.compile(r"\n+")


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The starts of all paragraphs in order, and for each whether it stands beside the running text."""

    starts: Sequence[int]
    beside: Sequence[bool]

    def number(self, position: int) -> int:
        """Which paragraph a position is in."""
        return bisect_right(self.starts, position) - 1

    def end(self, number: int) -> int | None:
        """Where a paragraph ends; None for the last one."""
        return self.starts[number + 1] if number + 1 < len(self.starts) else None


def paragraphs(text: str, blocks: Sequence[Block]) -> Paragraphs:
    """As the blocks part the text; where there are none, as its line breaks do."""
    if blocks:
        parts = [(0, False), *sorted((block.start, block.kind in BESIDE) for block in blocks)]
    else:
        parts = [(0, False), *((gap.end(), False) for gap in BREAK.finditer(text))]
    return Paragraphs([start for start, _ in parts], [beside for _, beside in parts])
