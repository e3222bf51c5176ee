"""Lengths of time: "six years", "18-month", "three years and six months", "a year and a half"."""

import re
from decimal import Decimal
from functools import cache

from extract.numbers.draft import Draft
from extract.numbers.lexicon import SPACE, Ahead, values, words_file
from extract.numbers.whole import is_whole

GLUE = re.compile(r"[^\S\n]?[-‐‑–][^\S\n]?")
AND = re.compile(rf",?(?:{SPACE}and)?{SPACE}(?:an?{SPACE})?|-and-|{SPACE}")
AND_A_PART = re.compile(rf"(?:{SPACE}|-)and(?:{SPACE}|-)(?:(?:an?|one)(?:{SPACE}|-))?(half|quarter)\b", re.IGNORECASE)
OF = re.compile(rf"{SPACE}of{SPACE}(?:an?{SPACE})?", re.IGNORECASE)
MINUTES = re.compile(rf"{SPACE}and{SPACE}", re.IGNORECASE)
FINES = re.compile(r"[-‐‑](?:fine|rate|unit)s?\b")  # "twenty day-fines"
ENDED = re.compile(r"\s*(?:[.,;:)]|$)")
FROM = re.compile(rf"\bfrom{SPACE}$", re.IGNORECASE)
TO = re.compile(rf"{SPACE}to{SPACE}", re.IGNORECASE)
BACK_FROM = re.compile(rf"{SPACE}(?:from|instead{SPACE}of|rather{SPACE}than){SPACE}", re.IGNORECASE)
BARE = re.compile(
    rf"\s*(?:[.,;:)]|$)|{SPACE}(?:for|by|after|following|in|at|on|when|because|with|and|as|but|upon|under|if|before)\b")
PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
NEXT_SMALLER = {"year": "month", "month": "day", "day": "hour", "hour": "minute", "minute": "second"}
WHOLE_UNITS = {"decade": "year", "century": "year", "fortnight": "day"}


@cache
def _units() -> tuple[Ahead, dict[str, str]]:
    rows = words_file("units")["durations"]
    units = {writing: unit for unit, writings in rows.items() for writing in writings}
    return Ahead(units), units


def duration(text: str, new: Draft) -> bool:
    """Whether a unit of time follows; unit, span and value are then set."""
    if text[new.core_start - 1:new.core_start] == ":":  # 05:30 hrs is a time of day
        return False
    ahead, units = _units()
    glued, part = GLUE.match(text, new.end), _of(text, new)
    joint = glued or part
    found = ahead.match(text, joint.end() if joint else new.end)
    if not found or FINES.match(text, found[0]):
        return False
    if "\n\n" in text[new.end:found[0]] or (not part and _is_other(found[1], new, glued is not None)):
        return False
    new.end, new.unit = found[0], units[found[1]]
    new.kind, new.label, new.rule = "duration", "DURATION", "duration"
    if part := AND_A_PART.match(text, new.end):
        _add(new, PARTS[part[1].lower()])
        new.end = part.end()
    _to_whole(new)
    return True


def _of(text: str, new: Draft) -> re.Match[str] | None:
    """ "a quarter of an hour", "a couple of weeks": what joins a part or a pair to its unit."""
    part = new.exact and new.low is not None and not is_whole(new.low)
    pair = text[new.core_start:new.core_end].lower().endswith(tuple(values("pairs")))
    return OF.match(text, new.end) if part or pair else None


def _is_other(word: str, new: Draft, glued: bool) -> bool:
    """ "a second man", "min" and "sec" behind words are no units."""
    return word in words_file("units")["plural-needed"]["words"] and (new.form != "digits" or glued)


def _add(new: Draft, part: Decimal) -> None:
    new.low = None if new.low is None else new.low + part
    new.high = None if new.high is None else new.high + part


def _to_whole(new: Draft) -> None:
    """Decades become years; a fraction goes to the next smaller unit ("half a year" is 6 months)."""
    unit = WHOLE_UNITS.get(str(new.unit))
    if unit is None and new.exact and new.low is not None and not is_whole(new.low):
        unit = NEXT_SMALLER.get(str(new.unit))
    if unit is not None:
        _convert(new, unit)


def _sizes(unit: str | None) -> dict[str, int]:
    """How many of each smaller unit one of this unit has, as people count (a month has 30 days)."""
    sizes: dict[str, int] = words_file("units")["smaller"].get(str(unit), {})
    return sizes


def _convert(new: Draft, unit: str) -> None:
    size = _sizes(new.unit)[unit]
    new.low = None if new.low is None else _plain(new.low * size)
    new.high = None if new.high is None else _plain(new.high * size)
    new.unit = unit


def _plain(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def merge_durations(text: str, last: Draft, new: Draft) -> bool:
    """ "three years and six months": 42 months, one number."""
    if last.kind != "duration" or not last.exact or not new.exact:
        return False
    if _bare_minutes(text, last, new):
        new.kind, new.unit = "duration", "minute"
    if new.kind != "duration":
        return False
    size = _sizes(last.unit).get(str(new.unit))
    if size is None or last.low is None or new.low is None or new.low >= size:
        return False
    if not AND.fullmatch(text, last.end, new.start):
        return False
    _convert(last, str(new.unit))
    last.low = last.high = last.low + new.low
    last.end, last.core_end, last.rule = new.end, new.core_end, "mixed-duration"
    return True


def share_unit(text: str, last: Draft, new: Draft) -> None:
    """ "from three years to two", "from 12 to eight years", "to five years from seven": the unit is said once."""
    led = FROM.search(text, max(0, last.start - 8), last.start) and TO.fullmatch(text, last.end, new.start)
    if not led and not BACK_FROM.fullmatch(text, last.end, new.start):
        return
    if last.kind == "duration" and _is_plain(new) and BARE.match(text, new.end):
        new.kind, new.label, new.rule, new.unit = "duration", "DURATION", "unit-said-once", last.unit
    elif new.kind == "duration" and _is_plain(last) and led:
        last.kind, last.label, last.rule, last.unit = "duration", "DURATION", "unit-said-once", new.unit


def _is_plain(new: Draft) -> bool:
    return new.kind == "count" and new.fate is None and new.form in ("digits", "words")


def _bare_minutes(text: str, last: Draft, new: Draft) -> bool:
    """ "an hour and thirty" at the end of a clause."""
    bare = _is_plain(new) and last.unit == "hour"
    return bare and bool(MINUTES.fullmatch(text, last.end, new.start)) and ENDED.match(text, new.end) is not None


def same_unit(last: Draft, new: Draft) -> bool:
    """Brings both to one unit, the smaller ("one month to two years"); False where that cannot be."""
    if last.unit == new.unit:
        return True
    if last.kind == new.kind == "duration":
        if new.unit in _sizes(last.unit):
            _convert(last, str(new.unit))
        elif last.unit in _sizes(new.unit):
            _convert(new, str(last.unit))
    return last.unit == new.unit
