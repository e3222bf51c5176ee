"""The court of a decision's card: by the letters of its citation or as its heading names it, with its formation."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from models.mention import Mention
from models.rules import load

_NEUTRAL = re.compile(
    r"[\[(]?(\d{4})[\])]?\s?([A-Z][A-Za-z]+(?:\s(?:Civ|Crim|CIV|CRIM))?)\s?0*(\d+)(?:\s?\(([A-Za-z]+)\))?"
)
_PROSE = 250  # characters; no line of a heading that names the court is as long
_FROM = re.compile(
    r"(?i)\b(?:appeal\s+(?:from|against)|order\s+of|on\s+appeal|decision\s+of|from:?|certiorari\s+to"
    r"|judgment\s+of)\s+(?:a\s+decision\s+of\s+)?(?:the\s+)?$"
)
_SEAT_LINE = re.compile(r",\s[A-Z][\w.]*(?:[ ,]{1,2}(?:of\s)?[A-Z0-9][\w.]*){0,5}(?=\s*\n)")
_DISTRICT_LINE = re.compile(
    r"\s*\n\s*(?:(?:FOR\sTHE\s|[Ff]or\sthe\s)?(?:[A-Z][A-Za-z]+\s)?(?:DISTRICT|District)\s(?:OF|of)\s|OF\s)"
    r"[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+){0,2}(?=[ \t]*\n)"
)
_KIND_LINE = re.compile(
    r"\s*\n\s*\(?((?:[A-Z][A-Za-z’']+[,\s]+){1,5}(?:Chamber|CHAMBER|Division"
    r"|DIVISION)\s?(?:\([A-Z]+\)|[,:-]\s?[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+)?)?)\)?[ \t]*(?=\n)"
)
_STRASBOURG = "European Court of Human Rights"
_SECTION = re.compile(_STRASBOURG.replace(" ", r"\s+") + r"\s+\(\s?(?P<section>[A-Z][a-z]+\sSection)\)")
_CHAMBER = re.compile(
    r"^[ \t]*(?:THE\s)?(?P<kind>(?:PRE-)?TRIAL|APPEALS)\sCHAMBER(?P<which>\s[IVX]{1,4})?[ \t]*$", re.MULTILINE
)
_FORMATION = re.compile(r"\bsitting\s+(?:on\s[^\n]{5,30}?\s)?as\s+an?\s+(?P<formation>Grand\sChamber|Committee)\b")


def court_of(text: str, end: int, head: Iterable[Mention], citations: Sequence[str]) -> str | None:
    """The court of the heading text[:end]; first the one that the neutral citation's letters stand for."""
    court = _by_letters(citations) or _named(text, head)
    if court is None or ("(" in court and not _is_strasbourg(court)):
        return court
    return _in_formation(court, text, end)


def _is_strasbourg(court: str) -> bool:
    return _STRASBOURG.casefold() in court.casefold()


@cache
def _courts() -> dict[str, str]:
    return {code.casefold(): name for name, codes in load("law/courts")["neutral"].items() for code in codes}


def _by_letters(citations: Sequence[str]) -> str | None:
    match = _NEUTRAL.match(citations[0]) if citations else None
    codes = (f"{match[2]} {match[4]}", match[2]) if match else ()
    return next((court for code in codes if (court := _courts().get(code.casefold()))), None)


def _named(text: str, head: Iterable[Mention]) -> str | None:
    """The first court of the heading that is not the one appealed from, with its division or seat."""
    for mention in head:
        line = text.find("\n", mention.end) - text.rfind("\n", 0, mention.start)
        below = _FROM.search(text, max(0, mention.start - 40), mention.start)
        if mention.label == "COURT" and line < _PROSE and not below:
            kind = _KIND_LINE.match(text, mention.end)
            if kind and "(" not in mention.canonical:
                return f"{mention.canonical} ({' '.join(kind[1].split())})"
            return mention.canonical + _seat(text, mention)
    return None


def _seat(text: str, court: Mention) -> str:
    """The seat behind a court's name, or the district or state on the next line."""
    if seat := _SEAT_LINE.match(text, court.end):
        return " ".join(seat[0].split()).rstrip(".")
    below = _DISTRICT_LINE.match(text, court.end)
    place = " ".join(below[0].split()) if below else ""
    return f" {place}" if place.lower().startswith(("of ", "for ")) else place and f", {place}"


def _in_formation(court: str, text: str, end: int) -> str:
    """The court with its section and the formation that it sits in: "(Grand Chamber)", "(Fifth Section, Committee)"."""
    section, formation = _SECTION.search(text, 0, end), _FORMATION.search(text, 0, end)
    told = [*((section["section"],) if section else ()), *((formation["formation"],) if formation else ())]
    if not told and "criminal" in court.lower() and (chamber := _CHAMBER.search(text, 0, end)):
        told = [f"{chamber['kind'].title()} Chamber{chamber['which'] or ''}"]
    name = _STRASBOURG if _is_strasbourg(court) else court
    return f"{name} ({', '.join(told)})" if told else name
