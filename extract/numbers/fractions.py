"""Fractions, and what an article can begin: "two thirds", "half a million", "a hundred", "a couple", "a year"."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from extract.numbers.digits import exact
from extract.numbers.figure import Figure
from extract.numbers.lexicon import HYPHEN, LETTER, SPACE, alternation, values, words_file
from extract.numbers.ordinals import denominator, ordinal_tail
from extract.numbers.pronouns import one_more_ahead
from extract.numbers.vague import vague
from extract.numbers.words import Wording, read_words

ARTICLE = re.compile(rf"an?(?:{SPACE}|{HYPHEN})(?=([{LETTER}]+))", re.IGNORECASE)
HALF = re.compile(rf"half(?:{SPACE}|{HYPHEN})(?:an?(?:{SPACE}|{HYPHEN}))?(?=([a-z]+))", re.IGNORECASE)
HALF_WORD = re.compile(r"half\b", re.IGNORECASE)
DENOMINATOR = re.compile(rf"(?:{SPACE}?{HYPHEN}{SPACE}?|{SPACE})([a-z]+)", re.IGNORECASE)
OF_A = re.compile(rf"{SPACE}(?:of{SPACE}an?{SPACE})?")
QUARTER = re.compile(rf"quarter(?={SPACE}of{SPACE}(?:an?|the){SPACE}(?:hour|century|population))", re.IGNORECASE)
PAIR_OF = re.compile(rf"{SPACE}(?:of{SPACE})?([a-z]+)\b", re.IGNORECASE)
NOUN = re.compile(rf"{SPACE}[a-z]")
VERB_BEFORE = re.compile(r"(?:ed|ing|hurt|shot|left)\s(?:and\s)?$")  # "killed two and wounded a third."
CLAUSE_END = re.compile(r"[.,;]|\s(?:in|at|on|near|when|as|by|with|who|dead)\b")
ENDS = re.compile(r"[.!?]\s")
ROW = 160  # characters before "a third" in which the two before it may stand


@cache
def _around(name: str) -> re.Pattern[str]:
    """One of the word lists of [around-fractions], as what stands before or behind a place."""
    words = alternation(words_file("words")["around-fractions"][name])
    before = rf"(?<![{LETTER}]){words}\s$"
    ahead = rf"{SPACE}{words}(?![{LETTER}])|[,.;:)]|\s*$"
    return re.compile(before if name.endswith("before") else ahead, re.IGNORECASE)


def fraction(text: str, start: int, number: Wording) -> Figure | None:
    """ "two thirds", "three-quarters"; "a hundred and two thirds"; in "a million and two thirds" the scale counts."""
    found = _simple_parts(text, number) or denominator(text, number.end)
    if found is None or number.value <= 0:
        return None
    end, bottom, plural = found
    top, base = number.value, number.before_and
    if base and number.value - base.value < bottom:
        top -= base.value
    elif not base and plural and (tens := _tens_of(number.value)) and bottom < 10:
        top, bottom = top - tens, bottom + tens  # "one hundred thirty fifths"
    if plural != (top != 1):
        return None
    value = top / bottom
    if base and top < bottom:
        value = base.value + value * (base.scale if base.scale >= 1000 else 1)
    if value < 1 and (whole := _of_scale(text, end)):
        return Figure(start, whole.end, value * whole.value, "words", whole.scale)
    return Figure(start, end, exact(value), "fraction" if value < 1 else "words")


def _simple_parts(text: str, number: Wording) -> tuple[int, Decimal, bool] | None:
    """(end, value, whether it is in the plural) of a denominator in one word: "thirds", "half"."""
    found = DENOMINATOR.match(text, number.end)
    word = found[1].lower() if found else ""
    bottom = values("denominators").get({"halves": "half"}.get(word, word.removesuffix("s")))
    return (found.end(), bottom, word.endswith("s")) if found and bottom is not None else None


def _tens_of(value: Decimal) -> Decimal:
    """The thirty of 130; 0 where the number does not end in a ten behind a hundred."""
    tens = value % 100
    return tens if value > 100 and tens >= 20 and tens % 10 == 0 else Decimal(0)


def _of_scale(text: str, at: int) -> Wording | None:
    """The million of "three quarters of a million"."""
    gap = OF_A.match(text, at)
    scaled = read_words(text, gap.end()) if gap else None
    return scaled if scaled and scaled.scale == scaled.value >= 1000 else None


def article(text: str, start: int) -> Figure | None:
    """ "a hundred", "a third of", "a few", "a couple", "a single", "a dollar a day"; else an article is no number."""
    found = ARTICLE.match(text, start)
    if found is None:
        return None
    word = found[1].lower()
    if word in values("scales"):
        return _scaled(text, start, found.end())
    if word == "single" and NOUN.match(text, found.end(1)):
        return Figure(start, found.end(1), values("small")["one"], "words")
    if word in _lengths():
        return _length(text, start, found)
    if word in words_file("money")["coins"]["names"] and _is_price(text, start, found.end(1)):
        return Figure(start, len(text[:found.end()].rstrip()), values("small")["one"], "article")
    if word in values("pairs"):
        return _pair(text, start, found.end(1), values("pairs")[word])
    return _part(text, start, found, word) or vague(text, start)


def _is_price(text: str, start: int, end: int) -> bool:
    """ "a dollar a day", "sold for a dollar", "a dollar" alone in its cell; never "the shape of a coin"."""
    before, ahead = _around_coin()
    alone = len(text.strip()) == end - start
    return alone or bool(ahead.match(text, end) or before.search(text[max(0, start - 12):start]))


@cache
def _around_coin() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before and behind a single coin that is a price."""
    coins = words_file("money")["coins"]
    return re.compile(rf"\b{alternation(coins['before'])}\s$", re.IGNORECASE), re.compile(coins["ahead"])


def _pair(text: str, start: int, end: int, size: Decimal) -> Figure:
    """ "a couple", "a couple of dozen"."""
    scale = PAIR_OF.match(text, end)
    if scale and scale[1].lower() in values("scales"):
        value = size * values("scales")[scale[1].lower()]
        return Figure(start, scale.end(), value, "words", value / size)
    return Figure(start, end, size, "words")


def _scaled(text: str, start: int, at: int) -> Figure | None:
    number = read_words(text, at)
    if number is None:
        return None
    part = ordinal_tail(text, start, number) or fraction(text, start, number)
    return part or Figure(start, number.end, number.value, "words", number.scale)


def _part(text: str, start: int, found: re.Match[str], word: str) -> Figure | None:
    """ "a third of them", "a quarter of a million"; "a third man" is an ordinal."""
    bottom = values("denominators").get(word)
    if bottom is None:
        return None
    if scaled := _of_scale(text, found.end(1)):
        return Figure(start, scaled.end, scaled.value / bottom, "words", scaled.scale)
    if _is_one_more(text, start, found.end(1), bottom):
        return Figure(start, found.end(1), values("small")["one"], "pronoun")
    whole = _around("part-ahead").match(text, found.end(1))
    return Figure(start, found.end(1), exact(1 / bottom), "fraction") if whole else None


def _is_one_more(text: str, start: int, end: int, place: Decimal) -> bool:
    """ "two were hurt and a third killed", "three died; a fourth is missing": one person, the next in the row."""
    object_of = VERB_BEFORE.search(text, max(0, start - 12), start) and CLAUSE_END.match(text, end)
    if not object_of and not one_more_ahead().match(text, end):
        return False
    before = ENDS.split(text[max(0, start - ROW) : start])[-1]
    words = [word for word, value in values("small").items() if value == place - 1]
    row = rf"(?<![\w-]){alternation([*words, str(place - 1)])}(?![\w-])"
    return re.search(row, before, re.IGNORECASE) is not None


@cache
def _lengths() -> frozenset[str]:
    """The singular of each unit of time; "a second" is most often one more."""
    return frozenset(words_file("units")["durations"]) - {"second"}


def _length(text: str, start: int, found: re.Match[str]) -> Figure | None:
    """ "for a year", "a year and a half": the article is a figure; in "five days a week" it is not."""
    before = _around("length-before").search(text[max(0, start - 12):start])
    alone = len(text.strip()) == found.end(1) - start
    if before or alone or _length_ahead().match(text, found.end(1)):
        return Figure(start, len(text[:found.end()].rstrip()), values("small")["one"], "article")
    return None


@cache
def _length_ahead() -> re.Pattern[str]:
    """ "and a half", "and ten days", "'s imprisonment", "-long" behind "a year"."""
    table = words_file("words")["around-fractions"]
    parts = alternation([*table["length-and"], *values("small"), *values("tens")])
    more = rf"{SPACE}and{SPACE}(?:an?{SPACE})?(?:\d|{parts}\b)|{HYPHEN}(?:long|and)\b"
    custody = alternation(table["length-of"])
    return re.compile(rf"{more}|['’]s{SPACE}{custody}\b", re.IGNORECASE)


def half(text: str, start: int) -> Figure | None:
    """ "half a million" is a figure, "half of them" a fraction, "half-brother" neither."""
    found = HALF.match(text, start)
    one_half = values("small")["one"] / 2
    if found and found[1].lower() in values("scales"):
        scaled = _scaled(text, start, found.end())
        return scaled and replace(scaled, value=(scaled.value or 0) * one_half)
    if found and found[1].lower() in _lengths():
        return Figure(start, len(text[:found.end()].rstrip(" -")), one_half, "fraction")
    bounded = _around("half-before").search(text[max(0, start - 10):start]) and HALF_WORD.match(text, start)
    whole = HALF_WORD.match(text, start) if _around("half-ahead").match(text, start + 4) else bounded
    return Figure(start, whole.end(), one_half, "fraction") if whole else None


def quarter(text: str, start: int) -> Figure | None:
    """ "quarter of an hour"; "a quarter of" is read by its article."""
    found = QUARTER.match(text, start)
    return Figure(start, found.end(), values("small")["one"] / 4, "fraction") if found else None
