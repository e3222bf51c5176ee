"""Parties of a heading, by the role behind their names or their side of the versus."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from extract.law.heading import Line, honorific, lines, roles, words
from extract.law.lawyers import names_counsel
from extract.law.party_names import ITEM, names_of, tells_more
from extract.law.patterns import Candidate

_LONGEST_LINE = 600  # characters; a longer line is a paragraph
_VERSUS = re.compile(r"(?i)\W*(?:vs?|versus|v/s|and|against)\b\W*$")
_LAST_VERSUS = re.compile(r"[,\s]\s*(?P<versus>(?:v|vs|versus)\.?)$", re.IGNORECASE)
_INLINE = re.compile(r"(?<=[\w.)’',])\s+(?:-\s?)?(?:[Vv][Ss]?\.?|[Vv]ersus|VERSUS|V/[Ss])(?:\s?-)?\s+(?=[\w(“])")
_ONE_PERSON = re.compile(
    rf"(?:[Jj]ustice|^\W*{honorific()}[A-Z][a-z]+)\s+V\b|,\s*J[Jj]{{0,2}}\b|\b[Aa][Nn][Dd]$|(?i:\bhon\W?ble\b|\bcoram\b)"
)
_RELATION = re.compile(r"(?i)\W*on\sthe\sapplication\sof\W*")  # between the Crown and who acts in its name
_CROWN = re.compile(r"(?i)\W*(?:the\s)?(?:king|queen|regina|rex|r)\W*")
_ROLE_BEHIND = re.compile(r"\(([^()]{4,40})\)\s*$")
_CITED = re.compile(r"[\[(](?:18|19|20)\d\d[\])]\s?(?:[A-Z]|\d)")


# a remark in brackets below a name: "(ANONYMITY ORDER MADE)", "[No reporting direction]"
_REMARK = re.compile(r"(?i)[\[(][^\])]*\b(?:anonym\w*|reporting|reportable)\b[^\])]*[\])]?")
# a line in capitals that goes on with the name above: "FOR INNER WEST LONDON", "OF THE REPUBLIC"
_NAME_GOES_ON = re.compile(r"(?:FOR|OF|IN|ON)\s(?:THE\s)?[A-Z][A-Z’'\s&-]{2,60}$")
_IN_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(slots=True)
class _Reading:
    """What has been read so far: lines that may be names, and whether a versus has been passed."""

    pending: list[Line] = field(default_factory=list)
    held: list[Line] = field(default_factory=list)  # what stood before a versus without a role
    opposed: bool = False
    told: set[str] = field(default_factory=set)  # roles that stood behind names: before names, they now tell of counsel
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
        r"|-)\s*\d{1,4})*)?(?:\s*\([^)\n]{1,40}\))?(?:\s+in(?:\s+[^\n]{1,40})?)?(?:\s+through\b.*)?(?:\s*\[\d{1,2}\])?\W*$",
        re.IGNORECASE,
    )


@cache
def _middle_role() -> re.Pattern[str]:
    """Two sides on one line, the first with its role behind it: "X, Claimant, and Y, Defendant"."""
    writings = "|".join(re.escape(role) for role in sorted(roles(), key=len, reverse=True))
    ends = r"\)?,?\s(?:and|-\sand\s-)\s(?P<rest>[^\n]{3,200})$"
    return re.compile(rf"(?i)[^\n]{{3,200}}?,\s(?P<role>(?:{writings})s?){ends}")


@cache
def _role_first() -> re.Pattern[str]:
    writings = "|".join(re.escape(role) for role in sorted(roles(), key=len, reverse=True))
    ends = r"\s*(?::|[.…]{3,}(?=\s+\w))\s*(?P<rest>[^\n]*)$"
    return re.compile(rf"(?i)^(?P<role>{writings})(?:s|\(s\))?(?:[-\s]?\d{{1,2}})?{ends}")


@cache
def _no_party() -> re.Pattern[str]:
    starts = "|".join(re.escape(word) for word in sorted(words("words", "no_party"), key=len, reverse=True))
    return re.compile(
        rf"(?i)\W*(?:{starts})\b|\W*london(?:,|\s[a-z]{{1,2}}\d|\W*$)|.*\bnos?\s?[.:]+\s*[A-Z(]{{0,4}}\d|.*\b(?:justice|coram)\b|.*\bof\s+(?:19|20)\d\d\b"
        rf"|\W*\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|^[^A-Za-z]*$|\W*(?:\d{{1,2}}\.\s+)?[A-Z][A-Za-z.()&-]{{0,12}}(?:\s[A-Z][A-Za-z.()&-]{{0,12}}){{0,3}}\s?\d{{1,6}}\s?/\s?(?:19|20)?\d\d\b[^a-z]*$|^\d{{1,4}}\s[A-Z][\w.\s]*\d|[^\n]*\b(?:Rep|Cas|Dec|Envtl|USLW|ERC)\b\.?(?:\s\([A-Z]+\))?(?:\s[\dP][\d,\s]*)?\W*$|(?:19"
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
        yield from names_of(text, _last(reading), reading.role_ahead)


def _last(reading: _Reading) -> list[Line]:
    """The lines that are names when a side ends without a role: all of a list, else the first."""
    listed = reading.role_ahead or any(ITEM.match(line.text) for line in reading.pending)
    return reading.pending if listed else reading.pending[:1]


def _read(text: str, line: Line, reading: _Reading) -> Iterator[Candidate]:
    if not line.text or len(line.text) > _LONGEST_LINE or _REMARK.fullmatch(line.text):
        return
    held, reading.held = reading.held, []
    if _RELATION.fullmatch(line.text):
        reading.pending = [before for before in reading.pending if not _CROWN.fullmatch(before.text)]
        return
    first = _role_first().match(line.text)
    if first and (first["rest"] or not (reading.opposed and reading.pending)):
        if reading.role_ahead:
            yield from names_of(text, _last(reading), reading.role_ahead)
        reading.pending, reading.opposed, reading.role_ahead = [], False, None
        role = roles()[first["role"].lower()]
        if role in reading.told:
            return
        reading.role_ahead = role
        if first["rest"]:
            rest = Line(line.end - len(first["rest"]), line.end, first["rest"])
            yield from names_of(text, [rest], reading.role_ahead)
            reading.role_ahead = None
    elif middle := _middle_role().match(line.text):
        for start, end in ((0, middle.end("role")), (middle.start("rest"), len(line.text))):
            yield from _read(text, Line(line.start + start, line.start + end, line.text[start:end]), reading)
    elif (last := _LAST_VERSUS.search(line.text)) and len(line.text) < 250:
        yield from _read(text, Line(line.start, line.start + last.start(), line.text[:last.start()]), reading)
        yield from _read(text, Line(line.start + last.start("versus"), line.end, last["versus"]), reading)
    elif _VERSUS.fullmatch(line.text):
        told = list(_side(text, reading))
        yield from told
        reading.held = [] if told else reading.pending[-1:]
        reading.pending, reading.role_ahead = [], None
        apart = "-" in line.text and not reading.told  # "- and -" between two sides without roles
        reading.opposed = apart or not line.text.strip(" -:").lower().startswith("and")
    elif ITEM.fullmatch(line.text):
        reading.pending.append(line)
    elif (inline := _inline(line.text)) and not _CITED.search(line.text):
        yield from _both_sides(text, line, inline)
        reading.pending = []
    elif (match := _role().search(line.text)) and not (names_counsel(line.text) and ".." not in line.text):
        if before := line.text[:match.end("before")].rstrip(" .…,-–:;*\t"):
            reading.pending.append(Line(line.start, line.start + len(before), before))
        elif not reading.pending:
            reading.pending = held  # "X / - and - / Defendant": the lines of a table in disorder
        reading.role_behind = roles()[" ".join(match["role"].lower().split())]
        found = list(names_of(text, reading.pending, reading.role_behind))
        yield from found
        reading.told |= {reading.role_behind} if found else set()
        reading.pending, reading.opposed, reading.role_ahead = [], False, None
    else:
        yield from _plain(text, line, reading)


def _inline(line: str) -> re.Match[str] | None:
    """The versus between two names of one line; the initial in "Shri Arun V. Deshkar, Advocate" is none."""
    versus = _INLINE.search(line) if len(line) < 250 else None
    if versus and versus[0].strip(" .-") == "V" and (names_counsel(line) or _ONE_PERSON.search(line)):
        return None
    return versus


def _side(text: str, reading: _Reading) -> Iterator[Candidate]:
    """The names that stand before a versus without a role behind them."""
    if reading.role_ahead:
        yield from names_of(text, reading.pending, reading.role_ahead)
    elif any(ITEM.match(line.text) for line in reading.pending):
        yield from names_of(text, reading.pending, reading.role_behind)
    elif any(map(tells_more, reading.pending)):
        yield from names_of(text, reading.pending, None)
    elif reading.pending and not reading.role_behind:
        yield from names_of(text, reading.pending[-1:], None)


def _plain(text: str, line: Line, reading: _Reading) -> Iterator[Candidate]:
    """A line that may be a name, or ends what was pending."""
    listed = bool(reading.pending and ITEM.match(reading.pending[0].text))
    if listed and (tells_more(line) or _continues().match(line.text)):
        return
    elif reading.pending and (tells_more(line) or _continues_name(line, reading.pending[-1])):
        reading.pending.append(line)
    elif _no_party().match(line.text) or names_counsel(_IN_BRACKETS.sub("", line.text) or line.text):
        if reading.opposed or reading.role_ahead:
            yield from names_of(text, _last(reading), reading.role_ahead)
        elif reading.role_behind:
            yield from _side(text, reading)
        reading.pending, reading.opposed, reading.role_ahead = [], False, None
    else:
        reading.pending.append(line)


def _continues_name(line: Line, above: Line) -> bool:
    """Whether the line in capitals goes on with the name in capitals above it."""
    return bool(above.text.isupper() and _NAME_GOES_ON.match(line.text) and not names_counsel(line.text))


def _both_sides(text: str, line: Line, inline: re.Match[str]) -> Iterator[Candidate]:
    """A whole caption on one line, each side with the role in brackets or at its end."""
    left = Line(line.start, line.start + inline.start(), line.text[:inline.start()])
    right = Line(line.start + inline.end(), line.end, line.text[inline.end():])
    for side in (left, right):
        behind, role = _ROLE_BEHIND.search(side.text), _role().search(side.text)
        if role and not behind:
            name = side.text[:role.start("before") + 1].rstrip(" .…,-–:;*\t")
            side = Line(side.start, side.start + len(name), name)
            yield from names_of(text, [side], roles()[" ".join(role["role"].lower().split())])
        else:
            yield from names_of(text, [side], roles().get(behind[1].lower().rstrip("s")) if behind else None)
