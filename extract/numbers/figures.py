"""Every figure of a text in order: digits, number words, fractions, ordinals, vague words and zeros."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from extract.numbers import cardinals, fractions, ordinals, pronouns, vague
from extract.numbers.figure import Figure
from extract.numbers.lexicon import LETTER, alternation, values, words_file
from extract.signs import Sought

DIGITS = (
    r"(?P<digits>(?<!\d)\d|[¼-¾⅐-⅞]|(?<![\w.)\]”])\.\d)"  # .25, but not the full stop between ) and 4
    r"|(?P<note>[⁰¹²³⁴-⁹]+)")  # footnote signs

READERS: dict[str, Callable[[str, int], Figure | None]] = {
    "digits": cardinals.digits, "words": cardinals.words, "ordinal": ordinals.ordinal, "minus": cardinals.minus,
    "article": fractions.article, "half": fractions.half, "quarter": fractions.quarter,
    "vague": vague.vague, "zero": vague.zero, "life": vague.life, "note": vague.note,
    "pronoun": pronouns.pronoun,
}


def read_figures(text: str) -> Iterator[Figure]:
    """In order, not overlapping; each maximal group of digits is inside one."""
    at, starters = 0, _starters()
    for token in _tokens().finditer(text):
        start = token.start()
        if start < at:
            continue
        kind = token.lastgroup or starters[token[0].lower()]
        figure = READERS[kind](text, start)
        if figure is not None:
            at = figure.end
            yield figure


@cache
def _tokens() -> Sought:
    """The tokens that may begin a figure."""
    words = rf"(?<![{LETTER}])(?i:{alternation(_starters())})(?![{LETTER}])"
    pattern = rf"{DIGITS}|{words}"
    return Sought(re.compile(pattern), pattern)


@cache
def _starters() -> dict[str, str]:
    """A word that may begin a figure -> the reader that it calls."""
    words = words_file("words")
    starters = dict.fromkeys(_first_words(words["zero"]), "zero") | dict.fromkeys(_first_words(words["vague"]), "vague")
    starters |= dict.fromkeys(values("ordinals"), "ordinal")
    starters |= dict.fromkeys({*values("small"), *values("tens"), *values("scales")}, "words")
    for word in words["only-behind"]["words"]:
        starters.pop(word, None)
    starters |= words["readers"]
    return starters


def _first_words(table: dict[str, list[str]]) -> set[str]:
    return {re.split(r"[ -]", phrase, maxsplit=1)[0] for phrases in table.values() for phrase in phrases}
