"""Ordinals in words, and the number that they make with the cardinal words before them."""

import re
from decimal import Decimal

from extract.numbers.figure import Figure
from extract.numbers.lexicon import HYPHEN, LETTER, SPACE, values
from extract.numbers.words import Wording, read_words

TAIL = re.compile(rf"(?:{SPACE}?{HYPHEN}{SPACE}?|{SPACE})(?:and{SPACE})?([a-z]+)", re.IGNORECASE)
GAP = re.compile(rf"{SPACE}?{HYPHEN}{SPACE}?|{SPACE}")
WORD = re.compile(rf"[{LETTER}]+")
HUNDRED = 100


def ordinal(text: str, start: int) -> Figure | None:
    """ "first", "twelfth"."""
    word = WORD.match(text, start)
    return Figure(start, word.end(), values("ordinals")[word[0].lower()], "ordinal") if word else None


def ordinal_tail(text: str, start: int, number: Wording) -> Figure | None:
    """ "twenty-fifth", "two hundred and third", "two-hundredth"."""
    tail = TAIL.match(text, number.end)
    last = values("ordinals").get(tail[1].lower()) if tail else None
    value = joined(number.value, last) if last is not None else None
    if tail is None or value is None or number.value == 1:
        return None  # "one hundredth" is a part
    return Figure(start, tail.end(), value, "ordinal")


def joined(before: Decimal, last: Decimal) -> Decimal | None:
    """What cardinal words and the ordinal behind them make together; None where they do not go together."""
    if last >= HUNDRED:
        return before * last if 0 < before < last else None
    if before % 10 != 0 or before == 0:
        return None
    return before + last if last < (HUNDRED if before >= HUNDRED and before % HUNDRED == 0 else 10) else None


def denominator(text: str, end: int) -> tuple[int, Decimal, bool] | None:
    """(end, value, whether it is in the plural) of the ordinal words behind a number: the "one-hundredth" of one."""
    gap = GAP.match(text, end)
    number = read_words(text, gap.end()) if gap else None
    tail = TAIL.match(text, number.end) if number else None
    if number is None or tail is None:
        return None
    word = tail[1].lower()
    last = values("ordinals").get(word.removesuffix("s"))
    value = joined(number.value, last) if last is not None else None
    return (tail.end(), value, word.endswith("s")) if value is not None else None
