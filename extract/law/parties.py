"""Parties of a heading, by the role behind their names or their side of the versus."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.law.heading import Line, honorific, lines, roles
from extract.law.lawyers import names_counsel
from extract.law.party_lines import both_roles, ends_list, middle_role, no_party, role_behind, role_first
from extract.law.party_names import ITEM, LINKED, continues, names_of, tells_more
from extract.law.patterns import Candidate

_LONGEST_LINE = 600  # characters; a longer line is a paragraph
_VERSUS = re.compile(r"(?i)\W*(?:vs?|versus|v/s|and|against)\b\W*$")
_LAST_VERSUS = re.compile(r"[,\s]\s*(?P<versus>(?:v|vs|versus)\.?)$", re.IGNORECASE)
_INLINE = re.compile(r"(?<=[\w.)’',])\s+(?:-\s?)?(?:[Vv][Ss]?\.?|[Vv]ersus|VERSUS|V/[Ss])(?:\s?-)?\s+(?=[\w(“])")
_ONE_PERSON = re.compile(
    rf"(?:[Jj]ustice|^\W*{honorific()}[A-Z][a-z]+)\s+V\b|,\s*J[Jj]{{0,2}}\b|\b[Aa][Nn][Dd]$|^composed\sof\b"
    r"|(?i:\bhon\W?ble\b|\bcoram\b)"
)
_RELATION = re.compile(r"(?i)\W*on\sthe\sapplication\sof\W*")  # between the Crown and who acts in its name
_CROWN = re.compile(r"(?i)\W*(?:the\s)?(?:king|queen|regina|rex|r)\W*")
_ROLE_BEHIND = re.compile(r"\(([^()]{4,40})\)\s*$")
# its judge's name and office follow, in a few lines
_COURT_OF = re.compile(
    r"(?i)\W*in\s+the\s+court\s+of\s+(?!(?:criminal\s+)?(?:appeal|protection|session|cassation|chancery)s?\b)"
)
_COURT_LINES = 4
_NUMBERED = re.compile(r"(?i)\b(?:no|nos|case)\b\.?\s*:?\s*\d|^\W*(?:vs?|versus)\b")
_KIN = re.compile(r"(?i)\b(?:[swd]/o|son\sof|daughter\sof|wife\sof)\b")
_AND = re.compile(r"(?i)and\s*:")
_BETWEEN = re.compile(r"(?i)between\s*:?\W*")
_CITED = re.compile(r"[\[(](?:18|19|20)\d\d[\])]\s?(?:[A-Z]|\d)")


# a remark in brackets below a name: "(ANONYMITY ORDER MADE)", "[No reporting direction]"
_REMARK = re.compile(r"(?i)[\[(][^\])]*\b(?:anonym\w*|reporting|reportable)\b[^\])]*[\])]?")
# a line in capitals that goes on with the name above: "FOR INNER WEST LONDON", "OF THE REPUBLIC"
_NAME_GOES_ON = re.compile(r"(?:FOR|OF|IN|ON)\s(?:THE\s)?[A-Z][A-Z’'\s&-]{2,60}$")
_TITLED = re.compile(honorific())
_LEFT_BEHIND = re.compile(r"\n[ \t]*\n[ \t]*\n[ \t]*\n")  # what stands three lines above a name and its role
# a party of a European case: "Quay Group Limited, established in Port Amary (Navaria), represented by O. Vane, lawyer"
_ESTABLISHED = re.compile(r"(?P<name>[A-Z][^\n]{2,150}?),\s(?:established|residing)\sin\s[A-Z]")
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
    court_lines: int = 0  # how many lines behind "In the court of" may still be the court's, up to an empty one


def find_parties(text: str, end: int) -> Iterator[Candidate]:
    """PARTY candidates of text[:end], each with its role where the heading says it."""
    reading = _Reading()
    for line in lines(text, end):
        yield from _read(text, line, reading)
    if reading.opposed or reading.role_ahead:
        yield from names_of(text, _last(reading), reading.role_ahead)
    elif reading.role_behind and _listed(reading):
        yield from names_of(text, reading.pending, reading.role_behind)


def _last(reading: _Reading) -> list[Line]:
    """The lines that are names when a side ends without a role: all of a list, else the first."""
    listed = reading.role_ahead or any(ITEM.match(line.text) for line in reading.pending)
    return reading.pending if listed else reading.pending[:1]


def _read(text: str, line: Line, reading: _Reading) -> Iterator[Candidate]:
    if _is_courts(line, reading) or not line.text:
        return
    if both := both_roles().match(line.text):
        for start, end in (both.span("left"), both.span("versus"), both.span("rest")):
            yield from _read(text, _part(line, start, end), reading)
        return
    if len(line.text) > _LONGEST_LINE or _REMARK.fullmatch(line.text):
        return
    held, reading.held = reading.held, []
    if _RELATION.fullmatch(line.text):
        reading.pending = [before for before in reading.pending if not _CROWN.fullmatch(before.text)]
        return
    first = role_first().match(line.text)
    if first and (first["rest"] or not (reading.opposed and reading.pending)):
        yield from _role_begins(text, line, first, reading)
    elif halves := _halves(line):
        for half in halves:
            yield from _read(text, half, reading)
    elif _BETWEEN.fullmatch(line.text):
        reading.pending, reading.role_ahead, reading.opposed = [], None, True
    elif _VERSUS.fullmatch(line.text):
        told = list(_side(text, reading))
        yield from told
        reading.held = [] if told else reading.pending[-1:]
        reading.pending, reading.role_ahead = [], None
        # "And:" of a list, "- and -" between two sides without roles
        apart = bool(_AND.fullmatch(line.text)) or ("-" in line.text and not reading.told)
        reading.opposed = apart or not line.text.strip(" -:").lower().startswith("and")
    elif ITEM.fullmatch(line.text):
        reading.pending.append(line)
    elif (inline := _inline(line.text)) and not _CITED.search(line.text):
        if ITEM.match(line.text, inline.end()):  # "State Vs. (1) Anil Deshkar": the first of a list below
            yield from names_of(text, [_part(line, 0, inline.start())], None)
            reading.pending, reading.opposed = [_part(line, inline.end(), len(line.text))], True
            return
        yield from _both_sides(text, line, inline)
        if not _listed(reading):  # a page's running head may stand inside a list
            reading.pending = []
    elif (match := role_behind().search(line.text)) and not (names_counsel(line.text) and ".." not in line.text):
        yield from _role_ends(text, line, match, held, reading)
    else:
        yield from _plain(text, line, reading)


def _is_courts(line: Line, reading: _Reading) -> bool:
    """Whether the line is one of those behind "In the court of": its judge, his office, its seat."""
    if _COURT_OF.match(line.text):
        reading.pending, reading.court_lines = [], _COURT_LINES
    if not line.text or _NUMBERED.search(line.text):
        reading.court_lines = 0
    if not reading.court_lines:
        return False
    reading.court_lines -= 1
    return True


def _part(line: Line, start: int, end: int) -> Line:
    return Line(line.start + start, line.start + end, line.text[start:end])


def _halves(line: Line) -> list[Line]:
    """The two sides of "X, Claimant, and Y, Defendant", or the side and the versus of "X versus"; else none."""
    size = len(line.text)
    if middle := middle_role().match(line.text):
        return [_part(line, 0, middle.end("role")), _part(line, middle.start("rest"), size)]
    last = _LAST_VERSUS.search(line.text) if size < 250 else None
    return [_part(line, 0, last.start()), _part(line, last.start("versus"), size)] if last else []


def _role_begins(text: str, line: Line, first: re.Match[str], reading: _Reading) -> Iterator[Candidate]:
    """A role before its names ends those before it."""
    if reading.role_ahead:
        yield from names_of(text, _last(reading), reading.role_ahead)
    reading.pending, reading.opposed, reading.role_ahead = [], False, None
    role = roles()[first["role"].lower()]
    if role in reading.told:
        return
    if first["rest"]:
        yield from names_of(text, [_part(line, first.start("rest"), len(line.text))], role)
    else:
        reading.role_ahead = role


def _role_ends(
    text: str, line: Line, match: re.Match[str], held: list[Line], reading: _Reading
) -> Iterator[Candidate]:
    """A role behind its names, which may begin on its own line."""
    before = line.text[:match.end("before")].rstrip(" .…,-–:;*\t")
    if reading.pending and _TITLED.match(before) and _LEFT_BEHIND.search(text, reading.pending[-1].end, line.start):
        reading.pending = []  # they sit on the bench: a whole name stands here beside its role
    if before:
        reading.pending.append(Line(line.start, line.start + len(before), before))
    elif not reading.pending:
        reading.pending = held  # "X / - and - / Defendant": the lines of a table in disorder
    reading.role_behind = roles()[" ".join(match["role"].lower().split())]
    found = list(names_of(text, reading.pending, reading.role_behind))
    yield from found
    reading.told |= {reading.role_behind} if found else set()
    reading.pending, reading.opposed, reading.role_ahead = [], False, None


def _listed(reading: _Reading) -> bool:
    """Whether the lines so far are a numbered list; a number alone is a page's."""
    first = reading.pending[0].text if reading.pending else ""
    return bool(ITEM.match(first)) and not first.isdigit()


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
        told = [line for line in reading.pending if _KIN.search(line.text)]
        yield from names_of(text, told[:1] or reading.pending[-1:], None)


def _plain(text: str, line: Line, reading: _Reading) -> Iterator[Candidate]:
    """A line that may be a name, or ends what was pending."""
    if _listed(reading) and not ITEM.match(line.text) and not ends_list(line.text):
        bare = ITEM.fullmatch(last := reading.pending[-1].text) and not last.isdigit()
        if bare or continues(line) or LINKED.search(last):
            reading.pending.append(line)
        return
    elif reading.pending and (tells_more(line) or _continues_name(line, reading.pending[-1])):
        reading.pending.append(line)
    elif seat := _ESTABLISHED.match(line.text):
        reading.pending.append(_part(line, *seat.span("name")))
    elif no_party().match(line.text) or names_counsel(_IN_BRACKETS.sub("", line.text) or line.text):
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
        behind, role = _ROLE_BEHIND.search(side.text), role_behind().search(side.text)
        if role and not behind:
            name = side.text[:role.start("before") + 1].rstrip(" .…,-–:;*\t")
            side = Line(side.start, side.start + len(name), name)
            yield from names_of(text, [side], roles()[" ".join(role["role"].lower().split())])
        else:
            yield from names_of(text, [side], roles().get(behind[1].lower().rstrip("s")) if behind else None)
