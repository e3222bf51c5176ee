"""How far two reviewers agree, beyond what chance would give.

Cohen's kappa: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20
(1960), p. 37-46. Gwet's AC1: K. L. Gwet, Computing inter-rater reliability and its variance in the presence of high
agreement, British Journal of Mathematical and Statistical Psychology 61 (2008), p. 29-48. Kappa alone misleads where
nearly all are approvals: it can be below zero with 96 % raw agreement.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, select

from db import lineage, tables
from db.events import canonical
from db.records import Agreement

COUNTED = ("approve", "reject", "correct")
KEPT = "as found"
# a slot as people see it, and what a claim's record has of it
SLOTS = {
    "words": ("start", "end", "number"), "value": ("quantity",), "counted": ("counted",), "event": ("event",),
    "polarity": ("polarity",), "status": ("status",), "source": ("source",), "date": ("happened",),
    "as of": ("as_of",), "place": ("place",), "charges": ("charges",),
}
Pair = tuple[str, str]  # what the first and the second reviewer said of one claim, or made of one slot of it


class Word(NamedTuple):
    """What someone said of a claim first: the verdict, and the correction (JSON) that they made or approved."""

    verdict: str
    corrected: str | None


def measured(said: Mapping[Pair, int]) -> tuple[int, float, float | None, float | None]:
    """n, raw agreement, Cohen's kappa and Gwet's AC1 of at least one pair, each with how often it occurs.

    A coefficient is None where chance alone explains everything: its denominator is 0.
    """
    number = sum(said.values())
    raw = sum(often for (first, second), often in said.items() if first == second) / number
    firsts, seconds = Counter[str](), Counter[str]()
    for (first, second), often in said.items():
        firsts[first] += often
        seconds[second] += often
    by_chance = sum(firsts[word] * seconds[word] for word in firsts) / number**2
    return number, raw, _beyond(raw, by_chance), _beyond(raw, _chance_of_gwet(firsts, seconds, number))


def _chance_of_gwet(firsts: Counter[str], seconds: Counter[str], number: int) -> float:
    """Gwet's (2008): the sum of p (1 - p) over the words, by their number less 1."""
    shares = ((firsts[word] + seconds[word]) / (2 * number) for word in sorted(firsts | seconds))
    return sum(share * (1 - share) for share in shares) / (_categories(firsts, seconds) - 1)


def _categories(firsts: Counter[str], seconds: Counter[str]) -> int:
    """Words that anyone said, at least two: reviewers always had a choice."""
    return max(2, len(firsts | seconds))


def _beyond(raw: float, chance: float) -> float | None:
    return None if chance >= 1 else (raw - chance) / (1 - chance)


def agreements(connection: Connection) -> list[Agreement]:
    """Each pair of reviewers, for each event and all events together (""), on the claim and slot by slot.

    A slot is compared on the claims that both took for one: what each left as it was found, or corrected to.
    """
    found: dict[tuple[str, str, str], Counter[tuple[Word, Word]]] = defaultdict(Counter)
    for event, words in _first_words(connection):
        for (first, one), (second, other) in combinations(sorted(words.items()), 2):
            found[first, second, ""][one, other] += 1
            found[first, second, event][one, other] += 1
    return [one for names, said in sorted(found.items()) for one in _agreed(*names, said)]


def _agreed(first: str, second: str, event: str, said: Counter[tuple[Word, Word]]) -> Iterator[Agreement]:
    """On the claims, then on each slot."""
    pairs: dict[str, Counter[Pair]] = defaultdict(Counter)
    for (one, other), often in said.items():
        for slot, pair in _compared(one, other):
            pairs[slot][pair] += often
    return (Agreement(first, second, event, *measured(of), slot) for slot, of in pairs.items())


def _compared(one: Word, other: Word) -> Iterator[tuple[str, Pair]]:
    """Both words on the claim (slot ""), and on each slot if both took it for a claim."""
    yield "", (one.verdict, other.verdict)
    if "reject" not in (one.verdict, other.verdict):
        ones, others = _slots(one.corrected), _slots(other.corrected)
        for slot in SLOTS:
            yield slot, (ones.get(slot, KEPT), others.get(slot, KEPT))


def _slots(corrected: str | None) -> dict[str, str]:
    """What a correction made of each slot that it changed."""
    changed = json.loads(corrected) if corrected else {}
    made = {slot: {name: changed[name] for name in names if name in changed} for slot, names in SLOTS.items()}
    return {slot: canonical(values) for slot, values in made.items() if values}


def _first_words(connection: Connection) -> Iterator[tuple[str, dict[str, Word]]]:
    """The event of each claim that several judged, and what each said first, before a disagreement was settled."""
    heirs, words = lineage.heirs(connection), defaultdict[int, dict[int, Word]](dict)
    made: dict[int, str] = {}
    for number, claim, reviewer, verdict, corrected, follows in connection.execute(_SAID):
        if corrected:
            made[number] = corrected
        agreed = made.get(follows)
        word = Word("correct" if agreed else verdict, agreed or corrected)
        words[heirs.get(claim, claim)].setdefault(reviewer, word)
    several = {claim: said for claim, said in words.items() if len(said) > 1}
    names = _pairs(connection, select(tables.reviewer.c.id, tables.reviewer.c.name))
    events = _pairs(connection, select(tables.claim.c.id, tables.claim.c.event)) if several else {}
    for claim, said in several.items():
        yield events[claim], {names[reviewer]: word for reviewer, word in said.items()}


def _pairs(connection: Connection, chosen: Select[tuple[int, str]]) -> dict[int, str]:
    rows: Any = connection.execute(chosen)
    return dict(iter(rows))


_DECISION = tables.decision.c
_SAID = select(
    _DECISION.id, _DECISION.claim, _DECISION.reviewer, _DECISION.verdict, _DECISION.corrected, _DECISION.follows,
).where(_DECISION.verdict.in_(COUNTED)).order_by(_DECISION.id)
