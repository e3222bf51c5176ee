"""How far two reviewers agree, beyond what chance would give.

Cohen's kappa: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20
(1960), p. 37-46. Gwet's AC1: K. L. Gwet, Computing inter-rater reliability and its variance in the presence of high
agreement, British Journal of Mathematical and Statistical Psychology 61 (2008), p. 29-48. Kappa alone misleads where
nearly all are approvals: it can be below zero with 96 % raw agreement.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations

from sqlalchemy import Connection, select

from db import lineage, tables
from db.records import Agreement

COUNTED = ("approve", "reject", "correct")
Pair = tuple[str, str]  # what the first and the second reviewer said of one claim


def measured(pairs: Iterable[Pair]) -> tuple[int, float, float | None, float | None]:
    """n, raw agreement, Cohen's kappa and Gwet's AC1 of at least one pair.

    A coefficient is None where chance alone explains everything: its denominator is 0.
    """
    said = list(pairs)
    number = len(said)
    raw = sum(first == second for first, second in said) / number
    firsts, seconds = Counter(first for first, _ in said), Counter(second for _, second in said)
    by_chance = sum(firsts[word] * seconds[word] for word in firsts) / number**2
    return number, raw, _beyond(raw, by_chance), _beyond(raw, _chance_of_gwet(firsts, seconds, number))


def _chance_of_gwet(firsts: Counter[str], seconds: Counter[str], number: int) -> float:
    """Gwet's (2008): the sum of p (1 - p) over the verdicts, by their number less 1."""
    shares = ((firsts[word] + seconds[word]) / (2 * number) for word in COUNTED)
    return sum(share * (1 - share) for share in shares) / (_categories(firsts, seconds) - 1)


def _categories(firsts: Counter[str], seconds: Counter[str]) -> int:
    """Verdicts that anyone gave, at least two: reviewers always had a choice."""
    return max(2, len(firsts.keys() | seconds.keys()))


def _beyond(raw: float, chance: float) -> float | None:
    return None if chance >= 1 else (raw - chance) / (1 - chance)


def agreements(connection: Connection) -> list[Agreement]:
    """Each pair of reviewers, for each event and for all events together ("")."""
    pairs: dict[tuple[str, str, str], list[Pair]] = defaultdict(list)
    for event, words in _first_words(connection):
        for (first, one), (second, other) in combinations(sorted(words.items()), 2):
            pairs[first, second, ""].append((one, other))
            pairs[first, second, event].append((one, other))
    return [_agreement(names, said) for names, said in sorted(pairs.items())]


def _agreement(names: tuple[str, str, str], said: list[Pair]) -> Agreement:
    first, second, event = names
    number, raw, kappa, ac1 = measured(said)
    return Agreement(first, second, event, number, raw, kappa, ac1)


def _first_words(connection: Connection) -> list[tuple[str, dict[str, str]]]:
    """Each claim's event, and what each reviewer said of it first, before a disagreement was settled."""
    decision, claim, reviewer = tables.decision.c, tables.claim.c, tables.reviewer.c
    rows = connection.execute(
        select(decision.claim, claim.event, reviewer.name, decision.verdict)
        .join(tables.claim, claim.id == decision.claim).join(tables.reviewer, reviewer.id == decision.reviewer)
        .where(decision.verdict.in_(COUNTED)).order_by(decision.id)
    )
    heirs = lineage.heirs(connection)
    events: dict[int, str] = {}
    words: dict[int, dict[str, str]] = defaultdict(dict)
    for row, event, name, verdict in rows:
        now = heirs.get(row, row)
        events[now] = event
        words[now].setdefault(name, verdict)
    return [(events[row], said) for row, said in words.items()]
