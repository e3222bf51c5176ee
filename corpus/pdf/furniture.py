"""Running heads, running feet and page numbers: found because they come again on other pages."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpus.pdf.lines import Line

DEPTH = 4                     # lines from the top and from the bottom that can be a head or a foot
FEW_PAGES = 4                 # up to so many pages, two alike are enough
SAME_HEIGHT = 8.0             # points between a running line's places on two pages
MARGIN = 0.1                  # of the page's height, where a lone page number stands
CODE_MARGIN = 0.12            # the same for a document's or a job's number, such as AB.12-3456
FIGURES = re.compile(r"\d+")
CODE = re.compile(r"[A-Z]{1,4}[./-]?\d{2}[./-]\d{3,7}")
PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|/|\|)\s*\d{1,4})?\W*", re.IGNORECASE)


@dataclass(slots=True)
class Sheet:
    """One page: its lines in reading order; heads and feet once they are taken off; its name in print."""

    number: int
    width: float
    height: float
    lines: list[Line]
    head: list[Line] = field(default_factory=list)
    foot: list[Line] = field(default_factory=list)
    label: str | None = None


def take_off(sheets: Sequence[Sheet]) -> None:
    """Moves the running heads and feet of all pages out of their lines."""
    tops = [_outer(sheet.lines, False) for sheet in sheets]
    feet = [_outer(sheet.lines, True) for sheet in sheets]
    known_tops, known_feet = _repeated(tops), _repeated(feet)
    for sheet, top, foot in zip(sheets, tops, feet, strict=True):
        sheet.head = _peeled(top, known_tops, sheet, len(sheets))
        sheet.foot = [line for line in _peeled(foot, known_feet, sheet, len(sheets)) if line not in sheet.head][::-1]
        taken = {id(line) for line in (*sheet.head, *sheet.foot)}
        sheet.lines = [line for line in sheet.lines if id(line) not in taken]


def _outer(lines: Iterable[Line], from_foot: bool) -> list[Line]:
    """The outermost lines, the outermost first."""
    upright = [line for line in lines if not (line.is_aside or line.grid)]
    return sorted(upright, key=lambda line: -line.bottom if from_foot else line.top)[:DEPTH]


def _key(line: Line) -> str:
    """The line's words, whatever its figures; Roman ones too where there is nothing else."""
    return "#" if PAGE_NUMBER.fullmatch(line.text) else FIGURES.sub("#", line.text.lower())


def _repeated(outer: Sequence[list[Line]]) -> frozenset[int]:
    """The lines (by their identity) whose words stand at the same height on enough pages."""
    alike: dict[str, list[Line]] = defaultdict(list)
    for lines in outer:
        for key, line in {_key(line): line for line in reversed(lines)}.items():
            alike[key].append(line)
    needed = 2 if len(outer) <= FEW_PAGES else 3
    found: set[int] = set()
    for same in alike.values():
        heights = sorted(line.top for line in same)
        for line in same:
            low, high = bisect_left(heights, line.top - SAME_HEIGHT), bisect_right(heights, line.top + SAME_HEIGHT)
            if high - low >= needed:
                found.add(id(line))
    return frozenset(found)


def _peeled(outer: Sequence[Line], known: frozenset[int], sheet: Sheet, pages: int) -> list[Line]:
    """From the edge inwards, as long as the lines come again elsewhere, or are the page's number or a code."""
    taken: list[Line] = []
    for line in outer:
        if id(line) not in known and not _is_lone(line, sheet.height, pages):
            break
        taken.append(line)
    return taken


def _is_lone(line: Line, height: float, pages: int) -> bool:
    """Whether it is a code, or a page number in a document too short to compare pages."""
    if CODE.fullmatch(line.text):
        return _in_margin(line, height, CODE_MARGIN)
    return pages < 3 and bool(PAGE_NUMBER.fullmatch(line.text)) and _in_margin(line, height, MARGIN)


def _in_margin(line: Line, height: float, margin: float) -> bool:
    return line.bottom < margin * height or line.top > (1 - margin) * height
