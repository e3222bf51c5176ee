"""A decision's card, read from its heading, its mentions and its operative part."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from extract.law.heading import heading_end
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
        decided=_decided(text, head, mentions),
        judges=_people([mention for mention in mentions if mention.start < end + _AUTHOR], "JUDGE"),
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
def _date_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    parts = load("law/decisions")["parts"]
    return tuple(re.compile(
        rf"(?i)\b(?:{'|'.join(parts[name])})(?![a-z])[^\n]{{0,25}}\n?\s*$"
    ) for name in ("decided", "other"))  # type: ignore[return-value]


def _decided(text: str, head: Iterable[Mention], mentions: Sequence[Mention]) -> date | None:
    """The date behind "decided", "date of judgment" or the like; else the only date that stands on its own line."""
    own, alone = _date_words(), []
    for mention in head:
        value = mention.value
        if mention.label != "DATE" or not isinstance(value, DateValue) or value.precision != "day":
            continue
        try:
            day = date.fromisoformat(value.edtf.strip("~?%"))
        except ValueError:
            continue
        before = text[max(0, mention.start - 60):mention.start]
        if own[1].search(before):
            continue
        if own[0].search(before):
            return day
        if not text[text.rfind("\n", 0, mention.start) + 1:mention.start].strip():
            alone.append(day)
    return alone[0] if alone else None
