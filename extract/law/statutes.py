"""Statutes: acts, codes, constitutions, treaties, by name, by known letters, and by the short name a document gives."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from extract.law.patterns import Candidate, sought
from extract.law.walking import name_end, name_start
from extract.signs import Sought
from models.rules import load

_LINKS_BEHIND = frozenset(
    ("of", "on", "for", "against", "to", "and", "relating", "concerning", "OF", "AND", "FOR")
)
_YEAR = re.compile(
    r",?\s{0,2}(?:\(?(?:Act|No\.?|Law)\s?[\dIVXL]+\s+of\s+\d{4}\)?|(?:of\s+)?\(?(?:17|18|19|20)\d\d\b\)?(?!/\d"
    r"|-\d\d-)|\.\s(?:18|19)\d\d\b)"
)
_NUMBER = re.compile(
    r"\s?(?:\((?:EC|EU|EEC)\)\s)?(?:(?:No\.?|Nº|no\.)\s?[A-Z]{0,3}-?\d+(?:[/.-]\d+)*(?:\s+of\s+\d{4})?"
    r"|(?:[IVXLC]{1,7}|\d{1,3})\s+of\s+(?:18|19|20)\d\d\b|\d{2,4}/\d{2,4}(?:/[A-Z]{2,4})?\b)"
)
# an amending act is named behind the act that it amends: "Code of Civil Procedure (Kerala Amendment) Act, 1991"
_AMENDING = re.compile(r"\s\((?:(?:[A-Z][\w.&-]*|and|of)\s){0,4}Amendment\)\s(?:Act|Ordinance|Rules|Regulations)\b")
_ONLY_YEAR = re.compile(r"(?:,|\s[oO][fF])?\s\(?((?:17|18|19|20)\d\d)\)?")
_DEFINED = re.compile(
    r",?\s{0,2}\((?:(?:in\sshort|for\sshort|hereinafter|hereafter|herein|the|also|referred\sto|as|called|to|be"
    r"|short|after|it|known|then|henceforth|the\ssaid|of|said)[\s,:]{1,2}){0,9}"
    r"[“\"‘'](?:the\s)?(?P<short>[A-Z][\w.’&-]*(?:\s[A-Z][\w.’&-]*){0,5}),?[”\"’']\)"
    r"|\s\((?P<letters>[A-Z][A-Za-z]{0,3}[A-Z][A-Z.]{0,5})\)"
)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("law/statutes")[name])


@cache
def _heads() -> Sought:
    return sought(_words("heads"), r"(?![\w-])")


@cache
def _known() -> tuple[Sought, dict[str, str]]:
    names = {writing: name for name, writings in load("law/statutes")["known"].items() for writing in writings}
    return sought(names, r"(?!\w|\s(?:Court|Judge)\b)", apart=r"\w."), names


def find_statutes(text: str) -> Iterator[Candidate]:
    """Statutes by their full names, then by known letters, then by the short names defined with a full one.

    "The Act of 1978" names a statute only where the text also names one of that year in full.
    """
    shorts: dict[str, str] = {}
    named: dict[tuple[str, str], str] = {}  # head and year of a statute named in full -> its name
    by_year: list[tuple[tuple[str, str], Candidate]] = []
    for match in _heads().finditer(text):
        candidate = _around(text, match.start(), match.end())
        if candidate is None:
            continue
        if candidate.start == match.start() and (year := _ONLY_YEAR.fullmatch(text, match.end(), candidate.end)):
            by_year.append(((match[0], year[1]), candidate))
            continue
        yield candidate
        shorts.update(_definition(text, candidate))
        named[match[0], text[candidate.end - 4:candidate.end]] = candidate.canonical or ""
    yield from (replace(candidate, canonical=named[key]) for key, candidate in by_year if key in named)
    writings, names = _known()
    for match in writings.finditer(text):
        yield Candidate(match.start(), match.end(), "STATUTE", "known-statute", 4, names[" ".join(match[0].split())])
    yield from _defined(text, shorts)


@cache
def _ends() -> frozenset[str]:
    """Words at which a name that goes on behind its head ends."""
    return _words("heads") | _words("openers") | _words("ends") - {"The", "An", "A"}


def _around(text: str, start: int, end: int) -> Candidate | None:
    """The statute around the head at start..end, or None where it names none."""
    head = text[start:end]
    left = name_start(text, start, _words("openers"), _words("heads") - _words("inner_heads"))
    right = end
    if head in _words("named_behind") and not text.startswith((" and ", " AND "), end):
        right = name_end(text, end, _LINKS_BEHIND, _ends())
    if amending := _AMENDING.match(text, right):
        right = amending.end()
    if numbered := _NUMBER.match(text, right):
        right = numbered.end()
    elif year := _YEAR.match(text, right):
        right = year.end()
        if text[right - 1] == ")" and "(" not in text[year.start():right]:
            right -= 1
    dated = bool(numbered) or (right > end and text[right - 1].isdigit())
    if not _is_name(text, head, (left, start, end, right), dated):
        return None
    return Candidate(left, right, "STATUTE", "statute", 4, " ".join(text[left:right].split()))


def _is_name(text: str, head: str, places: tuple[int, int, int, int], dated: bool) -> bool:
    left, start, end, right = places
    name = text[left:end]
    if text.startswith((" Bench", " Court"), end) or text[left:right] in _words("common") | _words("generic"):
        return False
    if any(name.endswith(common) for common in _words("common")):
        return False
    if head in _words("numbered"):
        return dated and (left < start or right > end)
    if head in _words("weak"):
        return dated or (right > end + 4 and head in _words("named_behind")) or len(name.split()) > 2
    return left < start or right > end or head in _words("alone")


def _definition(text: str, statute: Candidate) -> Iterator[tuple[str, str]]:
    """The short name that follows in brackets, with the full name."""
    match = _DEFINED.match(text, statute.end)
    if match and statute.canonical:
        yield match["short"] or match["letters"], statute.canonical


def _defined(text: str, shorts: dict[str, str]) -> Iterator[Candidate]:
    if not shorts:
        return
    names = "|".join(re.escape(short) for short in sorted(shorts, key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w.])(?:{names})(?!\w)", text):
        if match[0] in _words("heads") and text[match.end():match.end() + 2] in ("')", "’)", "”)", '")'):
            continue  # "(hereinafter 'the Act')" only says what "the Act" will stand for
        if (shorts[match[0]] != match[0]) and not text.startswith((" Rules", " (", " No"), match.end()):
            yield Candidate(match.start(), match.end(), "STATUTE", "defined-statute", 4, shorts[match[0]])
