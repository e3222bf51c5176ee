"""Where matches may begin, told by the writings alone: each is looked at once for the patterns of all stages.

A writing is what stands between two white spaces. Nearly all were seen before, and few have a sign of anything: so a
pattern that would be tried at every letter of a text is only tried at the places that its sign names.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import compress

import numpy

REMEMBERED = 200_000  # writings; the words of a language are far fewer
FIRST = 5_000  # writings for which it does not pay to compile all signs as one


class Sign:
    """What a writing has where something may begin, as a regular expression that sees the writing alone.

    One made after a text was read makes all writings be looked at anew, so each is made once and kept.
    """

    def __init__(self, source: str) -> None:
        self._number = len(_SIGNS)
        _SIGNS.append(re.compile(f"(?={source})"))  # a look-ahead finds those that overlap, too
        for known in (_any, _all_places):
            known.cache_clear()
        _WRITINGS.clear()

    def places(self, text: str) -> Sequence[int]:
        """Where the sign stands, in order."""
        return _all_places(text)[self._number]


class Sought(Sign):
    """A pattern with its sign: no match of the pattern begins where the sign does not stand."""

    def __init__(self, pattern: re.Pattern[str], sign: str) -> None:
        super().__init__(sign)
        self.pattern = pattern

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """What the pattern's own gives in text[start:end]."""
        reached, stop, match_at = start, len(text) if end is None else end, self.pattern.match
        places = self.places(text)
        for place in places[bisect_left(places, start):bisect_left(places, stop)]:
            if place >= reached and (match := match_at(text, place, stop)):
                reached = match.end()
                yield match


class _Writings(dict[str, tuple[tuple[int, int], ...]]):
    """Each writing seen so far with the signs in it: which, and how many letters from its beginning."""

    def __missing__(self, writing: str) -> tuple[tuple[int, int], ...]:
        if len(self) > REMEMBERED:
            self.clear()
        signs = enumerate(_SIGNS) if len(self) < FIRST or _any().search(writing) else ()
        self[writing] = found = tuple(
            (number, match.start()) for number, sign in signs for match in sign.finditer(writing))
        return found


_SIGNS: list[re.Pattern[str]] = []
_WRITINGS = _Writings()


@cache
def _any() -> re.Pattern[str]:
    return re.compile("|".join(sign.pattern for sign in _SIGNS))


@lru_cache(maxsize=1)  # the stages read one text after another
def _all_places(text: str) -> Sequence[Sequence[int]]:
    """The places of each sign."""
    found: list[list[int]] = [[] for _ in _SIGNS]
    told = list(map(_WRITINGS.__getitem__, text.split()))
    for start, signs in compress(zip(_starts(text), told, strict=True), told):
        for number, letters in signs:
            found[number].append(start + letters)
    return found


def _starts(text: str) -> list[int]:
    """Where the writings begin."""
    letters = numpy.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=numpy.uint32)
    blank = _is_blank()[numpy.minimum(letters, len(_is_blank()) - 1)]
    after_blank = numpy.concatenate(([True], blank[:-1]))
    starts: list[int] = numpy.flatnonzero(after_blank & ~blank).tolist()
    return starts


@cache
def _is_blank() -> "numpy.ndarray[tuple[int], numpy.dtype[numpy.bool_]]":
    """For each code point whether `str.split` takes it as white space; the last one stands for all above."""
    return numpy.array([chr(code).isspace() for code in range(0x3002)])
