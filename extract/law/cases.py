"""Decisions cited by name: "X v. Y" with the citation that follows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from extract.law.citing import GAP, cited_ahead, cited_behind, unnamed
from extract.law.patterns import Candidate
from extract.names.tables import place
from extract.signs import Sought
from models.rules import load

_VERSUS = re.compile(
    r"(?<=[\w.)’'”\",])[ \t]{1,30}\n?(?:[vV]\b\.?|[vV][sS]\b\.?|[Vv]ersus\b|VERSUS\b|[vV]/[sS]\b\.?"
    r"|-vs?-)[ \t]{0,30}(?:\n[ \t]*)?(?=[\w(“M\"])"
)
_TITLED = re.compile(r"(?:\b(?:Justice|JUSTICE|Judge|Shri|Sri|Smt|Mr|Mrs|Ms|Dr|MR|MRS|SHRI|SRI|SMT|Thiru|Tmt))\.?$")
_TOKEN = re.compile(r"\S+")
_AND_OTHERS = re.compile(r"\s(?i:ors|anr|others|another)\.$")
_TRAILING_LINK = re.compile(r"(?:\s(?:of|and|&|the|for|in|on|to|by|through|ex|de|la|van|von|alias|@)|[\s,;:])+$")
_SUFFIX = re.compile(r"(?:Inc|Ltd|LLC|L\.L\.C|LLP|Co|Corp|L\.P|P\.C|S\.A|plc|PLC|N\.A|Pvt|Jr|Sr)\.?,?$")
_SUFFIX_NEXT = re.compile(r"\s(?:Inc|Ltd|LLC|L\.L\.C|LLP|Co|Corp|L\.P|P\.C|S\.A|plc|PLC|N\.A|Pvt|Jr|Sr)\b")
_ENDS_CASE = re.compile(r"(?i)(?:ors|anr|others|another)\b\.?$")  # the side of another case ends here
_CAPITAL = re.compile(r"[(“‘\"'\[–—-]*[A-ZÀ-ÞĀ-Ž]|\(?[a-z]?-?\d?[A-Z]")
_ABBREVIATION = re.compile(r"(?:[A-Z]\.|[A-Z][A-Za-z’']{0,6}\.|(?:[A-Za-z]\.){2,})$")
_NUMBERED = re.compile(r"\d/\d")
_SEAT = re.compile(r",\s[A-Z][\w’'-]*\.?(?:(?:,?\s)(?:[A-Z][\w’'-]*\.?|of|and|&|the|others|another)){0,8}")
_SEATED = 110  # characters that a seat may fill between a name and its citation
_PLACE = re.compile(r",\s(?P<name>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)")
# the mark of the note that cites the case: "Tarrow v. Pike(1)"
_MARK = re.compile(r"\(\d\)(?!\s?[A-Z\d(])")
_EX_PARTE = re.compile(r"\s?[:;,]\s[Ee]x\s?[Pp]arte\s[A-Z][\w'’.]+(?:\s[A-Z][\w'’.]+)?")
_OPENING = "(“‘\"'[-–—"  # marks before a name
_REACH = 160  # characters to either side of the versus


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("law/cases")["names"][name])


def offices() -> frozenset[str]:
    """Words of an office or a body, whose place may follow a comma."""
    return _words("seated")


def with_names(text: str, citations: Sequence[Candidate], numbers: Sequence[Candidate] = ()) -> Iterator[Candidate]:
    """The citations, each with the case name before it; and case names that stand without one.

    A case number behind a name belongs to it as a citation does.
    """
    starts = {citation.start: citation for citation in (*numbers, *citations)}
    ends = {citation.end: citation for citation in citations}
    used: set[int] = set()
    reached = 0
    for versus in _versus(text):
        start = _left(text, versus.start(), reached)
        end = _right(text, versus.end(), starts)
        if start is None or end is None:
            continue
        if relator := _EX_PARTE.match(text, end):
            end = relator.end()
        name_end = end
        end = cited_behind(text, end, starts, used)
        if end == name_end and (mark := _MARK.match(text, end)):
            end = mark.end()
        if versus[0].strip(" .\t\n") == "V" and end == name_end:
            continue  # an initial, unless a citation follows
        if end == name_end and (ahead := cited_ahead(text, start, ends, used)):
            start = ahead.start
        reached = end
        yield Candidate(start, end, "CITATION", "case-name", 10, " ".join(text[start:name_end].split()))
    yield from unnamed(text, [citation for citation in citations if citation.start not in used])


@cache
def _sign() -> Sought:
    return Sought(re.compile(r"[vV](?<=[ \t\n].)(?=[.\s/sSeE])|-vs?-"), r"^[vV](?:$|[./sSeE])|-vs?-")


def _versus(text: str) -> Iterator[re.Match[str]]:
    """Each versus, looked for where its sign stands."""
    for sign in _sign().finditer(text):
        begin = sign.start() - (5 if text[sign.start() - 2:sign.start() - 1].strip() else 35)
        match = _VERSUS.search(text, max(0, begin), min(len(text), sign.end() + 40))
        if match and match.start() < sign.start() < match.end():
            yield match


def _left(text: str, end: int, reached: int) -> int | None:
    """The start of the first party's name, or None."""
    begin = max(reached, end - _REACH)
    tokens = [(match.start(), match[0]) for match in _TOKEN.finditer(text, begin, end)]
    at = len(tokens)
    if tokens and _TITLED.search(tokens[-1][1]):
        return None  # "Mr. Justice V. Ramana"
    while at and _belongs(text, tokens, at):
        at -= 1
        if _opens(tokens[at][1]):
            break
    while at < len(tokens) and _leads_up(tokens[at][1].lstrip(_OPENING).rstrip(",")):
        at += 1
    if at == len(tokens):
        return None
    start, word = tokens[at]
    return start + len(word) - len(word.lstrip(_OPENING))


def _leads_up(word: str) -> bool:
    return not word or word in _words("openers")


def _belongs(text: str, tokens: Sequence[tuple[int, str]], at: int) -> bool:
    """Whether the token before `at` is a part of the name that the tokens from `at` on are."""
    start, word = tokens[at - 1]
    if at < len(tokens):
        following, next_word = tokens[at]
        if "\n" in text[start + len(word):following] or (word[-1] in "”\"’)" and word[0] not in "(“"):
            return False
        if word[-1] in ";:!?" or (word[-1] == "." and not _ABBREVIATION.search(word)):
            return False
        if word[-1] == "," and not _SUFFIX.search(word) and not _SUFFIX.match(next_word):
            return _is_seat(text, tokens, at)
    if _NUMBERED.search(word) or (at < len(tokens) and _ENDS_CASE.match(word)):
        return False
    return word in _words("links") or bool(_CAPITAL.match(word))


def _is_seat(text: str, tokens: Sequence[tuple[int, str]], at: int) -> bool:
    """Whether the name so far is the place of an office before the comma: "Commissioner, Bombay City"."""
    named = text[tokens[at][0]:tokens[-1][0] + len(tokens[-1][1])].split()
    office = any(word.rstrip(",") in offices() for _, word in tokens[max(0, at - 4):at])
    return office and bool(place(named[0].strip(".,")) or place(" ".join(named[:2]).strip(".,")))


def _opens(word: str) -> bool:
    """Whether a bracket or quotation mark opens with this word, so that the name begins here."""
    return word[0] in "(“‘\"[" and not word.endswith(")") and word[-2:] not in (").", "),")


def _right(text: str, start: int, citations: Mapping[int, Candidate]) -> int | None:
    """The end of the second party's name, or None."""
    end = None
    place = start
    while match := _TOKEN.match(text, place, min(len(text), start + _REACH)):
        word, at = match[0], match.start()
        plain = word.strip("(“‘\"'[")
        if at in citations or at + 1 in citations:
            break
        if word in ("and", "&", "AND") and _VERSUS.search(text, at, at + 70) and not _ends_side(text, match.end()):
            break
        if end is not None and not _goes_on(word, plain):
            break
        if end is None and not (plain[:1].isupper() or plain in _words("links") or plain[:1].isdigit()):
            return None
        bare = word.rstrip(",;:)]”\"’'")
        if bare.endswith(".") and not _ABBREVIATION.search(bare):
            bare = bare[:-1].rstrip(")]”\"’'")
        if "(" in bare and ")" not in bare and bare[0] != "(":
            bare = bare[:bare.index("(")]
        end = at + len(bare)
        if bare != word and not (word[len(bare):] == "," and _SUFFIX_NEXT.match(text, match.end())):
            end = _seat_end(text, start, end, citations) if word[len(bare):] == "," else end
            break
        place = match.end()
        space = re.compile(r"[ \t]*(?:\n[ \t]*(?=[a-z]))?").match(text, place)
        place = space.end() if space else place
        if text[place:place + 1] == "\n":
            break
    if end is None:
        return None
    trailing = _TRAILING_LINK.search(text, start, end)
    end = trailing.start() if trailing else end
    end = _without_stop(text, start, end)
    return end - 1 if _AND_OTHERS.search(text, start, end) else end


def _ends_side(text: str, at: int) -> bool:
    """Whether "and" leads to "Ors.", "others", "Co.": the end of a side, not another case."""
    following = _TOKEN.match(text, at + 1)
    return following is not None and following[0].strip(".,;:)]”\"’'") in _words("others")


def _seat_end(text: str, start: int, end: int, citations: Mapping[int, Candidate]) -> int:
    """The end with what stands behind a comma, where a citation follows it or it is the place of an office."""
    cited = next((at for at in range(end + 3, min(len(text), end + _SEATED)) if at in citations), None)
    if cited is not None and (match := _SEAT.match(text, end, cited)):
        gap = GAP.match(text, match.end())
        if gap and gap.end() in (cited, cited + 1):
            return match.end()
    seat = _PLACE.match(text, end)
    office = any(word in offices() for word in text[start:end].split()[-4:])
    return seat.end() if seat and office and place(seat["name"]) else end


def _without_stop(text: str, start: int, end: int) -> int:
    """The name's end without the stops that end the sentence; an abbreviation keeps its own."""
    bare = len(text[start:end].rstrip(".")) + start
    last = "".join(text[start:bare].split()[-1:])
    if end - bare > 1:
        return bare
    abbreviated = len(last) < 3 or "." in last or _SUFFIX.match(f"{last}.")
    return end if abbreviated else bare


def _goes_on(word: str, plain: str) -> bool:
    bare = word.rstrip(",;:)]”\"’'")
    if word[0] == "[":
        return False
    if bare in _words("links") or word.startswith("(P)"):
        return True
    return plain[:1].isupper() and plain not in _words("stops") and "No." not in plain
