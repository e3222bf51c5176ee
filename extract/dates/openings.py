"""Where a date can begin: the openings of models/dates/parts.toml and the first words of feasts."""

import re
from functools import cache

from extract.alternation import tree_of
from extract.dates.parts import expand
from extract.dates.words import table
from extract.signs import Sought
from models.rules import load

FIGURES = "\\0123456789"  # what an opening in figures begins with
_NAMED = re.compile(r"\(\?P<(?!sep)\w+>")


@cache
def openings() -> Sought:
    """Matches right before a date can begin: looked at before any rule is tried, so that most words cost nothing."""
    ways = _ways()
    words = [way for way in ways if way[0] not in FIGURES]
    figures = [_unnamed(way) for way in ways if way[0] in FIGURES]
    first_words = tree_of([*_first_word(way), *_at_end(way)] for way in words)
    pattern = rf"(?<!\w)(?={'|'.join([tree_of(map(_letters, words)), *figures])})"
    return Sought(re.compile(pattern), rf"(?<!\w)(?:{first_words}|\d)")


def _ways() -> list[str]:
    feasts = {" ".join(feast.lower().split()[:3]) for feast in table("holiday")}
    return [*load("dates/parts")["openings"], *sorted(feasts)]


def _letters(way: str) -> list[str]:
    """An opening as letters, of which the first may be a capital, and the pattern behind the first word."""
    first = _first_word(way)
    rest = _unnamed(way[len(first):])
    return [*first, rest] if rest else first


def _first_word(way: str) -> list[str]:
    """The first word stays as it is written, but for the capital of its first letter."""
    size = 1
    while size < len(way) and way[size].isalpha():
        size += 1
    first = f"[{way[0].upper()}{way[0]}]" if way[0].islower() else re.escape(way[0])
    return [first, *way[1:size]]


def _at_end(way: str) -> list[str]:
    """Where a space follows the first word, it is the last of its writing."""
    return ["$"] if way[len(_first_word(way)):].startswith(" ") else []


def _unnamed(way: str) -> str:
    return _NAMED.sub("(?:", expand(way))
