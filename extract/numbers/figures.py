"""Every figure of a text in order: digits, number words, fractions, ordinals, vague words and zeros."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

from extract.numbers.digits import four_places, read_digits
from extract.numbers.lexicon import HYPHEN, LETTER, SPACE, Ahead, Behind, alternation, values, words_file
from extract.numbers.words import Wording, read_words

Form = Literal["digits", "words", "fraction", "ordinal", "vague", "zero", "index", "note", "article", "life"]
TOKEN = re.compile(rf"(?P<digit>[\d¼-¾⅐-⅞]|(?<![\w.)\]”])\.\d)|(?P<note>[⁰¹²³⁴-⁹]+)|[{LETTER}]+")
ORDINAL_MARK = re.compile(rf"(?:{HYPHEN}|\s)?(?:st|nd|rd|th)(?![{LETTER}])", re.IGNORECASE)
HALF = re.compile(rf"half(?:{SPACE}|{HYPHEN})(?:an?(?:{SPACE}|{HYPHEN}))?(?=([a-z]+))", re.IGNORECASE)
HALF_OF = re.compile(
    rf"half(?={SPACE}(?:of|the|all|a|an|its|their|his|her|those|these|this|that|as|were|was|are|have|had)\b|[,.;:)]|{SPACE}?$)",
    re.IGNORECASE)
OF = re.compile(rf"{SPACE}(?:of|the)\b|[.,;:)]|\s*$|{SPACE}(?:more|less|fewer|are|were|is|was|have|has)\b")
HALF_WORD = re.compile(r"half\b", re.IGNORECASE)
BOUNDED = re.compile(r"\b(?:than|over|nearly|almost|about|just|by|roughly|around)\s$", re.IGNORECASE)
AS_MANY = re.compile(r"\b(?:as|how|not)\s$", re.IGNORECASE)
OF_TAIL = re.compile(r"\s+of(?:\s+(?:them|whom|the|those|these|which))?$", re.IGNORECASE)
NOR = re.compile(r"^[^.;]*\bnor\b")
LENGTH_BEFORE = re.compile(
    r"\b(?:than|for|within|nearly|almost|about|over|under|around|to|least|most|after|half|of|in|just|only|another|roughly)\s$",
    re.IGNORECASE)
LENGTH_AFTER = re.compile(
    rf"{SPACE}and{SPACE}(?:an?{SPACE})?(?:half|quarter|\d|two|three|four|five|six|seven|eight|nine|ten)\b|['’]s{SPACE}(?:imprisonment|prison|jail|detention|probation)", re.IGNORECASE)
ARTICLE = re.compile(rf"an?(?:{SPACE}|{HYPHEN})(?=([{LETTER}]+))", re.IGNORECASE)
BOTTOM = re.compile(rf"(?:{SPACE}?{HYPHEN}{SPACE}?|{SPACE})([a-z]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written, without modifiers and unit. `scale` is its last scale word's value ("15 million": 1000000)."""

    start: int
    end: int
    value: Decimal | None
    form: Form
    scale: Decimal = Decimal(1)
    vague: str | None = None


def read_figures(text: str) -> Iterator[Figure]:
    """In order, not overlapping; each maximal group of digits is inside one."""
    at, starters = 0, _starters()
    for token in TOKEN.finditer(text):
        start = token.start()
        if start < at:
            continue
        kind = token.lastgroup
        if kind is None and (kind := starters.get(token[0].lower())) is None:
            continue
        figure = _READERS[kind](text, start)
        if figure is not None:
            at = figure.end
            yield figure


@cache
def _starters() -> dict[str, str]:
    """word -> the reader that it calls."""
    words = words_file("words")
    starters = {phrase.split()[0].split("-")[0].lower(): "zero" for phrases in words["zero"].values() for phrase in phrases}
    starters |= {phrase.split()[0].lower(): "vague" for phrases in words["vague"].values() for phrase in phrases}
    starters |= dict.fromkeys(values("ordinals"), "ordinal")
    starters |= dict.fromkeys([*values("small"), *values("tens"), *values("scales")], "words")
    for word in words["only-behind"]["words"]:
        starters.pop(word, None)
    return starters | {"half": "half", "a": "article", "an": "article", "zero": "words", "minus": "minus", "negative": "minus",
                       "quarter": "quarter", "life": "life"}


def _digits(text: str, start: int) -> Figure | None:
    digits = read_digits(text, start)
    if digits is None:
        return Figure(start, start + 1, None, "digits")
    if digits.value is None:
        return Figure(start, digits.end, None, "index")
    if digits.form == "slash":
        return Figure(start, digits.end, digits.value, "fraction")
    if mark := ORDINAL_MARK.match(text, digits.end):
        return Figure(start, mark.end(), digits.value, "ordinal")
    if suffix := _suffixes().match(text, digits.end):
        scale = values("suffixes")[suffix[1]]
        return _signed(text, Figure(start, suffix.end(), digits.value * scale, "digits", scale))
    number = read_words(text, start, digits.value, digits.end) or Wording(digits.end, digits.value)
    return _signed(text, Figure(start, number.end, number.value, "digits", number.scale))


@cache
def _suffixes() -> re.Pattern[str]:
    return re.compile(rf"[^\S\n]?({alternation(values('suffixes'))})(?![{LETTER}\d]|\.[{LETTER}])")


def _signed(text: str, figure: Figure) -> Figure:
    """-504: a minus glued to the figure, with nothing but white space before it."""
    start = figure.start
    if text[start - 1:start] not in ("-", "−") or (start > 1 and not text[start - 2].isspace()) or figure.value is None:
        return figure
    if re.match(rf"{SPACE}[a-z]", text[figure.end:figure.end + 3]):
        return figure
    return Figure(start - 1, figure.end, -figure.value, figure.form, figure.scale)


def _words(text: str, start: int) -> Figure | None:
    number = read_words(text, start)
    if number is None:
        return None
    ordinal = _ordinal_tail(text, number)
    if ordinal is not None:
        return Figure(start, *ordinal, "ordinal")
    part = _fraction(text, number)
    if part is not None:
        return Figure(start, *part, "fraction" if part[1] < 1 else "words")
    return Figure(start, number.end, number.value, "words", number.scale)


def _ordinal_tail(text: str, number: Wording) -> tuple[int, Decimal] | None:
    """ "twenty-fifth", "two hundred and third": an ordinal behind a ten or a scale."""
    tail = re.compile(rf"(?:{SPACE}?{HYPHEN}{SPACE}?|{SPACE})(?:and{SPACE})?([a-z]+)", re.IGNORECASE).match(text, number.end)
    value = values("ordinals").get(tail[1].lower()) if tail else None
    if tail is None or value is None or number.value % 10 != 0 or number.value == 0 or value >= 100:
        return None
    return (tail.end(), number.value + value) if number.value >= 100 or value < 10 else None


def _fraction(text: str, number: Wording) -> tuple[int, Decimal] | None:
    """ "two thirds", "three-quarters", "one fifth"; "a hundred and two thirds" adds, "a million and two thirds" is of the scale."""
    found = BOTTOM.match(text, number.end)
    if not found or number.value <= 0:
        return None
    word = found[1].lower()
    bottom = values("denominators").get({"halves": "half"}.get(word, word.removesuffix("s")))
    base = number.before_and
    top = number.value - base.value if base else number.value
    if bottom is None or word.endswith("s") != (top != 1) or (word == "half" and top != 1):
        return None
    if base and top < bottom:
        return found.end(), four_places(base.value + top / bottom * (base.scale if base.scale >= 1000 else 1))
    if word.startswith("quarter") and found[0][0].isspace() and not OF.match(text, found.end()):
        return None
    return found.end(), four_places(number.value / bottom)


def _article(text: str, start: int) -> Figure | None:
    """ "a hundred", "a dozen", "a third of", "a few", "a couple"; else an article is no number."""
    found = ARTICLE.match(text, start)
    if found is None:
        return None
    word = found[1].lower()
    if word in values("scales"):
        scaled = _words(text, found.end())
        return scaled and replace(scaled, start=start)
    if word == "single" and re.match(rf"{SPACE}[a-z]", text[found.end(1):found.end(1) + 3]):
        return Figure(start, found.end(1), Decimal(1), "words")
    if word in _lengths() and _is_length(text, start, found.end(1)):
        return Figure(start, len(text[:found.end()].rstrip()), Decimal(1), "article")
    if word in values("pairs"):
        return Figure(start, found.end(1), values("pairs")[word], "words")
    bottom = values("denominators").get(word)
    if bottom is not None and (scaled := read_words(text, _skip(text, found.end(1)))) and scaled.scale == scaled.value > 999:
        return Figure(start, scaled.end, scaled.value / bottom, "words", scaled.scale)
    if bottom is not None and OF.match(text, found.end(1)):
        return Figure(start, found.end(1), four_places(1 / bottom), "fraction")
    return _vague(text, start)


def _skip(text: str, at: int) -> int:
    """Behind white space or "of a"."""
    found = re.compile(rf"{SPACE}(?:of{SPACE}an?{SPACE})?").match(text, at)
    return found.end() if found else at


@cache
def _lengths() -> frozenset[str]:
    """The singular of each unit of time."""
    return frozenset(words_file("units")["durations"])


def _is_length(text: str, start: int, end: int) -> bool:
    """ "for a year", "a year and a half": the article is a figure; "five days a week": it is not."""
    return bool(LENGTH_BEFORE.search(text[max(0, start - 12):start]) or LENGTH_AFTER.match(text, end))


def _life(text: str, start: int) -> Figure | None:
    """ "life imprisonment", "sentenced to life", "eight years to life": a sentence without a figure."""
    rules = words_file("units")["life"]
    ahead, behind = re.compile(rules["ahead"]), re.compile(rules["behind"], re.IGNORECASE)
    if ahead.match(text, start + 4) or behind.search(text[max(0, start - 60):start]) and not re.compile(rules["not-ahead"]).match(text, start + 4):
        return Figure(start, start + 4, None, "life")
    return None


def _half(text: str, start: int) -> Figure | None:
    """ "half a million" is a figure, "half of them" a fraction, "half-brother" neither."""
    found = HALF.match(text, start)
    if found and found[1].lower() in values("scales"):
        number = read_words(text, found.end())
        if number:
            return Figure(start, number.end, number.value / 2, "words", number.scale)
    if found and found[1].lower() in _lengths():
        return Figure(start, len(text[:found.end()].rstrip(" -")), Decimal("0.5"), "fraction")
    whole = HALF_OF.match(text, start) or (BOUNDED.search(text[max(0, start - 10):start]) and HALF_WORD.match(text, start))
    return Figure(start, whole.end(), Decimal("0.5"), "fraction") if whole else None


def _quarter(text: str, start: int) -> Figure | None:
    """ "quarter of an hour", "a quarter of" (read by its article)."""
    found = re.compile(rf"quarter(?={SPACE}of{SPACE}(?:an?|the){SPACE}(?:hour|century|population))", re.IGNORECASE).match(text, start)
    return Figure(start, found.end(), Decimal("0.25"), "fraction") if found else None


def _ordinal(text: str, start: int) -> Figure | None:
    word = re.compile(rf"[{LETTER}]+").match(text, start)
    return Figure(start, word.end(), values("ordinals")[word[0].lower()], "ordinal") if word else None


def _minus(text: str, start: int) -> Figure | None:
    sign = re.compile(rf"(?:minus|negative){SPACE}(?=\d|[a-z])", re.IGNORECASE).match(text, start)
    if sign is None:
        return None
    figure = _digits(text, sign.end()) if text[sign.end()].isdigit() else _words(text, sign.end())
    if figure is None or figure.value is None or figure.form == "ordinal":
        return None
    return Figure(start, figure.end, -figure.value, figure.form, figure.scale)


@cache
def _vague_words() -> tuple[Ahead, dict[str, str]]:
    rows = words_file("words")["vague"]
    return Ahead(phrase for phrases in rows.values() for phrase in phrases), {
        phrase: word for word, phrases in rows.items() for phrase in phrases}


def _vague(text: str, start: int) -> Figure | None:
    phrases, meaning = _vague_words()
    found = phrases.match(text, start)
    if found is None or AS_MANY.search(text[max(0, start - 5):start]):
        return None
    end, phrase = found
    if (tail := OF_TAIL.search(text, start, end)) and meaning[phrase] not in ("tens of thousands", "hundreds of thousands"):
        end = tail.start()  # "of" joins figure and noun, it is not the figure's
    return Figure(start, end, None, "vague", vague=meaning[phrase])


@cache
def _zero_words() -> tuple[Ahead, Ahead]:
    words = words_file("words")
    return (Ahead(phrase for phrases in words["zero"].values() for phrase in phrases), Ahead(words["not-zero"]["words"]))


def _zero(text: str, start: int) -> Figure | None:
    """ "no" only where it determines a noun group: "no convictions", never "no longer", "No. 5", "No, he said"."""
    zero, never = _zero_words()
    found = zero.match(text, start)
    if found is None:
        return None
    end, phrase = found
    if phrase.startswith("neither"):
        end = start + len("neither")
    if phrase.startswith("neither") and NOR.search(text[start:start + 80]):
        return None
    if phrase == "no" and (not re.match(rf"{SPACE}[{LETTER}]", text[end:end + 4]) or never.match(text, end) or text[start:end] == "NO"):
        return None
    return Figure(start, end, Decimal(0), "zero")


def _note(text: str, start: int) -> Figure | None:
    found = re.compile(r"[⁰¹²³⁴-⁹]+").match(text, start)
    return Figure(start, found.end(), None, "note") if found else None


_READERS = {"digit": _digits, "words": _words, "article": _article, "half": _half, "quarter": _quarter, "ordinal": _ordinal,
            "vague": _vague, "zero": _zero, "note": _note, "minus": _minus,
            "life": _life}
__all__ = ["Behind", "Figure", "Form", "read_figures"]
