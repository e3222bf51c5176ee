"""How a match of a date's pattern can begin: at most places only few rules need to be tried."""

import re
from collections.abc import Iterable
from functools import cache

from extract import letters
from extract.dates.words import CAPITALISED
from extract.letters import folded
from models.rules import load

REACH = 5  # letters of a beginning that are told apart

_PART = re.compile(r"\{([a-z_]+)(?:\.[a-z_]+)?\}")
_SLOT = re.compile(r"\(\?P<(?!sep)\w+>")
_FIRST_PART = 0xE000  # a part stands as one letter of the private use area in the pattern that is parsed


@cache
def beginnings(pattern: str) -> frozenset[str]:
    """The folded letters that a match of a pattern of models/dates may begin with. Raises re.error for a broken one."""
    names: list[str] = []

    def as_letter(part: re.Match[str]) -> str:
        names.append(part[1])
        return chr(_FIRST_PART + len(names) - 1)

    def of_letter(code: int) -> Iterable[str] | None:
        place = code - _FIRST_PART
        return _of_part(names[place]) if 0 <= place < len(names) else None

    return letters.beginnings(_PART.sub(as_letter, _SLOT.sub("(?:", pattern)), REACH, of_letter)


def _of_part(name: str) -> Iterable[str]:
    parts, words = load("dates/parts"), load("dates/words")
    if name == "_":
        return (" ",)
    if name in parts:
        return beginnings(parts[name])
    writings = [writing for group in words[name].values() for writing in group]
    if name in CAPITALISED:
        return {folded(writing)[:REACH] for writing in writings}
    return {beginning for writing in writings for beginning in beginnings(writing)}
