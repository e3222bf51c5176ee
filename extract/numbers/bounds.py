"""What the words before and behind a figure make of it: at least, up to, nearly, about, or more."""

import re
from functools import cache
from typing import Any

from extract.numbers.draft import Draft
from extract.numbers.lexicon import LETTER, WINDOW, Behind, alternation, values, words_file

JOINED = re.compile(r",?\s+(?:and|but)\s+|,\s+")


@cache
def _before() -> tuple[Behind, dict[str, dict[str, Any]]]:
    rows = words_file("bounds")["bound"]
    phrases = {phrase: row for row in rows for phrase in (*row["before"], *_compared(row))}
    return Behind(phrases), phrases


def _compared(row: dict[str, Any]) -> list[str]:
    """The comparisons that a row names by their side and form: "more than" is that of each word for more."""
    table = words_file("bounds")["comparison"]
    pairs = [pair.split() for pair in row.get("compares", [])]
    return [shape.replace("{}", word) for side, form in pairs for shape in table[form] for word in table[side]]


@cache
def _after() -> tuple[re.Pattern[str], dict[str, dict[str, Any]]]:
    rows = words_file("bounds")["bound"]
    phrases = {phrase: row for row in rows for phrase in row.get("after", [])}
    return re.compile(rf"\s*,?\s?({alternation(phrases)})(?![{LETTER}\d]|\s+than\b)", re.IGNORECASE), phrases


@cache
def _added() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{alternation(words_file('bounds')['added'])})(?![{LETTER}])")


def bound(text: str, new: Draft, limit: int) -> None:
    """Takes the modifiers that touch the number, the nearest first; `limit` is the end of the number before."""
    meant = False
    behind, rows = _before()
    while found := behind.match(text, new.start):
        start, phrase = found
        if start < limit or "\n\n" in text[start:new.start] or (phrase == "over" and _is_preposition(text, new, start)):
            break
        meant = meant or _means(new, rows[phrase])
        new.start = start
    if not meant:
        _bound_behind(text, new)


def _bound_behind(text: str, new: Draft) -> None:
    """ "40 or more", "30 or so"; in "of the 40, at least 12 were" the words bound the next figure."""
    pattern, rows = _after()
    found = pattern.match(text, new.end)
    if found and not (found[1] == "plus" and _added().match(text, found.end())) and not _bounds_next(text, found):
        _means(new, rows[" ".join(found[1].lower().split())])
        new.end = found.end()


def _bounds_next(text: str, found: re.Match[str]) -> bool:
    """Is it a phrase that may stand before a figure, with one behind it?"""
    figure = _figure().match(text, found.end())
    return figure is not None and " ".join(found[1].lower().split()) in _before()[1]


@cache
def _figure() -> re.Pattern[str]:
    words = [*values("small"), *values("tens"), *values("scales")]
    return re.compile(rf"\s+(?:\d|(?:{alternation(words)})(?![{LETTER}]))", re.IGNORECASE)


def _is_preposition(text: str, new: Draft, start: int) -> bool:
    """Whether "over" says during or because of, and sets no bound."""
    if new.kind == "duration":
        return _during(text, new, start)
    return _because().search(text[max(0, start - WINDOW):start]) is not None


@cache
def _because() -> re.Pattern[str]:
    return re.compile(words_file("bounds")["because"]["before"])


def _during(text: str, new: Draft, start: int) -> bool:
    """ "over three days" says during; "for over three days" and "over three years" say more than."""
    during = words_file("bounds")["during"]
    if new.kind != "duration" or new.unit not in during["units"]:
        return False
    return _more_than().match(text, start) is None


@cache
def _more_than() -> Behind:
    return Behind(words_file("bounds")["during"]["unless-before"])


def _means(new: Draft, row: dict[str, Any]) -> bool:
    """Applies a row of bounds.toml; False when it sets no bound."""
    low, high, approximate = row.get("low"), row.get("high"), row.get("approximate", False)
    new.approximate = new.approximate or approximate
    if low and not new.high_open:
        new.high, new.low_open = None, low == "open"
    elif high and not new.low_open:
        new.low, new.high_open = None, high == "open"
    if (low or high or approximate) and new.rule in ("figure", "range"):
        new.rule = row["id"]
    return bool(low or high)


def merge_bounds(text: str, last: Draft, new: Draft) -> bool:
    """ "more than 20 and less than 60", "under 60 but over 20": one number with two bounds."""
    if last.fate or new.fate or (last.kind, last.unit) != (new.kind, new.unit):
        return False
    lower, upper = (last, new) if last.high is None else (new, last)
    if lower.low is None or lower.high is not None or upper.high is None or upper.low is not None:
        return False
    if lower.low >= upper.high or not JOINED.fullmatch(text, last.end, new.start):
        return False
    last.low, last.low_open, last.high, last.high_open = lower.low, lower.low_open, upper.high, upper.high_open
    last.end, last.core_end, last.rule = new.end, new.core_end, "two-bounds"
    return True
