"""A decision's card, read from its heading, its mentions and its operative part."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from extract.law.heading import heading_end
from extract.law.judges import panel_start
from extract.law.operative import operative_part, orders, outcome
from models.case import Case, Party
from models.document import Document
from models.mention import DateValue, Mention
from models.rules import load

_AUTHOR = 200  # characters behind the heading within which the author's name may stand
_NEUTRAL = re.compile(r"[\[(]?(\d{4})[\])]?\s?([A-Z][A-Za-z]+(?:\s(?:Civ|Crim))?)\s?0*(\d+)(?:\s?\(([A-Za-z]+)\))?")
_OWN_LINE = re.compile(r"(?i)(?:neutral\s+citation(?:\s+n(?:umber|o))?|ncn|citation)?[\s.:]*$")
_FROM = re.compile(
    r"(?i)\b(?:appeal\s+(?:from|against)|order\s+of|on\s+appeal|decision\s+of|from"
    r"|judgment\s+of)\s+(?:a\s+decision\s+of\s+)?(?:the\s+)?$"
)
_SEAT_LINE = re.compile(r",\s[A-Z][\w.]*(?:[ ,]{1,2}[A-Z0-9][\w.]*){0,5}(?=\s*\n)")
_KIND_LINE = re.compile(
    r"\s*\n\s*\(?((?:[A-Z][A-Za-z’']+[,\s]+){1,5}(?:Chamber|CHAMBER|Division"
    r"|DIVISION)\s?(?:\([A-Z]+\))?)\)?[ \t]*(?=\n)"
)
_CAPTION = re.compile(
    r"^[ \t]*CASES?\s+OF\s+(?P<name>[^\n]+(?:\n(?![\[(])[^\n]+)?)$"
    r"|^In\s+the\s+case\s+of\s+(?P<plain>[^\n]{3,200}?),?$",
    re.MULTILINE,
)
# what a judge did before this court: "Appeal from an order entered by Judge Pike", "On appeal from Mr Recorder Vane"
_BELOW = re.compile(
    r"(?i)\b(?:appeals?\b[^\n]{0,60}\bfrom|orders?\s(?:of|by|made|entered)|entered|decision\s+of|judgment\s+of)\b"
    r"[^\n]{0,80}\n?[^\n]{0,40}\Z"
)
_PROSE_LINE = 300  # characters; no line of a heading that names judges is as long
_LABEL_REACH = 27  # characters between the end of a label and its date
_GLUED_DAY = re.compile(r"[A-Za-z](\d{1,2})(?:st|nd|rd|th)?\s\Z")
_SEVERAL = re.compile(r"\s*(?:,|;|&|\band\b)\s*")


def read_case(document: Document, mentions: Sequence[Mention]) -> Case:
    """The card of a decision; `mentions` are all of the document's. A field stays empty rather than wrong."""
    text = document.text
    end = heading_end(text)
    head = [mention for mention in mentions if mention.start < end]
    part = operative_part(text)
    parties = _parties(head)
    citations = _citations(text, head)
    return Case(
        court=_court(text, head, citations),
        name=_name(text, end, parties),
        case_numbers=_numbers(text, end),
        citations=citations,
        ecli=next((mention.text for mention in head if mention.text.startswith("ECLI:")), None),
        decided=_decided(text, head),
        judges=_judges(text, end, mentions),
        parties=parties,
        lawyers=_people([*head, *(m for m in mentions if m.start >= end and m.rule == "lawyer-by-calling")], "LAWYER"),
        outcome=outcome(text, part),
        orders=orders(text, part),
    )


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for value in values:
        plain = " ".join(value.split())
        first.setdefault(plain.casefold(), plain)
    return tuple(first.values())


def _people(mentions: Iterable[Mention], label: str) -> tuple[str, ...]:
    return _unique(mention.canonical for mention in mentions if mention.label == label)


def _judges(text: str, end: int, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The panel, where the heading has one; else the judges of the heading, or the author behind it."""
    near = [mention for mention in mentions if mention.label == "JUDGE" and mention.start < end + _AUTHOR]
    near = near if any(mention.start < end for mention in near) else near + _author(text, mentions)
    own = [mention for mention in near if not _BELOW.search(text, max(0, mention.start - 120), mention.start)]
    heading = [mention for mention in own if mention.start < end and not _in_prose(text, mention)]
    panel = panel_start(text, end)
    seated = [mention for mention in heading if panel is not None and mention.start >= panel]
    return _people(seated or heading or own, "JUDGE")


def _author(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The first judge who stands alone on a line: "PELLEW, Justice:"."""
    for mention in mentions:
        if mention.label == "JUDGE":
            stop = text.find("\n", mention.end)
            before = text[text.rfind("\n", 0, mention.start) + 1:mention.start]
            if len(before) < 30 and 0 < stop - mention.end < 40:
                return [mention]
    return []


def _in_prose(text: str, mention: Mention) -> bool:
    return text.find("\n", mention.end) - text.rfind("\n", 0, mention.start) > _PROSE_LINE


def _parties(head: Iterable[Mention]) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for mention in head:
        if mention.label == "PARTY":
            key = mention.canonical.casefold()
            if key not in found or found[key].role is None:
                found[key] = Party(mention.canonical, mention.role)
    return tuple(found.values())


def _citations(text: str, head: Iterable[Mention]) -> tuple[str, ...]:
    """Citations that stand alone at the head of their line, before any other text: those of the decision itself."""
    cited = [mention for mention in head if mention.label == "CITATION" and mention.rule != "case-name"]
    own = [mention for mention in cited if _is_own(text, mention)]
    neutral = [mention.text for mention in own if mention.rule == "neutral-citation"][:1]
    return _unique(_plain(words) for words in neutral or [mention.text for mention in own])


def _is_own(text: str, mention: Mention) -> bool:
    before = text[text.rfind("\n", 0, mention.start) + 1:mention.start]
    if mention.rule == "neutral-citation":
        return mention.start < 1_500
    return mention.start < 300 and bool(_OWN_LINE.match(before.strip()))


def _plain(citation: str) -> str:
    """The citation without the zeros that fill up its number."""
    return re.sub(r"(?<=\s)0+(?=[1-9])", "", citation)


@cache
def _courts() -> dict[str, str]:
    return {code: name for name, codes in load("law/courts")["neutral"].items() for code in codes}


def _court(text: str, head: Iterable[Mention], citations: Sequence[str]) -> str | None:
    """The court of the heading; where none is named, the one that the neutral citation's letters stand for."""
    if citations and (match := _NEUTRAL.match(citations[0])):
        code = _courts().get(f"{match[2]} {match[4]}") or _courts().get(match[2])
        if code:
            return code
    for mention in head:
        before = text[max(0, mention.start - 40):mention.start]
        if mention.label == "COURT" and not _FROM.search(before):
            kind = _KIND_LINE.match(text, mention.end)
            if kind and "(" not in mention.canonical:
                return f"{mention.canonical} ({' '.join(kind[1].split())})"
            seat = _SEAT_LINE.match(text, mention.end)
            return mention.canonical + (" ".join(seat[0].split()).rstrip(".") if seat else "")
    return None


def _name(text: str, end: int, parties: Sequence[Party]) -> str | None:
    if caption := _CAPTION.search(text, 0, end):
        return " ".join((caption["name"] or caption["plain"]).split())
    if len(parties) < 2:
        return None
    other = next((party for party in parties[1:] if party.role is None or party.role != parties[0].role), None)
    return f"{parties[0].name} v {other.name}" if other else None


@cache
def _number_line() -> re.Pattern[str]:
    return re.compile(load("law/decisions")["parts"]["number"], re.MULTILINE)


def _numbers(text: str, end: int) -> tuple[str, ...]:
    """The numbers on the heading's own number lines, each by itself."""
    found: list[str] = []
    for match in _number_line().finditer(text, 0, min(end, 3_000)):
        parts = [part.strip(" .():[]") for part in _SEVERAL.split(re.split(r"\s\(|\s{4,}", match["number"])[0])]
        found += [part for part in parts if any(map(str.isdigit, part)) and len(part) < 40]
    return _unique(found)


@cache
def _labels() -> re.Pattern[str]:
    parts = load("law/decisions")["parts"]
    words = {kind: "|".join(sorted(parts[kind], key=len, reverse=True)) for kind in ("other", "decided", "perhaps")}
    kinds = "|".join(f"(?P<{kind}>{choices})" for kind, choices in words.items())
    return re.compile(rf"(?i)\b(?:{kinds})(?![a-z]{{2}})")


def _decided(text: str, head: Iterable[Mention]) -> date | None:
    """The date behind "decided", "date of judgment" or the like; else behind "date", else the first on its own line."""
    found: dict[str, date] = {}
    for mention in head:
        if mention.label == "DATE" and (day := _day(text, mention)):
            label = _label(text[max(0, mention.start - 60):mention.start])
            if label is None and not text[text.rfind("\n", 0, mention.start) + 1:mention.start].strip():
                label = "alone"
            found.setdefault(label or "none", day)
    return found.get("decided") or found.get("perhaps") or found.get("alone")


def _label(before: str) -> str | None:
    """The kind of the last label that leads up to a date, on its line or on the line before."""
    last = next(reversed(list(_labels().finditer(before))), None)
    if last is None or len(before) - last.end() > _LABEL_REACH or "\n" in before[last.end():].rstrip():
        return None
    return last.lastgroup


def _day(text: str, mention: Mention) -> date | None:
    """The mention's day; the number of a day that is glued to its label ("GIVEN ON9 May 2021") is read with it."""
    value = mention.value
    if not isinstance(value, DateValue):
        return None
    written = value.edtf.strip("~?%")
    if value.precision == "month" and (glued := _GLUED_DAY.search(text, max(0, mention.start - 12), mention.start)):
        written = f"{written}-{int(glued[1]):02}"
    elif value.precision != "day":
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
