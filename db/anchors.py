"""Is this still the same claim? Told by its key, its words and the words around it, never by likeness.

"12 killed" and "21 killed" look almost the same to any measure of likeness, so nothing but sameness carries a decision.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

SURROUNDING = 60  # characters on each side
SLACK = 4  # times as many are looked at, since spaces are made single


@dataclass(frozen=True, slots=True)
class Anchor:
    """A claim's key, its words and those around it, spaces made single."""

    key: str
    quote: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim of one reading of a document: which reading, where in it, what is said of it, and its anchor."""

    document: int
    start: int
    end: int
    record: str
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an old claim: `new` is the number of the new claim that it is (`same`) or that replaced it."""

    new: int | None
    same: bool


def anchor(text: str, start: int, end: int, key: str) -> Anchor:
    """The anchor of the claim that stands at these offsets."""
    reach = SURROUNDING * SLACK
    before, after = _single(text[max(0, start - reach):start]), _single(text[end:end + reach])
    return Anchor(key, _single(text[start:end]), before[-SURROUNDING:], after[:SURROUNDING])


def _single(words: str) -> str:
    return " ".join(words.split())


def fates(old: Sequence[Placed], new: Sequence[Placed]) -> list[Fate]:
    """For each old claim the new one that it is, or else the one that took its place."""
    found = _unmoved(old, new)
    unique = _unclaimed(new, set(found.values()))
    for number, place in _once(old).items():
        if number not in found and place in unique:
            found[number] = unique[place]
    heirs = _Heirs(new, set(found.values()))
    return [Fate(found[number], True) if number in found else Fate(heirs.of(claim), False)
            for number, claim in enumerate(old)]


def _unmoved(old: Sequence[Placed], new: Sequence[Placed]) -> dict[int, int]:
    """Claims of the same text, place and content: there is nothing to find again."""
    waiting: dict[tuple[int, int, int, str], list[int]] = defaultdict(list)
    for number, claim in enumerate(new):
        waiting[claim.document, claim.start, claim.end, claim.record].append(number)
    found = {}
    for number, claim in enumerate(old):
        if places := waiting[claim.document, claim.start, claim.end, claim.record]:
            found[number] = places.pop(0)
    return found


def _once(claims: Sequence[Placed]) -> dict[int, Anchor]:
    """The anchors that only one claim has, by the claim's number."""
    times = Counter(claim.anchor for claim in claims)
    return {number: claim.anchor for number, claim in enumerate(claims) if times[claim.anchor] == 1}


def _unclaimed(new: Sequence[Placed], taken: set[int]) -> dict[Anchor, int]:
    """The anchors that occur once, of the claims that are not found yet."""
    return {place: number for number, place in _once(new).items() if number not in taken}


class _Heirs:
    """New claims that are none of the old ones, by what they could share with one whose place they took.

    This only puts an old decision beside a claim that is looked at again; it never carries one over.
    """

    def __init__(self, new: Sequence[Placed], taken: set[int]) -> None:
        self.found: dict[tuple[object, ...], int] = {}
        for number, claim in enumerate(new):
            if number not in taken:
                for sign in _signs(claim):
                    self.found.setdefault(sign, number)

    def of(self, claim: Placed) -> int | None:
        """The claim that most likely took this one's place."""
        return next((self.found[sign] for sign in _signs(claim) if sign in self.found), None)


def _signs(claim: Placed) -> list[tuple[object, ...]]:
    """The strongest first."""
    place = claim.anchor
    signs: list[tuple[object, ...]] = [
        ("key", place.key), ("place", claim.document, claim.start, claim.end), ("quote", place.quote),
        ("start", claim.document, claim.start), ("end", claim.document, claim.end),
        ("before", place.before), ("after", place.after),
    ]
    return [sign for sign in signs if all(part != "" for part in sign)]
