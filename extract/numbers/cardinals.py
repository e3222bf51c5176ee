"""Cardinal and ordinal numbers in digits or words, with their scale, suffix and sign."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from extract.numbers.digits import read_digits
from extract.numbers.figure import Figure
from extract.numbers.fractions import fraction
from extract.numbers.lexicon import HYPHEN, LETTER, SPACE, alternation, values
from extract.numbers.words import Wording, read_words

ORDINAL_MARK = re.compile(rf"(?:{HYPHEN}|\s)?(?:st|nd|rd|th)(?![{LETTER}])", re.IGNORECASE)
ORDINAL_TAIL = re.compile(rf"(?:{SPACE}?{HYPHEN}{SPACE}?|{SPACE})(?:and{SPACE})?([a-z]+)", re.IGNORECASE)
WORD = re.compile(rf"[{LETTER}]+")
MINUS = re.compile(rf"(?:minus|negative){SPACE}(?=\d|[a-z])", re.IGNORECASE)
BILLION = re.compile(rf"[bB](?![{LETTER}\d]|[-–/])")
LOWER = re.compile(rf"{SPACE}[a-z]")


def digits(text: str, start: int) -> Figure | None:
    """7,413 · 1.5 million · 3k · 9th · 3/4 · 1.2.3"""
    read = read_digits(text, start)
    if read is None:
        return Figure(start, start + 1, None, "digits")
    if read.value is None:
        return Figure(start, read.end, None, "index")
    if read.form == "slash":
        return Figure(start, read.end, read.value, "fraction")
    if mark := ORDINAL_MARK.match(text, read.end):
        return Figure(start, mark.end(), read.value, "ordinal")
    if suffix := _suffixes().match(text, read.end):
        scale = values("suffixes")[suffix[1]]
        return _signed(text, Figure(start, suffix.end(), read.value * scale, "digits", scale))
    if (suffix := _people_suffix().match(text, read.end)) or (suffix := _decimal_suffix(text, start, read.end)):
        scale = _letter_scales()[suffix[0][0].lower()]
        return Figure(start, read.end + 1, read.value * scale, "digits", scale)
    number = read_words(text, start, read.value, read.end) or Wording(read.end, read.value)
    return _signed(text, Figure(start, number.end, number.value, "digits", number.scale))


@cache
def _suffixes() -> re.Pattern[str]:
    return re.compile(rf"[^\S\n]?({alternation(values('suffixes'))})(?![{LETTER}\d]|\.[{LETTER}])")


@cache
def _people_suffix() -> re.Pattern[str]:
    """ "1.5m people"; "1.5m" alone is a length."""
    return re.compile(rf"{alternation(values('people-suffix'))}\b")


def _decimal_suffix(text: str, start: int, end: int) -> re.Match[str] | None:
    """ "1.2b": behind decimals b is a billion; m may be metres."""
    return BILLION.match(text, end) if "." in text[start:end] else None


@cache
def _letter_scales() -> dict[str, Decimal]:
    """m and b as they count people."""
    return {writing[0]: scale for writing, scale in values("people-suffix").items()}


def _signed(text: str, figure: Figure) -> Figure:
    """-504: a minus glued to the figure, with white space or nothing before it and no noun behind it."""
    start = figure.start
    if text[start - 1:start] not in ("-", "−") or (start > 1 and not text[start - 2].isspace()) or figure.value is None:
        return figure
    return figure if LOWER.match(text, figure.end) else replace(figure, start=start - 1, value=-figure.value)


def words(text: str, start: int) -> Figure | None:
    """ "three hundred and six", "twenty-fifth", "two thirds"."""
    number = read_words(text, start)
    if number is None:
        return None
    return (_ordinal_tail(text, start, number) or fraction(text, start, number)
            or Figure(start, number.end, number.value, "words", number.scale))


def _ordinal_tail(text: str, start: int, number: Wording) -> Figure | None:
    """ "twenty-fifth", "two hundred and third": an ordinal behind a ten or a hundred."""
    tail = ORDINAL_TAIL.match(text, number.end)
    value = values("ordinals").get(tail[1].lower()) if tail else None
    if tail is None or value is None or number.value % 10 != 0 or number.value == 0:
        return None
    if value >= (100 if number.value >= 100 else 10):
        return None
    return Figure(start, tail.end(), number.value + value, "ordinal")


def ordinal(text: str, start: int) -> Figure | None:
    """ "first", "twelfth"."""
    word = WORD.match(text, start)
    return Figure(start, word.end(), values("ordinals")[word[0].lower()], "ordinal") if word else None


def minus(text: str, start: int) -> Figure | None:
    """ "minus five", "negative 1200"."""
    sign = MINUS.match(text, start)
    if sign is None:
        return None
    figure = digits(text, sign.end()) if text[sign.end()].isdigit() else words(text, sign.end())
    if figure is None or figure.value is None or figure.form == "ordinal":
        return None
    return replace(figure, start=start, value=-figure.value)
