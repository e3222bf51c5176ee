"""Cardinal and ordinal numbers in digits or words, with their scale, suffix and sign."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from extract.numbers.digits import read_digits
from extract.numbers.figure import Figure
from extract.numbers.fractions import fraction
from extract.numbers.lexicon import HYPHEN, LETTER, SPACE, alternation, values
from extract.numbers.ordinals import ordinal_tail
from extract.numbers.words import Wording, read_words

ORDINAL_MARK = re.compile(rf"(?:{HYPHEN}|\s)?(?:st|nd|rd|th)(?![{LETTER}])", re.IGNORECASE)
# the ending of "143d"
SHORT_MARK = re.compile(r"(?<=[23])d(?= (?!print|model|image|imag|graphic|film|movie|render|scan|view|map)[a-z])")
MINUS = re.compile(rf"(?:minus|negative){SPACE}(?=\d|[a-z])", re.IGNORECASE)
BILLION = re.compile(rf"[bB](?![{LETTER}\d]|[-–/])")
MINUS_SIGNS = "-−"
ENDS_CELL = re.compile(r"[^\S\n]?%?[^\S\n]?(?:$|[\n\t|])")
LOWER = re.compile(rf"{SPACE}[a-z]")


def digits(text: str, start: int) -> Figure | None:
    """7,413 · 1.5 million · 3k · 9th · 3/4 · 1.2.3"""
    read = read_digits(text, start)
    if read is None:
        return Figure(start, start + 1, None, "digits")
    if read.value is None:
        return Figure(start, read.end, None, "index")
    if read.form == "slash":
        return _signed(text, Figure(start, read.end, read.value, "fraction"))
    if (mark := ORDINAL_MARK.match(text, read.end)) or (mark := _short_mark(text, start, read.end)):
        return Figure(start, mark.end(), read.value, "ordinal")
    if suffix := _suffixes().match(text, read.end):
        scale = values("suffixes")[suffix[1]]
        return _signed(text, Figure(start, suffix.end(), read.value * scale, "digits", scale))
    if (suffix := _people_suffix().match(text, read.end)) or (suffix := _decimal_suffix(text, start, read.end)):
        scale = _letter_scales()[suffix[0][0].lower()]
        return Figure(start, read.end + 1, read.value * scale, "digits", scale)
    number = read_words(text, start, read.value, read.end) or Wording(read.end, read.value)
    return _signed(text, Figure(start, number.end, number.value, "digits", number.scale))


def _short_mark(text: str, start: int, end: int) -> re.Match[str] | None:
    """ "the 143d day", never the series of "F.3d at 12"."""
    return None if text[start - 1:start].strip() else SHORT_MARK.match(text, end)


@cache
def _suffixes() -> re.Pattern[str]:
    return re.compile(rf"[^\S\n]{{0,2}}({alternation(values('suffixes'))})(?![{LETTER}\d]|\.[{LETTER}])")


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
    """A figure with the minus that is its own: "-504" in a sentence, "- 504" in a cell."""
    start = figure.start
    if figure.value is None or start == 0:
        return figure
    if text[start - 1] in MINUS_SIGNS:
        mine, sign = _is_minus_in_sentence(text, figure), start - 1
    else:
        mine, sign = _is_minus_in_cell(text, figure), start - 2
    return replace(figure, start=sign, value=-figure.value) if mine else figure


def _is_minus_in_sentence(text: str, figure: Figure) -> bool:
    """A minus glued to the figure, with white space or nothing before it and no noun behind it."""
    apart = figure.start == 1 or text[figure.start - 2].isspace()
    return apart and not LOWER.match(text, figure.end)


def _is_minus_in_cell(text: str, figure: Figure) -> bool:
    """A minus that stands apart, where the line or cell holds nothing else; else it opens a point of a list."""
    sign = figure.start - 2
    if sign < 0 or text[sign] not in MINUS_SIGNS or not text[sign + 1].isspace():
        return False
    return (sign == 0 or text[sign - 1] in "\n\t|") and ENDS_CELL.match(text, figure.end) is not None


def words(text: str, start: int) -> Figure | None:
    """ "three hundred and six", "twenty-fifth", "two thirds"."""
    number = read_words(text, start)
    if number is None:
        return None
    return (ordinal_tail(text, start, number) or fraction(text, start, number)
            or Figure(start, number.end, number.value, "words", number.scale))


def minus(text: str, start: int) -> Figure | None:
    """ "minus five", "negative 1200"."""
    sign = MINUS.match(text, start)
    if sign is None or text[max(0, start - 8):start].lower() == "plus or ":
        return None
    figure = digits(text, sign.end()) if text[sign.end()].isdigit() else words(text, sign.end())
    if figure is None or figure.value is None or figure.form == "ordinal":
        return None
    return replace(figure, start=start, value=-figure.value)
