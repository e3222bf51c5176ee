"""What the styles and lists of a DOCX file add to a paragraph: its heading level, its number."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from corpus.office_package import WORD
from corpus.roman import roman

HEADING_NAME = re.compile(r"heading (\d)", re.IGNORECASE)
LEVEL_MARK = re.compile(r"%(\d)")
MOST_ANCESTORS = 20           # styles that a style is based on
BODY_LEVEL = 9                # the outline level that means running text


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: its name, its outline level from 0, its list and level in it, the style below it."""

    name: str = ""
    outline: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its number is written, and where it starts."""

    form: str
    text: str
    start: int


def value(element: etree._Element | None, path: str) -> str | None:
    """The `w:val` of a descendant, such as "pPr/pStyle"."""
    found = None if element is None else element.find("/".join(WORD + name for name in path.split("/")))
    return None if found is None else found.get(WORD + "val", "")


def whole(text: str | None) -> int | None:
    """The number that an attribute holds, if it does."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else None


@dataclass(slots=True)
class Styles:
    """All paragraph styles by their id."""

    known: dict[str, Style]

    def chain(self, style: str | None) -> list[Style]:
        """The style and those it is based on."""
        found: list[Style] = []
        while style in self.known and len(found) < MOST_ANCESTORS:
            found.append(self.known[style])
            style = found[-1].parent
        return found


def styles_of(root: etree._Element | None) -> Styles:
    """The paragraph styles of word/styles.xml."""
    entries = [] if root is None else root.findall(WORD + "style")
    return Styles({entry.get(WORD + "styleId", ""): _style(entry) for entry in entries})


def _style(entry: etree._Element) -> Style:
    return Style(
        name=value(entry, "name") or "",
        outline=whole(value(entry, "pPr/outlineLvl")),
        list_id=value(entry, "pPr/numPr/numId"),
        list_level=whole(value(entry, "pPr/numPr/ilvl")),
        parent=value(entry, "basedOn"),
    )


def heading_level(paragraph: etree._Element, chain: list[Style]) -> int:
    """The level of a heading from 1; 0 for running text. The title's style has level 0 too."""
    own = whole(value(paragraph, "pPr/outlineLvl"))
    levels = [own, *(style.outline for style in chain)]
    named = [HEADING_NAME.match(style.name) for style in chain]
    level = next((level for level in levels if level is not None), None)
    if level is None and (found := next(filter(None, named), None)):
        return int(found[1])
    return 0 if level is None or level >= BODY_LEVEL else level + 1


@dataclass(slots=True)
class Lists:
    """The lists of word/numbering.xml and how far each has been counted."""

    levels: dict[str, dict[int, Level]]
    base: dict[str, str]
    counted: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def label(self, paragraph: etree._Element, chain: list[Style]) -> str:
        """The number or bullet in front of the paragraph, "" when it is in no list. Counts it."""
        own = [value(paragraph, "pPr/numPr/numId"), *(style.list_id for style in chain)]
        list_id = next((number for number in own if number is not None), None)
        depths = [whole(value(paragraph, "pPr/numPr/ilvl")), *(style.list_level for style in chain)]
        depth = next((depth for depth in depths if depth is not None), 0)
        level = self.levels.get(list_id or "", {}).get(depth)
        return self._next(list_id or "", depth, level) if level else ""

    def _next(self, list_id: str, depth: int, level: Level) -> str:
        if level.form == "bullet":
            return "•"
        counts, levels = self.counted[self.base[list_id]], self.levels[list_id]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]

        def number(mark: re.Match[str]) -> str:
            at = int(mark[1]) - 1
            shown = levels.get(at, level)
            return _written(counts.get(at, shown.start), shown.form)

        return LEVEL_MARK.sub(number, level.text)


def lists_of(root: etree._Element | None) -> Lists:
    """The lists of word/numbering.xml."""
    if root is None:
        return Lists({}, {})
    plans = {plan.get(WORD + "abstractNumId", ""): _levels(plan) for plan in root.findall(WORD + "abstractNum")}
    base = {entry.get(WORD + "numId", ""): value(entry, "abstractNumId") or "" for entry in root.findall(WORD + "num")}
    return Lists({number: plans.get(plan, {}) for number, plan in base.items()}, base)


def _levels(plan: etree._Element) -> dict[int, Level]:
    found = {}
    for entry in plan.findall(WORD + "lvl"):
        start = whole(value(entry, "start"))
        level = Level(value(entry, "numFmt") or "decimal", value(entry, "lvlText") or "", 1 if start is None else start)
        found[whole(entry.get(WORD + "ilvl")) or 0] = level
    return found


def _written(number: int, form: str) -> str:
    write = WRITINGS.get(form, str)
    return write(number)


def _letters(number: int) -> str:
    """a to z, then aa, bb, as word processors count."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 % 5 + 1)


WRITINGS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters, "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": roman, "upperRoman": lambda number: roman(number).upper(),
    "none": lambda number: "", "decimalZero": lambda number: f"{number:02}",
}
