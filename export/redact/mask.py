"""A text with some of its words replaced, and where everything stands after it."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping

Span = tuple[int, int]


class Mask:
    """Finds the forms of names in words and replaces each by its person's label."""

    def __init__(self, forms: Mapping[str, str], label: Callable[[str], str]) -> None:
        self._forms, self._label = forms, label
        longest_first = sorted(forms, key=lambda form: (-len(form), form))
        written = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest_first)
        self._pattern = re.compile(rf"(?<!\w)(?:{written})(?!\w)") if forms else None

    def words(self, words: str) -> str:
        """The words with every name replaced."""
        return self._pattern.sub(lambda found: self._of(found[0]), words) if self._pattern else words

    def names(self, words: str) -> bool:
        """Whether a name, or a part of one, stands anywhere in the words, even joined to others, as in an address."""
        plain = words.casefold()
        return any(form.casefold() in plain for form in self._forms)

    def text(self, text: str, kept: Iterable[Span]) -> "Masked":
        """The text with every name replaced that does not overlap what is kept."""
        keep = Overlaps(kept)
        found = self._pattern.finditer(text) if self._pattern else ()
        return Masked(text, [
            (hit.start(), hit.end(), self._of(hit[0])) for hit in found if not keep.overlap(hit.start(), hit.end())
        ])

    def _of(self, written: str) -> str:
        return self._label(self._forms[" ".join(written.split())])


class Masked:
    """The new text; `changes` are (start, end, words instead) in the old one, in order, none over another."""

    def __init__(self, text: str, changes: list[tuple[int, int, str]]) -> None:
        parts, before, shift = [], 0, 0
        self._starts: list[int] = []
        self._changes: list[tuple[int, int, int]] = []  # the old end, the new start, the new end
        for start, end, words in changes:
            parts += [text[before:start], words]
            self._starts.append(start)
            self._changes.append((end, start + shift, start + shift + len(words)))
            before, shift = end, shift + len(words) - (end - start)
        self.text = "".join([*parts, text[before:]])

    def start(self, offset: int) -> int:
        """Where what begins at this offset of the old text begins now: a name that is replaced is never divided."""
        return self._at(offset, within=1)

    def end(self, offset: int) -> int:
        """Where what ends at this offset of the old text ends now."""
        return self._at(offset, within=2)

    def _at(self, offset: int, within: int) -> int:
        place = bisect_right(self._starts, offset - 1) - 1
        if place < 0:
            return offset
        change = self._changes[place]
        return change[within] if offset < change[0] else offset - change[0] + change[2]


class Overlaps:
    """Whether a span overlaps any of many."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._ends: list[int] = []  # the furthest end up to each span
        for _, end in self._spans:
            self._ends.append(max(end, self._ends[-1] if self._ends else 0))

    def overlap(self, start: int, end: int) -> bool:
        """Whether one of the spans shares a character with this one."""
        before = bisect_right(self._spans, (end, -1)) - 1  # the last one that begins before the end
        return before >= 0 and self._ends[before] > start
