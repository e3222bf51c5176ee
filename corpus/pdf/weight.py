"""What the fonts of a PDF page say: which lines are bold, and whether some do not say which letters they have."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from corpus.pdf.library import TextPage
from corpus.pdf.lines import Line

BOLD = re.compile(b"bold|black|heavy|demi", re.IGNORECASE)


def mark_bold(page: TextPage, lines: Sequence[Line]) -> bool:
    """A line is as bold as its longest word: a number before it often is not. Where it changes, ends count too.

    Says whether the letters of a font may be wrong ones: a line of each font is asked.
    """
    names = _names(page, [(line, line.longest) for line in lines])
    for line, name in zip(lines, names, strict=True):
        line.bold = line.opens_bold = line.ends_bold = _is_bold(name)
    changes = [(before, line) for before, line in pairwise(lines) if before.bold != line.bold]
    ends = _names(page, [(before, before.rows[-1]) for before, _ in changes])
    opens = _names(page, [(line, line.rows[0]) for _, line in changes])
    for (before, line), last, first in zip(changes, ends, opens, strict=True):
        before.ends_bold, line.opens_bold = _is_bold(last), _is_bold(first)
    samples = dict(zip(names, lines, strict=True)).values()
    return any(page.has_no_unicode(int(line.tokens.indices[line.longest])) for line in samples)


def _names(page: TextPage, words: Sequence[tuple[Line, int]]) -> list[bytes]:
    return page.font_names([int(line.tokens.indices[row]) for line, row in words])


@lru_cache(1_000)
def _is_bold(name: bytes) -> bool:
    return BOLD.search(name) is not None
