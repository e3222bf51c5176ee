"""Charges: what a word of justice introduces, each charge of a list by itself."""

import re
from collections.abc import Iterator

from extract.law.charge_openings import charge_words, introductions
from models.span import Span

_OPEN, _CLOSE = "“\"«‘'", {"“": "”", '"': '"', "«": "»", "‘": "’", "'": "'"}
_WORD = re.compile(r"[^\W_][\w’'-]*")
_BETWEEN = re.compile(
    r"[,;]?[”\"’'»]?[,;]?\s*(?:\b(?:and|or|as\s+well\s+as|along\s+with|and/or)\b\s*)?(?:(?:of|for|with|on)\s+)?"
)
_BREAK = re.compile(r"[.;:()\[\]—–\n“”\"«»]|\s-\s|,|\s(?:and|or|as\s+well\s+as)\s|\s")
_QUALIFIER = re.compile(
    r"\s*(?:(?:both|allegedly|(?:the\s+)?(?:charges?|suspicion|crimes?|offen[cs]es?)\s+of|what\s+\w+\s+called|so-called"
    r"|(?:(?:one|two|three|four|five|six|seven|\d+)\s+)?counts?\s+of|(?:one|two|three|four|five|six)\s+of(?!\s(?:the|them|his|her|those|these|its|their|which|whom)\b)|\[[^\]\n]{1,30}\])\s*)*"
)
_PROVISION = re.compile(r"(?:the\s)?(?:[Aa]rticles?|[Ss]ections?|[Aa]rts?\.|[Ss]ecs?\.|[Ss]s?\.(?=\s?\d)|§)")
_NUMBERED = re.compile(
    rf"{_PROVISION.pattern}§?\s?[\w()§./-]+(?:(?:,\s|\sand\s|\sor\s|\sread\swith\s|\sr/w\s)(?:[Ss]ections?\s)?[\d(][\w()./-]*)*"
    r"(?:,\sPart\s[IVX]+)?"
    r"(?:\s(?:of|to)\s(?:the\s)?(?:[A-Z][\w.’'-]*)(?:\s(?:[A-Z][\w.’'-]*|of|and|on|the|\d{4}|\([A-Z][\w\s]+\)))*"
    r"|,?\s(?:[A-Z]{2,6}\b|(?:[A-Z]\.){2,5}))?"  # "section 302 IPC"
)
_GENERAL = re.compile(
    r"(?:(?:the|these|those|such|certain|same|said|similar|other|various|multiple|minor|serious|extremely|offen[cs]es?|crimes?|charges?"
    r"|charged|alleged|combined|particular|an?|in|question|above|aforesaid|criminal|non-life|imprisonment)\s?)+"
)
_UNDER = re.compile(r"(?:an?\s|the\s|any\s)?(?:offen[cs]es?|crimes?)\s(?:punishable\s)?under\s")
_SMALL_END = re.compile(
    r"(?:[\s,;]|(?<![A-Z])\.|(?<=[A-Z]{2})\.|\b(?:under|the|an?|of|to|and|or|in|on|with|against|for|alone|outside|inside|before|at|by|from"
    r"|near|punishable))+$"
)
_NO_OFFENCE = re.compile(r"(?:(?:an?|the|any)\s)?(?:\w+\s)?(?:offen[cs]es?|crimes?|charges?)")
_ARTICLE = re.compile(r"the\s|an?\s(?!offen|crime)")


def find_charges(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Every charge named in text[start:end], in order, without quotation marks.

    "charged under section 9 of the Act" gives "section 9 of the Act".
    """
    end = len(text) if end is None else end
    found: list[Span] = []
    reached = start
    for places, sure in introductions(text, start, end):
        for place in places:
            charges = list(_list(text, place, end, sure)) if place >= reached else []
            if charges:
                found += charges
                reached = charges[-1].end
                break
    return found


def _list(text: str, place: int, end: int, sure: bool) -> Iterator[Span]:
    """The charges of one list, from the first on."""
    first = True
    while place < end:
        place = _QUALIFIER.match(text, place, end).end()  # type: ignore[union-attr]
        span = _one(text, place, end, sure if first else False)
        if span is None:
            return
        if _GENERAL.fullmatch(text, span.start, span.end):
            if not text.startswith(" (", span.end):
                return
            place = span.end + 2
            continue
        yield span
        place, first = span.end, False
        between = _BETWEEN.match(text, place, end)
        if between is None or (not between[0].strip(" ”’\"'»") and not _quoted(text, between.end(), end)):
            return
        place = between.end()


def _quoted(text: str, place: int, end: int) -> bool:
    return place < end and text[place] in _OPEN and not text.startswith("'s ", place)


def _one(text: str, place: int, end: int, sure: bool) -> Span | None:
    while place < end and text[place].isspace():
        place += 1
    if _quoted(text, place, end):
        return _quotation(text, place, end)
    words = [match[0] for match in _WORD.finditer(text, place, min(end, place + 60))][:5]
    if not words or text[place] in ".,;:()" or not _may_begin(words, sure):
        return None
    if (under := _UNDER.match(text, place, end)) and (named := _provision(text, under.end(), end)):
        return _trimmed(text, place, named.end)
    if text[place].isdigit() or _PROVISION.match(text, place):
        return _provision(text, place, end)
    return _prose(text, place, end) if not text[max(0, place - 8):place].rstrip().endswith("under") else None


def _quotation(text: str, place: int, end: int) -> Span | None:
    close = text.find(_CLOSE[text[place]], place + 1, min(end, place + 200))
    if close < 0:
        return None
    stop = close
    while stop > place + 1 and (text[stop - 1] in ",.;" or text[stop - 1].isspace()):
        stop -= 1
    return Span(place + 1, stop) if stop > place + 1 else None


def _names_offence(words: list[str]) -> bool:
    offences = charge_words("offence", "words")
    return any(word.lower() in offences for word in words) or (
        words[0].endswith("ing") and words[0].lower() not in charge_words("ends", "at")
    )


def _may_begin(words: list[str], sure: bool) -> bool:
    """Whether these first words can be a charge; without a sure introduction they must name an offence."""
    first = words[0].lower()
    if first in charge_words("ends", "openers"):
        follows = len(words) > 1 and words[1].lower() not in charge_words("ends", "at")  # no "three for robbery"
        return follows and _names_offence(words[1:4]) and not words[1].isdigit()
    if first in charge_words("ends", "never") or first.isdigit():
        return False
    if sure:
        return True
    if first in charge_words("ends", "resume") | charge_words("ends", "at"):
        return False
    if first.endswith("ed") and "-" not in first and first not in charge_words("ends", "participles"):
        return False
    return _names_offence(words[:4])


def _provision(text: str, place: int, end: int) -> Span | None:
    """Section 9(1) of the Act: to the end of the statute's name."""
    match = _NUMBERED.match(text, place, end)
    if not match:
        return None
    return _trimmed(text, place, match.end())


def _prose(text: str, place: int, end: int) -> Span | None:
    """Words of a charge up to the break that ends it."""
    position = stop = place
    for match in _BREAK.finditer(text, place, end):
        if match.start() < position:
            continue
        if match[0] in "“\"" and match.start() > place:
            close = text.find(_CLOSE[match[0]], match.end(), match.end() + 40)
            if close > 0:
                position = stop = close
                continue
        stop = match.start()
        if stop - place > 120 or _ends(text, place, match, end):
            break
        position = stop = match.end()
    else:
        stop = end
    return _trimmed(text, place, stop)


def _trimmed(text: str, place: int, stop: int) -> Span | None:
    """The charge without its article, and without small words and stops at its end."""
    words = _SMALL_END.sub("", text[place:stop])
    article = _ARTICLE.match(words)
    start = place + (article.end() if article else 0)
    stop = place + len(words)
    return Span(start, stop) if stop > start + 2 else None


def cut_short(text: str, start: int, end: int) -> Span | None:
    """What is left of a charge whose provision or court has a span of its own; None if that names no offence."""
    left = _trimmed(text, start, end)
    return None if left is None or _NO_OFFENCE.fullmatch(text, left.start, left.end) else left


def _ends(text: str, place: int, match: re.Match[str], end: int) -> bool:
    """Whether the charge ends at this break."""
    mark = match[0].strip()
    rest = [word[0] for word in _WORD.finditer(text, match.end(), min(end, match.end() + 60))][:4]
    if mark in ("and", "or", "as well as"):
        return not rest or not _same_charge(text[place:match.start()], rest)
    if mark:
        return not (mark == "." and text[match.start() - 1].isupper())
    if not rest or not text[match.end():match.end() + 1].isalnum():
        return text[match.end():match.end() + 1] not in "‘'“\""
    return _stops(text[place:match.start()], rest)


def _same_charge(charge: str, rest: list[str]) -> bool:
    """Behind "and": "heroin and cannabis" is one charge, "murder and rape" are two."""
    first = rest[0].lower()
    if first in charge_words("ends", "resume") or first[0].isdigit() or first.endswith("ed") or rest[0][0].isupper():
        return False
    return not _names_offence(rest[:3])


def _stops(charge: str, rest: list[str]) -> bool:
    first = rest[0].lower()
    if first in charge_words("ends", "at"):
        if first == "that":
            return len(rest) > 1 and rest[1].lower() in charge_words("ends", "happened")
        return not (first == "under" and "offen" in charge)
    if first == "in":
        return charge.split()[-1].lower() not in charge_words("ends", "keeps_in")
    if first == "on":
        return len(rest) > 1 and (rest[1][0].isdigit() or rest[1][0].isupper())
    if first == "to":
        resuming = charge_words("ends", "resume") - {"a", "an", "the"}
        return len(rest) > 1 and (rest[1][0].isdigit() or rest[1] in resuming)
    return first[0].isdigit()
