"""A group of a sentence: what the claim rules see instead of words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extract.groups.units import Unit
from extract.numbers import Number
from models import Mention

FINITE = frozenset({"active", "passive", "linking"})  # flags of a verb that has a subject of its own


@dataclass(slots=True)
class Group:
    """`kind`: NG noun group, VG verb group, AP adjective, P preposition, CC, COMMA, REL, SUB, BUT, ADV, DATE, OPEN and
    CLOSE brackets, QUOTE, COLON, DASH, X.

    `head` is the lemma of the head, `events` the events that the group names, best first, `flags` what a pattern may
    ask for. `number` is the open number of a counting group, `noun` its head; `whole` the group that it is a part of
    ("two of the men"). `also` are the events of joined verbs that happened as well ("abducted and killed"). `at` and
    `till` are its place among the sentence's units. `features` are bits, kept once computed.
    """

    kind: str
    start: int
    end: int
    head: str
    units: list[Unit]
    flags: set[str] = field(default_factory=set)
    events: tuple[str, ...] = ()
    number: Number | None = None
    noun: Unit | None = None
    whole: "Group | None" = None
    also: tuple[str, ...] = ()
    at: int = 0
    till: int = 0
    features: int | None = None

    @property
    def names(self) -> list[Mention]:
        return [unit.mention for unit in self.units if unit.mention is not None]

    @property
    def text(self) -> str:
        return written(self.units)


def written(units: Sequence[Unit]) -> str:
    """Units as one line, with a space only where they stand apart: "the mayor's guards"."""
    if len(units) < 2:
        return units[0].text if units else ""
    gaps = (" " if later.start > earlier.end else "" for earlier, later in pairwise(units))
    return units[0].text + "".join(gap + unit.text for gap, unit in zip(gaps, units[1:], strict=True))
