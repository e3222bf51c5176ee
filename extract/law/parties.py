"""Parties of a heading, by the role behind their names or their side of the versus."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from extract.law.cases import offices
from extract.law.heading import Line, honorific, lines, roles, words
from extract.law.lawyers import names_counsel
from extract.law.patterns import Candidate
from extract.names.tables import place

_LONGEST_LINE = 600  # characters; a longer line is a paragraph
_ITEM = re.compile(
    r"\s*(?:\(\d{1,3}\)|\(?[A-Za-z]?-?\d{1,3}(?:\([a-z]\))?\s?[.)](?!\d)|\d{1,3}\([a-z]\)\s|[PRA]-\d{1,3}\s|\d{1,3}(?=\s*$"
    r"|\s{3,}[A-Z]))\s*"
)
_VERSUS = re.compile(r"(?i)\W*(?:vs?|versus|v/s|and|against)\b\W*$")
_INLINE = re.compile(r"(?<=[\w.)’'])\s+(?:-\s?)?(?:[Vv][Ss]?\.?|[Vv]ersus|VERSUS|V/[Ss])(?:\s?-)?\s+(?=[\w(“])")
_ROLE_BEHIND = re.compile(r"\(([^()]{4,40})\)\s*$")
_BEFORE_NAME = re.compile(
    r"^(?:case\s+of|cases\s+of|in\s+the\s+case\s+of|the\s+(?=[A-Z])|between:?|in\s+re:?|between\s*[-:]+|and\s+)\s*",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"[\s.,;:…)\-–*_]+$")
_CITED = re.compile(r"[\[(](?:18|19|20)\d\d[\])]\s?(?:[A-Z]|\d)")
_PROSE = re.compile(
    r"\b(?:is|was|were|has|have|had|may|should|would|shall|this|that|which|whether|be)\b|^\d+(?:st|nd|rd|th)\b|\band$"
)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_CASE_NUMBER = re.compile(r"[^\n]{0,40}?\bNos?\.?\s?[A-Z]*[\d-]+/\d{2,4}\s+(?=[A-Z])")  # a page's running head
_NUMBERED = re.compile(r"\d/\d|\d{3}\W*$")  # a case number or a post code
_ABBREVIATED = re.compile(r"(?:\b(?:Ltd|LTD|Co|Inc|Corp|Bros)|\.[A-Z])$")
_SEAT = re.compile(r",\s(?P<place>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\W*$")


@dataclass(slots=True)
class _Reading:
    """What has been read so far: lines that may be names, and whether a versus has been passed."""

    pending: list[Line] = field(default_factory=list)
    opposed: bool = False
    role_ahead: str | None = None
    role_behind: str | None = None


@cache
def _role() -> re.Pattern[str]:
    writings = "|".join(re.escape(role).replace("\\ ", r"\s+") for role in sorted(roles(), key=len, reverse=True))
    rank = r"(?:first|second|third|fourth|common|proforma|defendants?\s+below|plaintiffs?\s+below)"
    one = rf"{rank}?[\s,]*(?P<role>{writings})(?:s|\(s\)|ies)?"
    return re.compile(
        rf"(?P<before>^"
        rf"|[\s.…,)\-–:;*“\"])(?:the\s+)?{one}(?:\s*[-/&,]?\s*(?:and\s+)?(?:cross-)?(?:{writings})(?:s|\(s\))?)*"
        r"(?:[-/\s]*(?:no|nos|a|r|in)?\.?[\s-]*\d{1,4}(?:\s*(?:to|,|&|and"
        r"|-)\s*\d{1,4})*)?(?:\s*\([^)\n]{1,40}\))?(?:\s+in\s+[^\n]{1,40})?(?:\s+through\b.*)?\W*$",
        re.IGNORECASE,
    )


@cache
def _role_first() -> re.Pattern[str]:
    writings = "|".join(re.escape(role) for role in sorted(roles(), key=len, reverse=True))
    ends = r"\s*(?::|[.…]{3,}(?=\s+\w))\s*(?P<rest>[^\n]*)$"
    return re.compile(rf"(?i)^(?P<role>{writings})(?:s|\(s\))?(?:[-\s]?\d{{1,2}})?{ends}")


@cache
def _cut() -> re.Pattern[str]:
    cuts = "|".join(re.escape(word) for word in sorted(words("words", "cut"), key=len, reverse=True))
    return re.compile(
        rf"(?i)(?:[,;]|\((?!P\)|Pvt|Private|India|N\.?c\.?t|HUF|[A-Z]\))|\.{{2,}}|…|\s+\)|[\s-](?:{cuts})(?![\w])"
        rf"|\s{{6,}})"
    )


@cache
def _no_party() -> re.Pattern[str]:
    starts = "|".join(re.escape(word) for word in sorted(words("words", "no_party"), key=len, reverse=True))
    return re.compile(
        rf"(?i)\W*(?:{starts})\b|.*\bnos?\s?[.:]+\s*[A-Z(]{{0,4}}\d|.*\b(?:justice|coram)\b|.*\bof\s+(?:19|20)\d\d\b"
        rf"|\W*\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|^[^A-Za-z]*$|^\d{{1,4}}\s[A-Z][\w.\s]*\d|(?:19"
        rf"|20)\d\d\s[A-Z].*\d$|.{{301}}"
    )


@cache
def _continues() -> re.Pattern[str]:
    starts = "|".join(re.escape(word) for word in words("words", "goes_on"))
    return re.compile(rf"(?i)\W*(?:{starts})\b(?!.*\b(?:advocate|adv|counsel)\b)")


def find_parties(text: str, end: int) -> Iterator[Candidate]:
    """PARTY candidates of text[:end], each with its role where the heading says it."""
    reading = _Reading()
    for line in lines(text, end):
        yield from _read(text, line, reading)
    if reading.opposed or reading.role_ahead:
        yield from _names(text, _last(reading), reading.role_ahead)


def _last(reading: _Reading) -> list[Line]:
    """The lines that are names when a side ends without a role: all of a list, else the first."""
    listed = reading.role_ahead or any(_ITEM.match(line.text) for line in reading.pending)
    return reading.pending if listed else reading.pending[:1]


def _read(text: str, line: Line, reading: _Reading) -> Iterator[Candidate]:
    if not line.text or len(line.text) > _LONGEST_LINE:
        return
    if first := _role_first().match(line.text):
        reading.pending, reading.opposed = [], False
        reading.role_ahead = roles()[first["role"].lower()]
        if first["rest"]:
            yield from _names(text, [Line(line.end - len(first["rest"]), line.end, first["rest"])], reading.role_ahead)
            reading.role_ahead = None
    elif _VERSUS.fullmatch(line.text):
        yield from _side(text, reading)
        reading.pending, reading.role_ahead = [], None
        reading.opposed = not line.text.strip(" -:").lower().startswith("and")
    elif _ITEM.fullmatch(line.text):
        reading.pending.append(line)
    elif (inline := _INLINE.search(line.text)) and len(line.text) < 250 and not _CITED.search(line.text):
        yield from _both_sides(text, line, inline)
        reading.pending = []
    elif (match := _role().search(line.text)) and not (names_counsel(line.text) and ".." not in line.text):
        if before := line.text[:match.start("before") + 1].rstrip(" .…,-–:;*\t"):
            reading.pending.append(Line(line.start, line.start + len(before), before))
        reading.role_behind = roles()[" ".join(match["role"].lower().split())]
        yield from _names(text, reading.pending, reading.role_behind)
        reading.pending, reading.opposed, reading.role_ahead = [], False, None
    else:
        yield from _plain(text, line, reading)


def _side(text: str, reading: _Reading) -> Iterator[Candidate]:
    """The names that stand before a versus without a role behind them."""
    if reading.role_ahead:
        yield from _names(text, reading.pending, reading.role_ahead)
    elif any(_ITEM.match(line.text) for line in reading.pending):
        yield from _names(text, reading.pending, reading.role_behind)
    elif reading.pending and not reading.role_behind:
        yield from _names(text, reading.pending[-1:], None)


def _plain(text: str, line: Line, reading: _Reading) -> Iterator[Candidate]:
    """A line that may be a name, or ends what was pending."""
    if reading.pending and _ITEM.match(reading.pending[0].text) and _continues().match(line.text):
        return
    elif _no_party().match(line.text) or names_counsel(line.text):
        if reading.opposed or reading.role_ahead:
            yield from _names(text, _last(reading), reading.role_ahead)
        elif reading.role_behind:
            yield from _side(text, reading)
        reading.pending, reading.opposed, reading.role_ahead = [], False, None
    else:
        reading.pending.append(line)


def _both_sides(text: str, line: Line, inline: re.Match[str]) -> Iterator[Candidate]:
    """A whole caption on one line, each side with the role in brackets or at its end."""
    left = Line(line.start, line.start + inline.start(), line.text[:inline.start()])
    right = Line(line.start + inline.end(), line.end, line.text[inline.end():])
    for side in (left, right):
        behind, role = _ROLE_BEHIND.search(side.text), _role().search(side.text)
        if role and not behind:
            name = side.text[:role.start("before") + 1].rstrip(" .…,-–:;*\t")
            side = Line(side.start, side.start + len(name), name)
            yield from _names(text, [side], roles()[" ".join(role["role"].lower().split())])
        else:
            yield from _names(text, [side], roles().get(behind[1].lower().rstrip("s")) if behind else None)


def _names(text: str, pending: list[Line], role: str | None) -> Iterator[Candidate]:
    """The names of these lines: numbered ones, or the first line, or every line where none is an address."""
    chosen: list[Line | None]
    numbered = [index for index, line in enumerate(pending) if _ITEM.match(line.text)]
    if numbered:
        chosen = [_item(pending, index) for index in numbered]
    elif any(_cut().search(line.text) or any(map(str.isdigit, line.text)) for line in pending):
        chosen = [*pending[:1]]
    else:
        chosen = [*pending]
    for line in chosen:
        if line and (candidate := _name(text, line, role)):
            yield candidate


def _item(pending: list[Line], index: int) -> Line | None:
    """The name behind an item's number, which may stand on a line of its own."""
    line = pending[index]
    match = _ITEM.match(line.text)
    rest = line.text[match.end():] if match else ""
    if rest:
        return Line(line.end - len(rest), line.end, rest)
    return pending[index + 1] if index + 1 < len(pending) else None


def _is_seat(name: str, cut: int) -> bool:
    """Whether the comma leads to the place of an office and nothing else: "Commissioner of Income Tax, Madras"."""
    seat = _SEAT.match(name, cut)
    return bool(seat and place(seat["place"])) and any(word in offices() for word in name[:cut].split())


def _name(text: str, line: Line, role: str | None) -> Candidate | None:
    start, words_ = line.start, line.text
    while match := re.match(rf"{honorific()}|\(\d{{1,3}}\)\s*|[^\w(]+", words_) or _BEFORE_NAME.match(words_):
        start, words_ = start + match.end(), words_[match.end():]
        if not match.end():
            break
    if number := _CASE_NUMBER.match(words_):
        start, words_ = start + number.end(), words_[number.end():]
    if (cut := _cut().search(words_)) and not _is_seat(words_, cut.start()):
        words_ = words_[:cut.start()]
    if not words_.endswith(("Ltd.", "Co.", "Inc.", "Corp.", "Bros.")):
        words_ = _AFTER_NAME.sub("", words_)
    if not _LETTERS.search(words_) or words_[0].islower() or len(words_) > 300 or _PROSE.search(words_):
        return None
    if _NUMBERED.search(words_):
        return None
    if _ABBREVIATED.search(words_) and text.startswith(".", start + len(words_)):
        words_ += "."
    return Candidate(start, start + len(words_), "PARTY", "party-by-role", 11, " ".join(words_.split()), role)
