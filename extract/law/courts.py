"""Courts and tribunals by name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from extract.law.heading import NAME, PRESIDING, honorific, words
from extract.law.patterns import Candidate, sought
from extract.law.walking import name_end, name_start
from extract.names.tables import place
from extract.signs import Sought
from models.rules import load

_INSIDE = frozenset(("and", "&", "AND", "cum", "for", "FOR"))
_BEHIND = frozenset(("of", "for", "at", "OF", "FOR", "AT", "Of", "At", "For", "and", "AND", "And"))
_CHAMBER = re.compile(r"[\s,]{1,2}\((?:[A-Z][\w&’']*[\s,]{0,2}|and\s|for\s|of\s|the\s){1,8}\)")
_SEAT = re.compile(
    r"[\s,:;]{1,60}Bench\s+[Aa]t\s+[A-Z][a-z]+"
    r"|(?:[ \t,:;]|\n(?![ \t]*\n)){1,60}(?:(?:(?:AT|[Aa]t|At)\s+)?"
    r"(?!(?i:single|division|full|special|constitution)\b)[A-Z][A-Za-z]+\s+(?:Bench|BENCH)"
    r"(?:(?:\s(?:at|AT|At))?,?\s[A-Z][A-Za-z]+)?)"
    r"|,?\s(?<=[Bb]ench\s)(?:at\s)?[A-Z][a-z]{3,}(?=[.\s]*(?:\n|$))|,\s(?<=[Bb]ench,\s)[A-Z][a-z]{3,}(?=[.\s]*(?:\n|$))"
    r"|,?\s{1,60}(?:(?:Principal|PRINCIPAL)\s+(?:Seat|SEAT)\s+)?(?:AT|At|at)\s{1,40}[A-Z][A-Za-z]{3,}(?=[.\s]*(?:\n|$))"
    r"|\s?[:;]\s?(?:New\s|NEW\s)?[A-Z][A-Za-z]{3,}\b(?=[.\s]*(?:\n|$|\s{4}))"
)
_NO_JUDGE = r"(?!(?i:appeals?|sessions?|cassation|justice|claims|protection|the)\b)"  # "in the Court of Appeal of X"
_IN_COURT_OF = re.compile(rf"(?i:\bin\s+the\s+court\s+of)\s+{_NO_JUDGE}{honorific()}?{NAME}\s*[:,]?\s*(?=[A-Z])")
# a heading's court by the office alone: "In the Court of the IX Addl. Small Causes and Addl. MACT, Kota"
_COURT_OF_OFFICE = re.compile(
    r"(?:(?i:\b(?:in|before)\s+the\s+)|\A\W*(?i:the\s+)?)(?P<court>(?i:court\s+of\s+(?:the\s+)?)(?:(?i:[ivxl]{1,6}|\d{1,2}(?:st|nd|rd|th))\s)?"
    r"(?i:additional|addl|asst|principal|prl|chief|special|spl|city|civil|district|sessions|judicial|metropolitan|small|senior|junior|presiding)\b)"
)
_BLOCK_END = re.compile(
    r"(?i)\.?\s*(?:\n[ \t]*\n|\n\s*\((?=[^\n)]*\b(?:nos?|case|the)\b)|"
    r"\n(?![^\n]*\()[^\n]*\bno\b(?!\.\s[ivx]+\b)|\n\s*(?:dated?|present|presided|in\s+the\s+matter|in\s+re|between)\b|:\s\(|\Z"
    r"|\s(?=(?:[a-z]+\s)?(?:case|suit|petition|fir|cc|sc|cs|rca)\s?no\b))"
)
_JUDICIAL = re.compile(
    r"(?i)\b(?:judge|magistrate|officer|courts?|tribunal|mact|asj|adj|acj|scj|ccj|arc|a?cjm|a?cmm|jmfc|mm|munsif)\b"
)
# two offices of one court: "Claims Tribunal-cum-Additional District Judge, Kota"
# what a court's building, bar or staff is called, which is no court
_PREMISES = re.compile(
    r"\s(?i:buildings?|campus|premises|compound|complex|branch|road|colony|bar|advocates?|employees|legal|registry)\b"
)
_CUM = re.compile(r"\s?[-–]?\s?cum\s?[-–]?\s?")
_BENCH_OF = re.compile(r"(?:(?:Division|Full|Constitution|Special|Single|[A-Z][a-z]+)\s+Bench\s+[Oo]f\s+(?:the\s+)?)$")
_TOWN = re.compile(
    r"(?:,\s|\s?[:/]\s?(?=[^\n]{0,20}(?:\n|\Z))|,\s*\n\s*(?=[^\n]{0,20}(?:\n|\Z)))"
    r"(?:New\s)?[A-Z][a-z]{3,}(?=[.,;:)]?(?:\s|$))(?!\s[A-Z])"
)
_LAST_TOWN = re.compile(r",\s{1,40}(?:New\s)?[A-Z][a-z]{3,}(?=[.\s]*(?:\n|\Z))")
_KIND = re.compile(r"\s[Oo]f\s(?:Criminal\s)?(?:Appeals?|Cassation|Sessions?|First\sInstance)\b")
_CIRCUIT = re.compile(r"\s{1,60}(?i:for\s(?:the\s)?)(?:[A-Z][\w]+\s(?:[Oo][Ff]\s)?){1,4}(?:Circuit|CIRCUIT)\b")
_COURT_OF = re.compile(r"\bCourt\s[Oo]f\s(?:[Tt]he\s)?\Z")
_BENCH = re.compile(r",\s[A-Z][a-z]+\sBench\b")
_OF = re.compile(r"\s[Oo]f\s(?:[Tt]he\s)?")
_OFFICE = re.compile(
    r"\b(?:(?:Learned\s|Ld\.?\s)?(?P<office>(?:(?:(?:\d{1,2}(?:st|nd|rd|th)|[IVXL]{1,6}|First|Second|Third"
    r"|Fourth|Fifth)\s)?"
    r"(?:(?:Addl\.?|Additional|Chief|Principal|Special|Spl\.?|Judicial|Metropolitan|Presidency|Executive"
    r"|Sub-?Divisional"
    r"|District\s(?:and|&)|Civil|City\sCivil\s(?:and|&)|Senior|Junior|District|Sessions|Rent\sControl|Illaqa"
    r"|Small\sCauses?"
    r"|Judicial\sFirst\sClass|Railway)\s{1,3}){1,5})"
    r"(?:Magistrate|Judge|Munsif|Munsiff)"
    r"(?:\s(?:First|Second|1st|2nd)\sClass|\s\((?:Senior|Junior)\sDivision\)|,\s(?:Senior|Junior)\sDivision"
    r"|,?\sClass[-\s](?:I{1,3}|\d))?"
    r"(?:[-\s\u00ad]{1,2}\d{1,2}\b)?(?:\s?\([A-Z][\w\s.&]{1,20}\))?)"
    r"(?P<place>(?:,\s{1,3}|\s(?:of|at)\s|\s)(?!(?:Shri|Sri|Smt|Mr|Mrs|Ms|Hon|The|That|In|Under|Class|No)\b)"
    r"(?:C\.?\s?B\.?\s?I\.?,?\s)?(?:\d\d-)?[A-Z][a-z]+(?:[\s-][A-Z][a-z]+\b){0,2}(?:(?:,\s|/)(?:New\s)?[A-Z][a-z]+)?)?)"
)
# "ACJM, Kota", "C.J.M., Nashik": an office by its letters, with its place
_LETTERS = re.compile(
    r"\b(?:Addl\.\s)?(?:A\.?)?(?:C\.?J\.?M|C\.?M\.?M|S\.?D\.?J\.?M|J\.?M\.?F\.?C|A\.?S\.?J|A\.?D\.?J)\.?"
    r"(?:[-\s\u00ad]{1,2}\d{1,2}\b)?,\s(?:New\s)?[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\b"
)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("law/courts")[name])


@cache
def _heads() -> Sought:
    return sought(_words("heads"), r"\b(?!-(?!cum\b))")


@cache
def _whole() -> Sought:
    return sought(_words("whole"), r"\b")


@cache
def _titles() -> Sought:
    return sought(("Magistrate", "Judge", "Munsif"))


@cache
def _lettered() -> Sought:
    return Sought(_LETTERS, r"\b(?:Addl\.$|A?\.?[CSJA]\.?[JMDS])")


@cache
def _of_person() -> re.Pattern[str]:
    return re.compile(rf"\s+[Oo][Ff]\s+(?:{honorific()}|{PRESIDING})")


def find_courts(text: str) -> Iterator[Candidate]:
    """Courts by their head word, by a whole name, or by the office of a judge of a place.

    A bare level ("the High Court") names a court only where the document also names it in full.
    """
    found = [candidate for match in _heads().finditer(text) if (candidate := _around(text, match.start(), match.end()))]
    for match in _whole().finditer(text):
        found.append(_candidate(text, match.start(), _seat(text, match.end()), "court", 2))
    sure = []
    for candidate in found:
        if candidate.canonical not in _words("levels"):
            sure.append(candidate)
        elif full := _full_name(candidate.canonical, found):
            sure.append(replace(candidate, canonical=full))
    sure += [
        _candidate(text, _court_of(text, match.start("office")), match.end(), "judge-as-court", 4)
        for match in _offices(text) if match["place"] or match["office"][-1] in "0123456789)"
    ]
    sure += [_candidate(text, match.start(), match.end(), "judge-as-court", 4) for match in _lettered().finditer(text)]
    yield from _joined(text, [*found, *sure])
    yield from sure


def _joined(text: str, courts: Sequence[Candidate]) -> Iterator[Candidate]:
    """Two courts that "cum" makes one: "Industrial Tribunal-cum-Labour Court, Kota"."""
    starts = {court.start: court for court in courts}
    for left in courts:
        if (cum := _CUM.match(text, left.end)) and (right := starts.get(cum.end())):
            yield _candidate(text, left.start, right.end, "court", 5)


def _court_of(text: str, office: int) -> int:
    """Where the court's name begins: with "Court of the" before the office, if that is written as a name."""
    before = _COURT_OF.search(text, max(0, office - 24), office)
    return before.start() if before else office


def _offices(text: str) -> Iterator[re.Match[str]]:
    """The offices of magistrates and judges, each looked for around its last word."""
    reached = 0
    for title in _titles().finditer(text):
        before = text[max(reached, title.start() - 90):title.start()]
        if not before[-2:-1].isalnum() and before[-2:-1] != ".":
            continue
        match = _OFFICE.search(text, title.start() - len(before), min(len(text), title.end() + 120))
        if match and match.start() < title.start():
            reached = match.end()
            yield match


def _full_name(level: str, found: Sequence[Candidate]) -> str | None:
    """The name in full of a court of this level: the only one, else the level itself; None where there is none."""
    names = {name for court in found if (name := court.canonical or "") != level and level in name}
    return next(iter(names)) if len(names) == 1 else (level if names else None)


def _candidate(text: str, start: int, end: int, rule: str, priority: int) -> Candidate:
    return Candidate(start, end, "COURT", rule, priority, " ".join(text[start:end].replace("’", "'").split()))


def _around(text: str, start: int, end: int) -> Candidate | None:
    head = text[start:end]
    left = name_start(text, start, _words("openers"), _words("heads") | _words("offices"), _INSIDE, commas=False)
    chambers = head.upper() == "CHAMBERS" and text[left:start].strip() not in _words("chambers")
    if chambers or _PREMISES.match(text, end):
        return None
    if left == start and _CHAMBER.match(text, end):
        return None  # "COURT (CHAMBER)", "in open Court (Anna Tarrow)"
    right = _seat(text, end) if _KIND.match(text, end) else _end(text, end)
    before = text[left:start].split()
    if head.upper() in ("BENCH", "MAGISTRATE"):
        return None
    named = [word for word in before if word not in _words("common") and word.strip("()") not in _INSIDE]
    last = " ".join([*before, head])
    if right == end and not named[:-1] and any(last.endswith(several) for several in _words("generic")):
        return None
    if right == end and not named and len(before) < 2:
        return None
    if left == start and _of_person().match(text, end, end + 120):
        return None
    if left == start and text[start:right].startswith(tuple(_words("figures"))):
        return None
    if left == start and (of := _OF.match(text, end)) and _OFFICE.match(text, of.end()):
        return None
    if head.upper() in ("COURTS", "TRIBUNALS", "CHAMBERS") and (left == start or (right == end and not named)):
        return None
    if bench := _BENCH_OF.search(text, max(0, left - 40), left):
        left = bench.start()
    local = right == end and head in ("Court", "Courts") and before and before[0] not in ("Supreme", "High")
    if local and (town := _TOWN.match(text, right)):
        right = town.end()
    return _candidate(text, left, right, "court", 3)


def _end(text: str, end: int) -> int:
    """A court's name goes on with its kind, its place, its chamber and its bench."""
    if kind := _KIND.match(text, end):
        end = kind.end()
    if chamber := _CHAMBER.match(text, end):
        return chamber.end()
    right = name_end(text, end, _BEHIND, _words("openers") | _words("not_behind") | frozenset(words("honorifics")))
    if circuit := _CIRCUIT.match(text, right):
        return circuit.end()
    if right > end and (chamber := _CHAMBER.match(text, right)):
        return chamber.end()
    if right > end and (seat := _SEAT.match(text, right)):
        right = seat.end()
    if right == end and (bench := _BENCH.match(text, right)):
        right = bench.end()
    if right > end and (town := _LAST_TOWN.match(text, right)):
        return town.end()
    return right


def _seat(text: str, end: int) -> int:
    """The end of a court by its whole name, with its town: "Court of Session, Kota"."""
    right = _end(text, end)
    kind = _KIND.match(text, end)
    town = _TOWN.match(text, right) if right == (kind.end() if kind else end) else None
    return town.end() if town and place(town[0].strip(" ,:/\n")) else right


def find_heading_courts(text: str, end: int) -> Iterator[Candidate]:
    """The court of a heading that names its judge first: "In the court of Sh. A. Deshkar: Civil Judge, Kota"."""
    for match in _IN_COURT_OF.finditer(text, 0, end):
        stop = _BLOCK_END.search(text, match.end(), match.end() + 250)
        if stop and _JUDICIAL.search(text, match.end(), stop.start()):
            yield _candidate(text, match.end(), stop.start(), "court", 9)
    for match in _COURT_OF_OFFICE.finditer(text, 0, end):
        if stop := _BLOCK_END.search(text, match.end(), match.end() + 250):
            yield _candidate(text, match.start("court"), stop.start(), "court", 9)
