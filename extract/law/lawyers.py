"""Counsel of a heading, by the side they appear for, their calling, or the list they stand in."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.law.heading import NAME, Line, honorific, lines, roles, words
from extract.law.patterns import Candidate
from extract.names.lexicon import HEADS, kind
from extract.names.tables import place

_SPLIT = re.compile(
    r"(\(instructed\s+by\s[^()\n]*\)?|,(?!\s(?:III?|IV|Jr)\b)|;|:|\n|&|\)|\(|\band\b|\bAnd\b|\bwith\b|\bfor\b|\bFor\b|\bassisted\s+by\b|\balong\b|\bi/b\.?|\ba/w\b"
    r"|\binstructed\s+by\b|\bargued\b|\bon\s+the\s+briefs?\b|\bfiled\b|\bh/f\.?|\bA/W\b|\bThrough\b|\bthrough\b|\bBy\b|\bby\b|\bBY\b|\bFOR\b|\bAND\b|\bWITH\b|\.{2,}|\s{4,}|[–*!^]|-(?=\s*for\b)"
    r"|\s(?=(?:Mr|Mrs|Ms|Miss|MR|MRS|MS|MISS|Smt|Shri|Sri)\b\.?[ \t]{0,3}[A-Z]))"
)
_BARE_SPLIT = re.compile(rf"{_SPLIT.pattern[:-1]}|\bof\b)")
_NAME = re.compile(rf"(?:{NAME})(?:,\s(?:III?|IV|Jr)\.?)?$")
_CALLING = re.compile(
    r"\s+(?:QC|KC|Q\.C|K\.C|SC|Advs?|Advocates?|Sr|Senior|Ld|Learned|Addl|Additional|APP|AGP|PP|P\.P|Pl|GP|Counsel|AG|AAG"
    r"|ASG|Standing|Amicus|Govt|Government|Public|Exparte|litigator|barrister|solicitor|Asst|Assistant|Spl|Special)\b"
)
_INITIAL = re.compile(r"\b[A-Z]\.$")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_CALLED = re.compile(
    r",\s(?:an?\s+|both\s+)?(?:(?:of|from)\sthe\s[A-Z][\w-]+\sBar\b|lawyers?|advocates?|barristers?|solicitors?|counsel|attorneys?)\b"
)
_CLIENT = re.compile(r"Counsel\sfor\s(?:Mr|Ms|Mrs)\b")  # whom the names below stand for
_JOINED = re.compile(r"(?:,\s(?:and\s)?|\sand\s)\Z")
_AGENT = re.compile(r"\b(?:[Tt]heir|[Ii]ts)\s(?:co-?)?[Aa]gents?,\s")
_BENCH = re.compile(
    r"(?i)(?:tribunal\s|upper\s|district\s|(?:his|her)\shonour\s|circuit\s|deputy\s)*judge\b|hhj?\b"
    r"|(?:mr|mrs|ms|lord|lady)?\s*justice\b"
)
# half a name at a line's end, and how its other half begins
_HALF = re.compile(
    r"(?:[,:&]|\b(?:with|and|for|by|i/b|a/w|along))\.?[ \t]+"
    r"(?:(?:Mr|Ms|Mrs|Smt|Shri|Sri|Dr|Sh)\b\.?[ \t]*)(?:[A-Z][a-z]+|(?:[A-Z]\.[ \t]?){1,3})?$"
)
_GOES_ON = re.compile(r"(?:[A-Z]\.[ \t]?)*[A-Z][a-z]+(?:[ \t]+[A-Z][a-z]+){0,2}[ \t]*(?:[,.&)]|and\b|with\b|i/b|$)")
_INDENT = 90  # blanks between the halves
_WRAP = "\u2060"  # stands for each of them, so that the name is not cut there
_WRAPS = re.compile(r"(?:,|\bwith|\band|&|\bfor|\bAnd)\s*$")


@cache
def _side() -> str:
    return "|".join(re.escape(role).replace("\\ ", r"\s+") for role in sorted(roles(), key=len, reverse=True))


@cache
def _counsel() -> re.Pattern[str]:
    names = sorted(words("words", "counsel"), key=len, reverse=True)
    callings = "|".join(re.escape(name).replace("\\ ", r"\s+") for name in names)
    return re.compile(
        rf"(?i)\b(?:{callings})\b(?!\s+general\s+of)|\b(?<!state\s)for\s+(?:the\s+|all\s+|(?:first|second|third"
        rf"|common)\s+)*(?:{_side()}|state|union|government|accused|cbi|revenue|assessee|claimants?|r-?\d"
        rf"|defence|prosecution)|^\W*through\s*[:;-]|\(by\b"
    )


def names_counsel(line: str) -> bool:
    """Whether the line says of someone that they appear for a side or are counsel by calling."""
    return bool(_counsel().search(line))


def find_lawyers(text: str, end: int) -> Iterator[Candidate]:
    """LAWYER candidates of text[:end]."""
    found = list(_joined(text, [line for line in lines(text, end) if line.text]))
    evidence = [names_counsel(line.text) for line in found]
    active = False
    for index, line in enumerate(found):
        active = evidence[index] or (active and _goes_on(found, index)) or _leads(found, evidence, index)
        if active and not _CLIENT.match(line.text):
            yield from _people(line)


def _joined(text: str, found: Sequence[Line]) -> Iterator[Line]:
    """The lines, with one that ends in half a name ("..., Mr Anil", "..., Mr") joined to the line below."""
    held: Line | None = None
    for line in found:
        if held and _HALF.search(held.text) and _GOES_ON.match(line.text) and line.start - held.end < _INDENT:
            held = Line(held.start, line.end, held.text + " " + _WRAP * (line.start - held.end - 1) + line.text)
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def find_named_lawyers(text: str) -> Iterator[Candidate]:
    """LAWYER candidates of running prose: "Mr A. Renko and Ms B. Oda, lawyers in Tula", "their Agent, Mr C. Holm"."""
    for calling in _CALLED.finditer(text):
        for match in _before(text, calling.start(), several=calling[0][-1] in "sl"):  # lawyers, counsel
            yield _named(match)
    for agent in _AGENT.finditer(text):
        if name := _agent_name().match(text, agent.end()):
            yield _named(name)


def _before(text: str, end: int, several: bool) -> Iterator[re.Match[str]]:
    """The titled name that ends here, and of several those joined to it."""
    while match := _titled_name().search(text, max(0, end - 90), end):
        yield match
        joined = _JOINED.search(text, max(0, match.start() - 6), match.start()) if several else None
        if joined is None:
            return
        end = joined.start()


def _named(name: re.Match[str]) -> Candidate:
    start, words_ = name.start("name"), _trim(name["name"])
    return Candidate(start, start + len(words_), "LAWYER", "lawyer-by-calling", 7, " ".join(words_.split()))


@cache
def _titled_name() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){honorific()}(?P<name>{NAME})\s?\Z")


@cache
def _agent_name() -> re.Pattern[str]:
    return re.compile(rf"(?:most\srecently\s)?{honorific()}(?P<name>{NAME})")


def _goes_on(found: Sequence[Line], index: int) -> bool:
    """Whether the line is wrapped from the one above, or opens with a title as it may have done."""
    return bool(_WRAPS.search(found[index - 1].text) or _titled().match(found[index].text))


def _leads(found: Sequence[Line], evidence: Sequence[bool], index: int) -> bool:
    """Whether the line opens a list of counsel whose side or calling is said within three lines."""
    for at in range(index, min(index + 3, len(found) - 1)):
        if not (_titled().match(found[at].text) or _WRAPS.search(found[at].text)):
            return False
        if evidence[at + 1] and (_WRAPS.search(found[at].text) or _titled().match(found[at + 1].text)):
            return True
    return False


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"[^\w]*(?:(?:and|with|for|And|With|For)\s+)?{honorific()}")


def _people(line: Line) -> Iterator[Candidate]:
    titles = bool(re.search(rf"(?<!\w){honorific()}", line.text))
    found = [told for part in _parts(line, titles) if (told := _person(*part))]
    several = any(" " in (person.canonical or "") for person, _ in found)
    for person, titled in found:
        name = person.canonical or ""
        if titled or (_is_full(name) if " " in name else "." in name or not (titles or several)):
            yield person


def _parts(line: Line, titles: bool) -> Iterator[tuple[int, str]]:
    """The pieces of a line between which names stand; without titles, "for" leads up to a client, "of" to a firm."""
    start, led = line.start, ""
    for index, part in enumerate((_SPLIT if titles else _BARE_SPLIT).split(line.text)):
        if index % 2:
            goes_on = led == "for" and part in ("and", "&")
            led = led if goes_on else part if part in ("for", "of") and not titles else ""
        elif not led:
            yield start, part
        start += len(part)


def _person(begin: int, part: str) -> tuple[Candidate, bool] | None:
    """The name of this piece, and whether a title stands before it."""
    titled = re.match(rf"[^\w]*(?:{honorific()}{_WRAP}*)+", part)
    stripped = part[titled.end():] if titled else part.lstrip()
    bare = _trim(stripped)
    name = " ".join(bare.replace(_WRAP, " ").split())
    if _BENCH.match(stripped) or not _LETTERS.search(name) or not _NAME.match(name) or _is_office(name):
        return None
    start = begin + len(part) - len(stripped)
    return Candidate(start, start + len(bare), "LAWYER", "lawyer-by-side", 7, name), bool(titled)


def _is_full(name: str) -> bool:
    """Whether it can be a person's whole name: no town, no firm."""
    return " " in name and place(name) is None and not any(kind(word) & HEADS for word in name.split())


def _trim(part: str) -> str:
    """The name at the part's start, without the calling behind it."""
    part = _CALLING.split(part.strip())[0]
    part = part.strip(" \t-–:*!^")
    return part[:-1] if part.endswith(".") and not _INITIAL.search(part) else part


@cache
def _office() -> re.Pattern[str]:
    return re.compile(
        rf"(?i)\b(?:{_side()}|for|police|taxes|side|advocate|adv|counsel|government|govt|state|union|pleader"
        rf"|prosecutor|general|court|party|person|respondents?|standing|senior|learned|sr|amicus|solicitors?|llp"
        rf"|limited|ltd|no|nos|the|in|exparte|ex|public|addl|additional|presenting|officer|secretary|india|central"
        rf"|office|attys?|attorney|prosecuting|asst|assistant|dept|gen|sol|legal|barristers?|kerala|associates|co|mr|instructed|of|appeal|order|judgment|criminal|civil"
        rf"|petition|date|dated|rep|represented|through|a\.?g\.?p|a\.?p\.?p|p\.?p)s?\b\.?"
    )


def _is_office(bare: str) -> bool:
    return bool(_office().search(bare)) or len(bare) < 3
