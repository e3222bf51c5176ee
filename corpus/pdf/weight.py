"""Which lines of a PDF page are bold, by the names of their fonts."""

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.pdf.library import TextPage
from corpus.pdf.lines import Line

BOLD = re.compile(b"bold|black|heavy|demi")


def mark_bold(page: TextPage, lines: Sequence[Line]) -> None:
    """A line is as bold as its longest word: a number before it often is not. Where it changes, ends count too."""
    for line, bold in zip(lines, _are_bold(page, [(line, line.longest) for line in lines]), strict=True):
        line.bold = line.opens_bold = line.ends_bold = bold
    changes = [(before, line) for before, line in pairwise(lines) if before.bold != line.bold]
    ends = _are_bold(page, [(before, before.rows[-1]) for before, _ in changes])
    opens = _are_bold(page, [(line, line.rows[0]) for _, line in changes])
    for (before, line), ends_bold, opens_bold in zip(changes, ends, opens, strict=True):
        before.ends_bold, line.opens_bold = ends_bold, opens_bold


def _are_bold(page: TextPage, words: Sequence[tuple[Line, int]]) -> list[bool]:
    names = page.font_names([int(line.tokens.indices[row]) for line, row in words])
    return [BOLD.search(name) is not None for name in names]
