"""What the words before and behind a figure make of it: at least, up to, nearly, about, or more."""

import re
from functools import cache
from typing import Any

from extract.numbers.draft import Draft
from extract.numbers.lexicon import LETTER, Behind, alternation, words_file

JOINED = re.compile(r",?\s+(?:and|but)\s+|,\s+")
DURING = re.compile(r"(?:for|after|spent|took|lasted|lasting|to|of|is|was|already|served|serving|spend|been|now|in|nearly|well|just)\s*$", re.IGNORECASE)


@cache
def _before() -> tuple[Behind, dict[str, dict[str, Any]]]:
    rows = words_file("bounds")["bound"]
    return Behind(p for row in rows for p in row["before"]), {p: row for row in rows for p in row["before"]}


@cache
def _after() -> tuple[re.Pattern[str], dict[str, dict[str, Any]]]:
    rows = words_file("bounds")["bound"]
    phrases = {p: row for row in rows for p in row.get("after", [])}
    return re.compile(rf"\s*,?\s?({alternation(phrases)})(?![{LETTER}\d]|\s+than\b)", re.IGNORECASE), phrases


def bound(text: str, new: Draft, limit: int) -> None:
    """Takes the modifiers that touch the number, the nearest first, never beyond `limit`, the end of the number before."""
    meant = False
    while found := _before()[0].match(text, new.start):
        start, phrase = found
        row = _before()[1][phrase]
        if start < limit or (phrase == "over" and _during(text, new, start)) or "\n\n" in text[start:new.start]:
            break
        meant = meant or _means(new, row)
        new.start = start
    if not meant and (behind := _after()[0].match(text, new.end)):
        row = _after()[1][" ".join(behind[1].lower().split())]
        if _means(new, row) or row.get("approximate"):
            new.end = behind.end()


def merge_bounds(text: str, last: Draft, new: Draft) -> bool:
    """ "more than 20 and less than 60": one number with two bounds."""
    if last.low is None or last.high is not None or new.high is None or new.low is not None or last.fate or new.fate:
        return False
    if last.low >= new.high or (last.kind, last.unit) != (new.kind, new.unit) or not JOINED.fullmatch(text, last.end, new.start):
        return False
    last.high, last.high_open, last.end, last.core_end, last.rule = new.high, new.high_open, new.end, new.core_end, "two-bounds"
    return True


def _during(text: str, new: Draft, start: int) -> bool:
    """ "over three days" says during; "for over three days" and "over three years" say more than."""
    return new.kind == "duration" and new.unit in ("day", "week", "hour", "month") and not DURING.search(text[max(0, start - 12):start])


def _means(new: Draft, row: dict[str, Any]) -> bool:
    """Applies a row of bounds.toml; False when it leaves the figure as it is."""
    low, high = row.get("low"), row.get("high")
    if row.get("approximate"):
        new.approximate = True
    if low and new.high_open is False:
        new.high, new.low_open = None, low == "open"
    elif high and new.low_open is False:
        new.low, new.high_open = None, high == "open"
    if low or high or row.get("approximate"):
        new.rule = row["id"] if new.rule in ("figure", "range") else new.rule
        return bool(low or high)
    return False
