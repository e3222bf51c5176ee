"""Units around a figure: per cent, durations, ages."""

import re
from decimal import Decimal
from functools import cache

from extract.numbers.draft import Draft
from extract.numbers.lexicon import SPACE, Ahead, Behind, words_file

GLUE = re.compile(r"[^\S\n]?[-‐‑–][^\S\n]?")
AND = re.compile(rf",?(?:{SPACE}and)?{SPACE}(?:an?{SPACE})?|-and-|{SPACE}")
AND_A_HALF = re.compile(rf"{SPACE}and{SPACE}(?:(?:an?|one){SPACE})?half\b|{SPACE}and{SPACE}(?:an?|one){SPACE}quarter\b", re.IGNORECASE)
NAMED_AGE = re.compile(r"[A-ZÀ-Þ][\w'’.-]+,\s*$")
AGE_CLOSED = re.compile(r"\s*(?:,|\)|;|\.|and\b|who\b|whose\b|was\b|from\b)")
SENTENCE_WORDS = frozenset(("Section", "Sections", "Article", "Articles", "Rule", "Rules", "Chapter", "Page", "No", "Table"))


@cache
def _durations() -> tuple[Ahead, dict[str, str]]:
    rows = words_file("units")["durations"]
    return Ahead(w for words in rows.values() for w in words), {w: unit for unit, words in rows.items() for w in words}


@cache
def _phrases(direction: str, name: str) -> Ahead | Behind:
    words = words_file("units")[name.split(".")[0]][name.split(".")[1]]
    return Ahead(words) if direction == "ahead" else Behind(words)


def percent(text: str, new: Draft) -> bool:
    """12 %, 12 per cent, a 12-percent rise."""
    found = _percent().match(text, new.end)
    if found:
        new.end, new.kind, new.label, new.unit, new.rule = found.end(), "percent", "PERCENT", None, "percent"
    return found is not None


@cache
def _percent() -> re.Pattern[str]:
    writings = sorted(words_file("units")["percent"]["writings"], key=len, reverse=True)
    return re.compile(r"[\s-]{0,2}(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in writings) + r")(?![A-Za-z])", re.IGNORECASE)


def duration(text: str, new: Draft) -> bool:
    """ "six years", "18-month", "two and a half years", "a year and a half" (the figure is the article)."""
    ahead, units = _durations()
    glued = GLUE.match(text, new.end)
    found = ahead.match(text, glued.end() if glued else new.end)
    if not found or "\n\n" in text[new.end:found[0]]:
        return False
    end, word = found
    exceptions = words_file("units")["plural-needed"]["words"]
    if word in exceptions and ((new.form != "digits" and not (word == "min")) or glued):
        return False
    new.end, new.unit, new.kind, new.label, new.rule = end, units[word], "duration", "DURATION", "duration"
    if half := AND_A_HALF.match(text, new.end):
        _add(new, Decimal("0.25") if half[0].endswith("quarter") else Decimal("0.5"))
        new.end = half.end()
    _smallest(new)
    return True


def _add(new: Draft, part: Decimal) -> None:
    new.low = None if new.low is None else new.low + part
    new.high = None if new.high is None else new.high + part


def _smallest(new: Draft) -> None:
    """Decades become years, and a fraction of a unit goes to the next smaller unit where that makes it whole."""
    sizes = words_file("units")["smaller"]
    if new.unit in ("decade", "century", "fortnight"):
        _convert(new, next(iter(sizes[new.unit])))
    if new.unit in ("year", "day", "hour", "minute") and new.exact and new.low is not None and new.low % 1:
        _convert(new, {"year": "month", "day": "hour", "hour": "minute", "minute": "second"}[new.unit])


def _convert(new: Draft, unit: str) -> None:
    size = Decimal(words_file("units")["smaller"][str(new.unit)][unit])
    new.low = None if new.low is None else (new.low * size).normalize() + 0
    new.high = None if new.high is None else (new.high * size).normalize() + 0
    new.unit = unit


def merge_durations(text: str, last: Draft, new: Draft) -> bool:
    """ "three years and six months" is 42 months, "eight to ten years" and "one month to two years" are ranges."""
    if last.kind != "duration" or new.kind != "duration" or not last.exact or not new.exact or last.unit is None:
        return False
    sizes = words_file("units")["smaller"].get(last.unit, {})
    if new.unit not in sizes or not AND.fullmatch(text, last.end, new.start) or new.low is None or new.low >= sizes[new.unit]:
        return False
    _convert(last, str(new.unit))
    last.low = last.high = (last.low or 0) + new.low
    last.end, last.core_end, last.rule = new.end, new.core_end, "mixed-duration"
    return True


def same_unit(last: Draft, new: Draft) -> bool:
    """Both in one unit, the smaller; False where that cannot be."""
    if last.unit == new.unit:
        return True
    sizes = words_file("units")["smaller"]
    if last.kind == new.kind == "duration" and last.unit and new.unit:
        if new.unit in sizes.get(last.unit, {}):
            _convert(last, new.unit)
            return True
        if last.unit in sizes.get(new.unit, {}):
            _convert(new, last.unit)
            return True
    return False


def age(text: str, last: Draft | None, new: Draft) -> bool:
    """ "aged 23", "a 41-year-old", "Kelley, 26,", "a girl of 8", "children under 5"."""
    if (new.low is None and new.high is None) or (new.high or 0) > 120 or new.scale > 1:
        return False
    found = _phrases("ahead", "age.ahead").match(text, new.end)
    if found:
        return _aged(new, new.start, found[0], "age-years-old")
    behind = _phrases("behind", "age.behind").match(text, new.start)
    if behind:
        return _aged(new, new.start, new.end, "aged")
    if last is not None and last.rule in ("aged", "ages-listed") and re.fullmatch(rf",?{SPACE}(?:and|or|to){SPACE}|,{SPACE}|[-–]", text[last.end:new.start]):
        return _aged(new, new.start, new.end, "ages-listed")
    if _phrases("behind", "age.person-of").match(text, new.start):
        return _aged(new, new.start, new.end, "person-of-age")
    if new.form == "digits" and _named(text, new):
        return _aged(new, new.start, new.end, "age-in-apposition")
    return _limit(text, new)


def _named(text: str, new: Draft) -> bool:
    if new.low is None or new.low != new.high or not 1 <= new.low <= 105 or new.low % 1:
        return False
    name = NAMED_AGE.search(text[max(0, new.start - 30):new.start])
    return bool(name and AGE_CLOSED.match(text, new.end) and name[0].split(",")[0] not in SENTENCE_WORDS and text[new.end:new.end + 1] == ",")


def _limit(text: str, new: Draft) -> bool:
    """ "under 18", "children under five": an age, where a person stands before it or the figure is a legal age."""
    found = _limits().match(text, new.start)
    if found is None:
        return False
    start, word = found
    person = _phrases("behind", "age.limited").match(text, start)
    legal = text[new.core_start:new.core_end] in words_file("units")["age"]["limits"]
    if not (person and (legal or (word in ("under", "below") and person[1] in ("children", "infants", "child")))):
        return False
    follow = re.match(rf"{SPACE}([a-z]+)", text[new.end:new.end + 24])
    if follow and follow[1].endswith("s") and follow[1] not in ("years", "was", "is", "as"):
        return False
    if word in ("under", "below"):
        new.low, new.high_open = None, True
    else:
        new.high, new.low_open = None, True
    new.start = start
    return _aged(new, start, new.end, "age-limit")


@cache
def _limits() -> Behind:
    return Behind(words_file("units")["age"]["limit"])


def _aged(new: Draft, start: int, end: int, rule: str) -> bool:
    new.start, new.end, new.fate, new.label, new.unit, new.rule = start, end, "age", "AGE", "year", rule
    return True
