"""The paragraphs of a plain text: what a single line break means is decided from the lengths of the lines."""

import re
from collections.abc import Iterator, Sequence

from models import Block

Line = tuple[int, int, int]  # where the line begins, and where its words start and end

WIDEST_WRAP = 120            # a hard-wrapped line is hardly ever longer
FEWEST_BREAKS = 3            # single breaks needed before a text counts as hard-wrapped
NO_CONTINUATION = ".;:!?"    # a line that ends so is not carried on by a small letter
LONG_LINE = 50               # characters of a line that is part of running text
LIST_OPENING = re.compile(r"(?:[•●▪‣·*-]|\(?(?:[a-z]|[ivx]{1,5}|\d{1,3})[.)])\s")
OPEN_END = re.compile(r"[\w,’'\"–-]$")


def paragraphs(text: str) -> list[Block]:
    """Blocks that cover every visible character of the text, in order."""
    groups = list(_groups(text))
    width = _wrap_width(text, groups)
    blocks: list[Block] = []
    last_line = (0, 0, 0)
    for group in groups:
        joins_page = bool(blocks) and _goes_on_over_page(text, last_line, group[0])
        for position, line in enumerate(group):
            joins = joins_page if position == 0 else _goes_on(text, group[position - 1], line, width)
            start = blocks.pop().start if joins else line[1]
            blocks.append(Block("paragraph", start, line[2]))
        last_line = group[-1]
    return blocks


def _groups(text: str) -> Iterator[list[Line]]:
    """Lines without a blank line between them."""
    group: list[Line] = []
    begin = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = begin + line.index(words[0])
            group.append((begin, start, start + len(words)))
        elif group and line[0] not in "\x0b\x0c\x1c\x1d\x1e":
            yield group
            group = []
        begin += len(line)
    if group:
        yield group


def _wrap_width(text: str, groups: Sequence[list[Line]]) -> int | None:
    """The width at which the text was wrapped, or None when each line is a paragraph."""
    breaks = [(group[i], group[i + 1]) for group in groups for i in range(len(group) - 1)]
    if len(breaks) < FEWEST_BREAKS:
        return None
    lengths = sorted(end - begin for (begin, _, end), _ in breaks)
    width = lengths[min(len(lengths) - 1, len(lengths) * 19 // 20)]
    if width > WIDEST_WRAP:
        return None
    full = sum(1 for before, after in breaks if _is_full(text, before, after, width))
    small = sum(1 for _, after in breaks if text[after[1]].islower())
    return width if full * 2 >= len(breaks) and small * 5 >= len(breaks) else None


def _is_full(text: str, before: Line, after: Line, width: int) -> bool:
    """Whether the next line's first word had no room on this line."""
    gap = min((at for at in (text.find(" ", after[1], after[2]),) if at >= 0), default=after[2])
    return before[2] - before[0] + 1 + gap - after[1] > width


def _goes_on(text: str, before: Line, after: Line, width: int | None) -> bool:
    """Whether the second line carries on the first one's paragraph."""
    if text[after[1]].islower() and text[before[2] - 1] not in NO_CONTINUATION:
        return not LIST_OPENING.match(text, after[1], after[2])
    if width is None or not _is_full(text, before, after, width):
        return False
    return not LIST_OPENING.match(text, after[1], after[2]) or text[before[2] - 1] not in NO_CONTINUATION


def _goes_on_over_page(text: str, before: Line, after: Line) -> bool:
    """Whether a blank line or a form feed cuts a sentence, as where a page ended: long lines, no end, no capital."""
    if not (text[after[1]].islower() and OPEN_END.search(text, max(0, before[2] - 1), before[2])):
        return False
    return min(before[2] - before[1], after[2] - after[1]) >= LONG_LINE or "\x0c" in text[before[2] : after[1]]
