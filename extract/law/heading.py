"""A decision's heading: where it ends, its lines, and how names are written in it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from models.rules import load

LONGEST = 15_000  # characters that a heading may fill, parties by the hundred included
_BODY = re.compile(
    r"^[ \t]*(?:\[?1\]?[.\]][ \t\n]+(?=[^\n]{80,})(?![^\n]*\b(?:[Tt]hrough|[Rr]epresented|[SDWR]/[Oo])\b)"
    r"(?=[^\n]*\b(?:the|was|is|of|to|by)\b[^\n]*\b(?:the|was|is|of"
    r"|to|by|has|in|and)\b)"
    r"|[A-Z][A-Z'’. ]{2,40},\s(?:(?:P|C)\.\s?J\.|A?J\.?|(?:Associate\s)?Judge|Chief\s(?:Judge|Justice)"
    r"|(?:Associate\s)?Justice|Circuit\sJudge|Commissioner)[.:]?[ \t]*$"
    r"|[A-Z][A-Za-z'’]+,\s(?:(?:Chief|Senior|Circuit|District|Presiding)\s)*Judge:\s+(?=[A-Z])|Opinion\sfor\sthe\sCourt\b"
    r"|INTRODUCTION\b|Introduction$|PER\s?CURIAM|OPINION\b(?!\sOF\b[^\n]*\n\s*(?:delivered\s|[Ii]n\s))|¶\s?1\b"
    r"|:?\s?(?:O[ \t]?R[ \t]?D[ \t]?E[ \t]?R|J[ \t]U[ \t]D[ \t]?G[ \t]?M[ \t]?E[ \t]?N[ \t]?T|ORDER"
    r"|JUDGMENT(?=\s*:?\s*\n\s*(?:1|\[1|(?!Case|Claim|Appeal)[A-Z][a-z]+\s[a-z]|[^\n]{3,40},\s(?:C\.\s?)?J\.))"
    r"|Judgment(?=\s*\n\s*1))\b[ \t:]*$)",
    re.MULTILINE,
)
# these may also stand in a running head, so they end a heading only behind its first lines
_LATER = re.compile(
    r"^[ \t]*(?:(?:(?:Approved|APPROVED)\s(?:Judgment|JUDGMENT|Ruling|RULING)|Judgment|DECISION(?:\sAND\sREASONS)?"
    r"|REASONS|RULING|Ruling)[ \t]*:?[ \t]*$|(?:I(?:ndex|NDEX)|C(?:ontents|ONTENTS)|(?i:table\sof\scontents))[ \t]*$"
    r"|Syllabus\b)"
    r"|\b(?:Justice|Judge)\s[A-Z][A-Z'’]{2,}\.[ \t]*$"
    r"|\b(?<!and\s)[A-Z][A-Z'’]{2,},\s(?:Senior\s|Chief\s|Associate\s|Circuit\s|Presiding\s)?"
    r"(?:Judge|Justice|J\.|C\.J\.|P\.J\.)[.:]?[ \t]*$",
    re.MULTILINE,
)
_FIRST_LINES = 300  # characters
_PROCEDURE = re.compile(r"^[ \t]*(?:PROCEDURE|THE\sFACTS)[ \t]*$", re.MULTILINE)
_PLACE = re.compile(r"[^\n]*")
# a page's own line: "Suit No. 12/07    Sh. A. Deshkar Vs. B. Sorabi     1/29", "Page 3 of 20"
_RUNNING = re.compile(
    r"(?i)(?:^|.*\s{3})(?:page\s?(?:no\.?)?[:\s-]{0,3})?\d{1,3}\s?(?:/|of)\s?\d{1,3}$|page\s?(?:no\.?)?[:\s-]{0,3}\d{1,3}$"
)
_WHOLE = re.compile(r".*")
_BAR = re.compile(r"(?<=\n)[):*§](?=[ \t]*\n)")
_BARS = 3  # lines that are nothing but the bar
_CAPTION = 4_000  # characters in which a caption in columns stands
# possessive, so that a run of capitals is read once
NAME_WORD = r"(?:[A-Z]\.-[A-Z]\.|[A-ZÀ-ÞĀ-Ž](?:[^\W\d_]|['’‟\u00ad-](?=[^\W\d_]))*+\.?+)"
PARTICLE = r"(?:(?:de|da|van|von|bin|bint|al|el|ul|der|den|la|di)[ \t]+)"
# a judge whose office follows: "IN THE COURT OF Anna Mary Deshkar : ADDL. SESSIONS JUDGE"
PRESIDING = (
    r"(?!(?i:appeals?|small|sessions?|civil|criminal|district|additional|addl|chief|metropolitan|judicial|special|first"
    r"|senior|junior|presiding|principal|city|protection|claims|justice|cassation)\b)"
    r"(?:[A-Z][A-Za-z]+\s{1,3}){1,3}[A-Z][A-Za-z]+\s*(?:\s?[:,]|\n\s*(?:Add|ADD|Spec|SPEC|Dist|DIST|Civil|CIVIL|Chief|CHIEF"
    r"|Metro|METRO|Presid|PRESID|Princ|PRINC|Senior|SENIOR|Judge|JUDGE|ASJ|ADJ|MM\b))"
)
NAME = rf"{NAME_WORD}(?:(?:[ \t]{{1,4}}|(?<=\.)){PARTICLE}?{NAME_WORD}){{0,6}}"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the heading, without the white space at its ends."""

    start: int
    end: int
    text: str


@cache
def words(*path: str) -> tuple[Any, ...]:
    """A list of models/law/heading.toml."""
    table = load("law/heading")
    for name in path:
        table = table[name]
    return tuple(table)


@cache
def roles() -> dict[str, str]:
    """Each writing of a role in small letters, with the role."""
    return {writing: role for role, writings in load("law/heading")["roles"].items() for writing in writings}


@cache
def honorific() -> str:
    """A pattern for what stands before a name, with the white space behind it."""
    titles = "|".join(re.escape(title) for title in sorted(words("honorifics"), key=len, reverse=True))
    return rf"(?:(?:{titles})(?:\.[ \t]{{0,3}}|[ \t]{{1,3}}))"


def heading_end(text: str) -> int:
    """Where the heading ends and the decision's own text begins."""
    if procedure := _PROCEDURE.search(text, 0, LONGEST):
        return procedure.start()
    ends = [_BODY.search(text, 0, LONGEST), _LATER.search(text, _FIRST_LINES, LONGEST)]
    return min((end.start() for end in ends if end), default=min(len(text), LONGEST))


def lines(text: str, end: int) -> Sequence[Line]:
    """The lines of text[:end]; an empty line has an empty text."""
    return list(_lines(text, end))


def _lines(text: str, end: int) -> Iterator[Line]:
    bar = _bar(text, end)
    for match in _PLACE.finditer(text, 0, end):
        if match.start() and text[match.start() - 1] != "\n":
            continue
        words = match[0].replace("|", " ").strip()  # the bars of a table's row
        if _RUNNING.match(words):
            continue
        start = match.start() + (match[0].replace("|", " ").index(words) if words else 0)
        for column in bar.finditer(words) if bar else _WHOLE.finditer(words):
            if column[0] or not words:
                yield Line(start + column.start(), start + column.end(), column[0])


def _bar(text: str, end: int) -> re.Pattern[str] | None:
    """The columns of a caption that has a bar of ")" or ":" down its middle; None where it has none."""
    signs = Counter(sign[0] for sign in _BAR.finditer(text, 0, min(end, _CAPTION)))
    sign, times = next(iter(signs.most_common(1)), ("", 0))
    bar = rf"(?:(?<!\S)|(?<=_)){re.escape(sign)}(?=\s|$)"
    return re.compile(rf"(?!{bar})\S(?:(?!\s*{bar}).)*") if times >= _BARS else None
