"""(f) Growth: documents of 1, 2, 4 and 8 times the length, archives of 1, 2, 4 and 8 times the size."""

import tempfile
import time
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

import numpy

from benchmarks import archive
from benchmarks.results import Result
from benchmarks.timing import Work, seconds
from corpus import Settings
from db import Store
from factledger.batch.card import BLANK
from factledger.batch.work import Work as Done
from factledger.batch.work import process

TIMES = (1, 2, 4, 8)
WORDS, ROUNDS = 2_500, 3


def measure(small: bool) -> Result:
    """Processor seconds, the fastest of the rounds; the slope on logarithmic axes."""
    made = Result("growth", "Growth with length and number", "s")
    words = 500 if small else WORDS
    lengths = [archive.document(words * times, times) for times in TIMES]
    worked = [work(data) for data in lengths]           # a warm-up, too
    rounds = 1 if small else ROUNDS
    pages = [max(1, one.counts.pages) for one in worked]
    add(made, "reading and extraction, by pages", pages, [least(partial(work, data), rounds) for data in lengths])
    with tempfile.TemporaryDirectory() as name:
        folder, numbers = Path(name), count()
        pairs = list(zip(worked, lengths, strict=True))
        add(made, "storing, by pages", pages, [least(partial(keep, folder, numbers, [pair]), 3) for pair in pairs])
        sizes = [(5 if small else 40) * times for times in TIMES]
        some = [archive.document(600, 100 + number) for number in range(sizes[-1])]
        done = [(work(data), data) for data in some]
        add(made, "storing, by documents", sizes, [least(partial(keep, folder, numbers, done[:size]), 1)
                                                   for size in sizes])
    return made


def work(data: bytes) -> Done:
    return process(data, "a.pdf", Settings(), BLANK, lambda _: None)


def least(task: Work, rounds: int) -> float:
    """Processor seconds of the fastest round."""
    return min(seconds(task, time.process_time) for _ in range(rounds))


def keep(folder: Path, numbers: Iterator[int], done: list[tuple[Done, bytes]]) -> None:
    """Into a ledger of their own."""
    with Store(folder / f"{next(numbers)}.db") as store:
        run = store.start_run("1", "0")
        for one, data in done:
            store.add_prepared(one.prepared, data, run, "a.pdf")


def add(made: Result, name: str, sizes: list[int], taken: list[float]) -> None:
    """A curve and its slope."""
    made.points[name] = [(float(size), each) for size, each in zip(sizes, taken, strict=True)]
    slope = float(numpy.polyfit(numpy.log(sizes), numpy.log(taken), 1)[0])
    made.aim(f"slope of {name}", slope, 1.05, most=True)
