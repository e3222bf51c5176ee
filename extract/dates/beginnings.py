"""How a match of a pattern can begin, read from the pattern: at most places only few rules need to be tried."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import Any

from extract.dates.words import CAPITALISED
from models.rules import load

REACH = 5  # letters of a beginning that are told apart
MOST = 100  # beginnings of a pattern that are followed further
OPEN = "\0"  # closes a beginning behind which anything may follow

_parse = import_module("re._parser").parse  # the parser of `re` itself, which has no public name
_PART = re.compile(r"\{([a-z_]+)(?:\.[a-z_]+)?\}")
_SLOT = re.compile(r"\(\?P<(?!sep)\w+>")
_FIRST_PART = 0xE000  # a part stands as one letter of the private use area in the pattern that is parsed


def folded(letters: str) -> str:
    """Letters as beginnings are written: small, every figure as 0, all white space as a blank."""
    return "".join("0" if sign.isdecimal() else " " if sign.isspace() else sign for sign in letters.lower())


@cache
def beginnings(pattern: str) -> frozenset[str]:
    """The folded letters that a match of a pattern of models/dates may begin with, REACH of them at most.

    Fewer are a whole match, unless OPEN closes them. Raises re.error for a broken pattern.
    """
    names: list[str] = []

    def as_letter(part: re.Match[str]) -> str:
        names.append(part[1])
        return chr(_FIRST_PART + len(names) - 1)

    return frozenset(_row(_parse(_PART.sub(as_letter, _SLOT.sub("(?:", pattern))), names))


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


def _row(items: Iterable[Any], names: Sequence[str]) -> set[str]:
    """The beginnings of what stands one behind the other."""
    found = {""}
    for item in items:
        if all(map(_is_full, found)):
            break
        found = _joined(found, _of(item, names) if len(found) < MOST else {OPEN})
    return found


def _joined(found: Iterable[str], following: Iterable[str]) -> set[str]:
    return {one if _is_full(one) else (one + more)[:REACH] for one in found for more in following}


def _is_full(beginning: str) -> bool:
    return len(beginning) == REACH or beginning.endswith(OPEN)


def _of(item: tuple[Any, Any], names: Sequence[str]) -> Iterable[str]:
    """The beginnings of one item of a parsed pattern; what only looks around has none of its own."""
    kind, value = str(item[0]), item[1]
    match kind:
        case "LITERAL":
            place = value - _FIRST_PART
            return _of_part(names[place]) if 0 <= place < len(names) else {folded(chr(value))}
        case "RANGE":
            return {folded(chr(code)) for code in range(value[0], value[1] + 1)}
        case "CATEGORY" if str(value) == "CATEGORY_DIGIT":
            return {"0"}
        case "IN" if str(value[0][0]) != "NEGATE":
            return {sign for one in value for sign in _of(one, names)}
        case "BRANCH":
            return {beginning for row in value[1] for beginning in _row(row, names)}
        case "SUBPATTERN":
            return _row(value[3], names)
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _repeated(value, names)
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return {""}
    return {OPEN}


def _repeated(value: tuple[int, int, Any], names: Sequence[str]) -> set[str]:
    fewest, most, items = value
    once, found = _row(items, names), {""}
    for _ in range(fewest):
        found = _joined(found, once)
    for _ in range(min(most, REACH) - fewest):
        found |= _joined(found, once)
    return found
