"""Which letters a match of a regular expression can begin or end with, read from the expression itself.

A few letters of a text tell most expressions apart that would otherwise be run there for nothing.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import Any

OPEN = "\0"  # closes letters behind which anything may follow
MOST = 100  # ways of one pattern that are followed in full; of more, only SHORT letters are told apart
SHORT = 4
FEW = 12  # signs of a range; of a larger one, any may stand there
REACH = 3  # letters before a place that an Ending looks at
REMEMBERED = 10_000  # endings of texts of which an Ending remembers whether they are worth a search

_parse = import_module("re._parser").parse  # the parser of `re` itself, which has no public name

Special = Callable[[int], Iterable[str] | None]


def folded(letters: str) -> str:
    """Letters as they are told apart here: small, every figure as 0, all white space as a blank."""
    return "".join("0" if sign.isdecimal() else " " if sign.isspace() else sign for sign in letters.lower())


def beginnings(pattern: str, reach: int, special: Special = lambda code: None) -> frozenset[str]:
    """The folded letters that a match may begin with, `reach` of them at most.

    Fewer are a whole match, unless OPEN closes them. `special` gives the beginnings of what a letter of the pattern
    stands for, where it stands for something else. Raises re.error for a broken pattern.
    """
    return frozenset(_Walk(reach, special).row(_parse(pattern)))


def endings(pattern: str, reach: int) -> frozenset[str]:
    """The same from the end: folded letters, last first, that a match at the end of a text may end with."""
    items = _parse(pattern)
    return frozenset(_Walk(reach, backward=True).row(items) if _at_end(items) else {OPEN})


def fits(letters: str, known: frozenset[str]) -> bool:
    """Whether folded letters go with one of these beginnings or endings."""
    return any(letters[:size] in known or letters[:size] + OPEN in known for size in range(len(letters) + 1))


def may_end(words: str, known: frozenset[str], reach: int = REACH) -> bool:
    """Whether a match with one of these endings may end where the words do; `$` also fits before a last line break."""
    return fits(folded(words[-reach:])[::-1], known) or (words[-1:] == "\n" and may_end(words[:-1], known, reach))


class ByLetters:
    """Patterns, each one bit of a number, by the letters that they can begin or end with (None: any)."""

    def __init__(self, known: Iterable[frozenset[str] | None]) -> None:
        self._bits: dict[str, int] = {}
        for place, letters in enumerate(known):
            for one in letters or (OPEN,):
                told = one.rstrip(OPEN)
                self._bits[told] = self._bits.get(told, 0) | 1 << place

    def fitting(self, letters: str) -> int:
        """The bits of those that go with these letters, folded."""
        bits = 0
        for size in range(len(letters) + 1):
            bits |= self._bits.get(letters[:size], 0)
        return bits


class Ending:
    """A pattern that ends with `$`, searched in the words before a place: only where their last letters allow it."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = re.compile(pattern, flags)
        self._known: dict[str, bool] = {}

    @cached_property
    def _endings(self) -> frozenset[str]:
        return endings(self.pattern.pattern, REACH)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """What the pattern's own gives."""
        stop = len(text) if end is None else end
        last = text[max(start, stop - REACH - 1):stop]
        may = self._known.get(last)
        if may is None:
            if len(self._known) > REMEMBERED:
                self._known.clear()
            may = self._known[last] = may_end(last, self._endings)
        return self.pattern.search(text, start, stop) if may else None


def _at_end(items: Any) -> bool:
    """Whether every way through a parsed pattern ends at the end of the text."""
    if not len(items):
        return False
    kind, value = str(items[-1][0]), items[-1][1]
    if kind == "AT":
        return str(value) in ("AT_END", "AT_END_STRING")
    return kind == "BRANCH" and all(map(_at_end, value[1]))


@dataclass(frozen=True, slots=True)
class _Walk:
    """From the first item of a parsed pattern on, or `backward` from the last, as far as `reach` letters."""

    reach: int
    special: Special = lambda code: None
    backward: bool = False

    def row(self, items: Iterable[Any]) -> set[str]:
        """The letters of what stands one behind the other."""
        found = {""}
        for item in reversed(list(items)) if self.backward else items:
            if all(map(self._is_full, found)):
                break
            found = self._joined(found, self._of(item))
        return found

    def _joined(self, found: Iterable[str], following: Iterable[str]) -> set[str]:
        joined = {one if self._is_full(one) else (one + more)[:self.reach] for one in found for more in following}
        if len(joined) <= MOST:
            return joined
        return {one[:SHORT] + OPEN if len(one) >= SHORT else one for one in joined}

    def _is_full(self, letters: str) -> bool:
        return len(letters) >= self.reach or letters.endswith(OPEN)

    def _of(self, item: tuple[Any, Any]) -> Iterable[str]:
        """The letters of one item; what only looks around has none of its own."""
        kind, value = str(item[0]), item[1]
        match kind:
            case "LITERAL":
                special = self.special(value)
                return {folded(chr(value))} if special is None else special
            case "RANGE":
                signs = {folded(chr(code)) for code in range(value[0], value[1] + 1)}
                return signs if len(signs) <= FEW else {OPEN}
            case "CATEGORY" if str(value) in ("CATEGORY_DIGIT", "CATEGORY_SPACE"):
                return {"0" if str(value) == "CATEGORY_DIGIT" else " "}
            case "IN" if str(value[0][0]) != "NEGATE":
                return {sign for one in value for sign in self._of(one)}
            case "BRANCH":
                return {letters for row in value[1] for letters in self.row(row)}
            case "SUBPATTERN":
                return self.row(value[3])
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self._repeated(*value)
            case "AT" | "ASSERT" | "ASSERT_NOT":
                return {""}
        return {OPEN}

    def _repeated(self, fewest: int, most: int, items: Any) -> set[str]:
        once, found = self.row(items), {""}
        for _ in range(min(fewest, self.reach)):
            found = self._joined(found, once)
        for _ in range(min(most, self.reach) - min(fewest, self.reach)):
            found |= self._joined(found, once)
        return found
