"""What was counted: tallies by slot, event, label and rule, and every disagreement with its sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factledger.gold import GoldDocument


@dataclass(slots=True)
class Tally:
    """`gold` were asked for, `found` were given, `right` of these were right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float | None:
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One difference between gold and extraction; `slot` is its category."""

    document: str
    slot: str
    expected: str
    found: str
    sentence: str
    rule: str = ""


@dataclass(slots=True)
class Scores:
    """The tallies of one run, by slot, event, label, rule and doubt, and what they were counted from."""

    slots: dict[str, Tally] = field(default_factory=dict)
    events: dict[str, Tally] = field(default_factory=dict)
    labels: dict[str, Tally] = field(default_factory=dict)
    rules: dict[str, Tally] = field(default_factory=dict)
    doubts: dict[str, Tally] = field(default_factory=dict)
    fates: dict[str, int] = field(default_factory=dict)
    confidences: list[tuple[float, bool]] = field(default_factory=list)
    disagreements: list[Disagreement] = field(default_factory=list)


def count(tally: Tally, right: bool, given: bool = True) -> None:
    tally.gold += 1
    tally.found += given
    tally.right += right


def tally_of(tallies: dict[str, Tally], name: str) -> Tally:
    return tallies.setdefault(name, Tally())


def differ(
    scores: Scores, gold: GoldDocument, slot: str, shown: tuple[str, str], at: int, rule: str = "",
) -> None:
    """Notes a disagreement; `shown` is what the gold expects and what was found, `at` an offset in its sentence."""
    scores.disagreements.append(Disagreement(gold.name, slot, *shown, sentence_at(gold.text, at), rule))


def sentence_at(text: str, at: int) -> str:
    """The sentence around an offset, roughly: for people to read, never for scoring."""
    start = max(text.rfind("\n", 0, at), *(text.rfind(mark, 0, at) for mark in (". ", "? ", "! "))) + 1
    ends = [end for end in (text.find(mark, at) for mark in (". ", "? ", "! ", "\n")) if end >= 0]
    return text[start:min(ends, default=len(text)) + 1].strip()


def by_category(disagreements: Sequence[Disagreement]) -> Iterator[tuple[str, list[Disagreement]]]:
    """(slot, its disagreements), the most frequent first."""
    groups: dict[str, list[Disagreement]] = {}
    for item in disagreements:
        groups.setdefault(item.slot, []).append(item)
    yield from sorted(groups.items(), key=lambda group: -len(group[1]))
