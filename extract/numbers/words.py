"""Number words: "three hundred and twelve thousand" -> Decimal, one word after another."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from extract.numbers.digits import FIGURE, four_places, read_digits
from extract.numbers.lexicon import HYPHEN, LETTER, SPACE, values
from extract.numbers.whole import is_whole

WITHIN = {Decimal(100): 100, Decimal(12): 1000}  # hundred and dozen: the figure before them must be smaller
ZERO, ONE, TEN, HUNDRED, THOUSAND = (Decimal(n) for n in (0, 1, 10, 100, 1000))
LARGEST = Decimal(10) ** 15  # no larger figure is continued in words, and decimals count exactly to there
GLUED_SCALE = r"(?<=\d)(?=[a-z]{5}|(?i:lakhs?|lacs?|ml?n|bln|cr)\b)"  # 5million, 5mln
JOINT = re.compile(rf"(?:{SPACE}|{SPACE}?{HYPHEN}{SPACE}?|{GLUED_SCALE})(?:(and){SPACE})?(?=[{LETTER}\d])")
DASH = re.compile(HYPHEN)  # "5 million-6 million" is a range
NEXT_WORD = re.compile(rf"(?:{SPACE}|{SPACE}?{HYPHEN}{SPACE}?)?([{LETTER}]+)")
WORD = re.compile(rf"[{LETTER}]+")
ABBREVIATED = re.compile(rf"\.[{LETTER}]")  # "320 Cr.P.C." has no crore
FIGURES_BEHIND_POINT = re.compile(rf"(?<=\d){SPACE}point{SPACE}(\d{{1,9}})(?![\d.,])", re.IGNORECASE)
POINT = re.compile(rf"{SPACE}point((?:{SPACE}[a-z]+(?:-[a-z]+)?)+)", re.IGNORECASE)
OF_NO_WHOLE = rf"{SPACE}of\b(?!{SPACE}(?:an?{SPACE})?(?:hour|day|week|month|year|decade|century|million|billion))"
AND_A_HALF = re.compile(
    rf"(?:{SPACE}|-)and(?:{SPACE}|-)(?:(an?|one|two|three|five)(?:{SPACE}|{HYPHEN}))?([a-z]+?)(s?)\b(?!{OF_NO_WHOLE})",
    re.IGNORECASE)


@dataclass(slots=True)
class Sum:
    """A number that grows word by word: finished scales, and the part under a thousand that is being built."""

    total: Decimal = ZERO
    group: Decimal | None = None
    last_scale: Decimal | None = None
    scales: list[Decimal] = field(default_factory=list)

    def add(self, value: Decimal) -> bool:
        """A small number or a ten, where it fits: "twenty" + "five", "hundred" + "forty", never "two" + "three"."""
        if self.group is None:
            if self.last_scale is not None and value >= self.last_scale:
                return False
            self.group = value
            return True
        rest = self.group % HUNDRED
        fits = (rest == ZERO and self.group >= HUNDRED) or (ZERO < value < TEN < rest and rest % TEN == ZERO)
        if fits and value < HUNDRED:
            self.group += value
        return fits and value < HUNDRED

    def multiply(self, scale: Decimal) -> bool:
        """A scale word, where it fits: each smaller than the one before, or right behind it ("lakh crore")."""
        if scale in WITHIN and self.group is not None and is_whole(self.group):
            if not (0 < self.group < WITHIN[scale] or not self.scales):
                return False
            self.group *= scale
            self.scales.append(scale)
            return True  # "two hundred" is still a part under a thousand: "a million two hundred thousand"
        elif self.last_scale is None or (scale < self.last_scale and self.group is not None):
            self.total, self.group = self.total + (ONE if self.group is None else self.group) * scale, None
        elif scale > self.last_scale:
            self.total, self.group = self.value * scale, None
        else:
            return False
        self.last_scale = scale
        self.scales.append(scale)
        return True

    @property
    def value(self) -> Decimal:
        return self.total + (self.group or ZERO)


@dataclass(slots=True)  # a frozen one takes four times as long to make
class Wording:
    """A number as read: where it ends, its value, its last scale (1 without)."""

    end: int
    value: Decimal
    scale: Decimal = ONE
    before_and: "Wording | None" = None  # the same without what the last "and" joined


def read_words(text: str, start: int, first: Decimal | None = None, end: int | None = None) -> Wording | None:
    """The number that begins at `start`; `first` and `end` are given when digits stand there."""
    if first is not None and first >= LARGEST:
        return None
    at = start if end is None else end
    if first is not None and not _goes_on(text, at):
        return Wording(at, first)
    number = Sum(group=first)
    bare = True
    if first is None:
        word = WORD.match(text, start)
        if word is None or not _take(number, word[0].lower()):
            return None
        at, bare = word.end(), word[0].lower() not in values("scales")
    at, before_and = _grow(text, at, number, first is not None)
    whole = Wording(at, number.value, number.scales[-1] if number.scales else ONE, before_and)
    return _with_fraction(text, _with_point(text, whole)) if bare or number.scales else whole


def _goes_on(text: str, at: int) -> bool:
    """Whether a word behind figures may belong to them: most stand before what they count."""
    word = NEXT_WORD.match(text, at)
    return word is not None and word[1].lower() in _joining()


@cache
def _joining() -> frozenset[str]:
    tables = ("small", "tens", "scales", "plural-scales")
    return frozenset({"and", "point", *(word for table in tables for word in values(table))})


def _grow(text: str, at: int, number: Sum, digits: bool) -> tuple[int, Wording | None]:
    """Where the number ends, having taken all words that continue it, and what it was before the last "and".

    Digits go on with a scale ("2 hundred and five") only: "in May 2000 eight men died" has two numbers.
    """
    before_and = None
    while joint := JOINT.match(text, at):
        place = joint.end()
        if joint[1] and not _may_follow_and(number):
            break
        was = Wording(at, number.value, number.scales[-1] if number.scales else ONE)
        word = WORD.match(text, place)
        if word is not None:
            small = word[0].lower()
            alone = digits and not number.scales and (small in values("small") or small in values("tens"))
            if alone or ABBREVIATED.match(text, word.end()) or not _take(number, small, joint[1] is not None):
                break
            at = word.end()
        elif digits and number.scales and (figure := read_digits(text, place)) and figure.value is not None:
            fits = figure.value and is_whole(figure.value) and _fits(text, figure.end) and not DASH.search(joint[0])
            if not fits or not number.add(figure.value):
                break
            at = figure.end
        else:
            break
        before_and = was if joint[1] else before_and
    return at, before_and


def _may_follow_and(number: Sum) -> bool:
    """ "and" joins only behind a hundred or a larger scale: "two hundred and six", never "twenty and six"."""
    if not number.scales or number.scales[-1] == 12:
        return False
    return number.group is None or number.group % HUNDRED == ZERO


def _fits(text: str, end: int) -> bool:
    return not (FIGURE.match(text, end) or text[end:end + 1].isalpha())


def _take(number: Sum, word: str, behind_and: bool = False) -> bool:
    """Whether the word was taken into the number."""
    if (small := values("small").get(word)) is not None:
        return (small > 0 or (number.group is None and number.last_scale is None)) and number.add(small)
    if (ten := values("tens").get(word)) is not None:
        return number.add(ten)
    scale = values("scales").get(word)
    if scale is None and (number.group is not None or number.scales):
        scale = values("plural-scales").get(word)
    return scale is not None and not behind_and and number.multiply(scale)


def _with_point(text: str, number: Wording) -> Wording:
    """ "two point seven million": each word behind "point" is a digit or a two-digit number; "2 point 7"."""
    if (digits := FIGURES_BEHIND_POINT.match(text, number.end)) and number.scale == ONE:
        decimal = number.value + Decimal(f"0.{digits[1]}")
        return read_words(text, number.end, decimal, digits.end()) or Wording(digits.end(), decimal)
    found = POINT.match(text, number.end)
    if not found or number.scale >= THOUSAND:
        return number
    figures, end = "", number.end
    for word in WORD.finditer(text, found.start(1), found.end(1)):
        value = values("small").get(word[0].lower(), values("tens").get(word[0].lower()))
        if value is None:
            break
        ten_and_one = figures.endswith("0") and len(figures) > 1 and value < 10
        figures = (figures[:-1] if ten_and_one else figures) + str(value)
        end = word.end()
    if not figures:
        return number
    scaled = read_words(text, number.end, number.value + Decimal("0." + figures), end)
    return scaled or number


def _with_fraction(text: str, number: Wording) -> Wording:
    """ "five and a half million", "a million and a half": the fraction counts in the scale it stands behind."""
    found = AND_A_HALF.match(text, number.end)
    bottom = values("denominators").get(found[2].lower()) if found else None
    if not found or bottom is None or (not found[1] and bottom > 4) or (found[3] and found[1] in ("a", "an", "one")):
        return number
    top = values("small").get((found[1] or "one").lower(), ONE)
    scaled = read_words(text, found.end(), ONE, found.end())
    scale = scaled.scale if scaled else ONE
    if number.scale > ONE and scale == ONE and number.scale > HUNDRED:
        return Wording(found.end(), number.value + top / bottom * number.scale, number.scale)
    value = number.value + top / bottom * scale if number.scale > scale else (number.value + top / bottom) * scale
    return Wording(scaled.end if scaled else found.end(), four_places(value), max(scale, number.scale))
