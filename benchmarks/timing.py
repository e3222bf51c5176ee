"""Fair timing: candidates take turns in one process on the same input; the median and the spread are told."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median

Work = Callable[[], object]


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


def in_turns(candidates: Mapping[str, Work], rounds: int) -> dict[str, Timing]:
    """Each candidate once as a warm-up, then all of them one after another in every round."""
    for work in candidates.values():
        work()
    taken: dict[str, list[float]] = {name: [] for name in candidates}
    for _ in range(rounds):
        for name, work in candidates.items():
            taken[name].append(seconds(work))
    return {name: Timing(tuple(rounds)) for name, rounds in taken.items()}


def seconds(work: Work) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
