"""The tables of models/dates/words.toml: what each written word means."""

from collections.abc import Mapping
from functools import cache

from models.rules import load

CAPITALISED = ("month", "weekday", "holiday")
"""Tables whose words are written with a capital; the others are read in lower case or with one."""


@cache
def table(name: str) -> Mapping[str, str]:
    """Every writing of a table, casefolded, with its value."""
    return {writing.casefold(): value for value, writings in load("dates/words")[name].items() for writing in writings}


def value(name: str, writing: str) -> str:
    """The value of a writing, however its spaces and capitals are written."""
    return table(name)[" ".join(writing.casefold().split())]


def number(writing: str) -> int:
    """Figures, a number word, or two of them joined ("twenty-five")."""
    if writing.isdecimal():
        return int(writing)
    words = " ".join(writing.casefold().split())
    if words in table("number"):
        return int(table("number")[words])
    return sum(int(table("number")[word]) for word in words.split("-"))


def year_in_words(writing: str) -> int:
    """ "nineteen eighty-six", "nineteen hundred and ninety", "two thousand and five", "twenty oh five"."""
    words = [word for word in writing.casefold().replace("-", " ").split() if word not in ("and", "hundred", "oh")]
    if words[:2] == ["two", "thousand"]:
        return 2000 + sum(number(word) for word in words[2:])
    return 100 * number(words[0]) + sum(number(word) for word in words[1:])
