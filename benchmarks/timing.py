"""Fair timing: candidates take turns on the same input; the median and the spread are told.

Work inside this process is timed in seconds of its processor, so that other programs of the machine weigh less;
whole programs are timed by the wall clock.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median

Work = Callable[[], object]
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of each round, in order."""

    rounds: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.rounds)

    @property
    def spread(self) -> float:
        """The distance from the fastest to the slowest round, as a share of the median."""
        return (max(self.rounds) - min(self.rounds)) / self.median


def ratio(slow: Timing, fast: Timing) -> float:
    """How many times faster: the median over the rounds, so that a slow moment touches both."""
    return median(a / b for a, b in zip(slow.rounds, fast.rounds, strict=True))


def in_turns(candidates: Mapping[str, Work], rounds: int, clock: Clock = time.process_time) -> dict[str, Timing]:
    """Each candidate once as a warm-up, then all of them one after another in every round."""
    for work in candidates.values():
        work()
    taken: dict[str, list[float]] = {name: [] for name in candidates}
    for _ in range(rounds):
        for name, work in candidates.items():
            taken[name].append(seconds(work, clock))
    return {name: Timing(tuple(rounds)) for name, rounds in taken.items()}


def seconds(work: Work, clock: Clock) -> float:
    started = clock()
    work()
    return clock() - started
