"""(d) The whole: PDF to claims that can be reviewed, beside the stack that a user would put together."""

import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from benchmarks import archive, reference, stack
from benchmarks.results import Result
from benchmarks.timing import in_turns
from corpus import Settings, read_bytes
from db import Addition, Store
from extract import extract
from factledger.batch.card import BLANK
from factledger.batch.work import Work, process

OURS, THEIRS = "factledger", "pdfplumber, small spaCy pipeline, row by row"
READ, FOUND, MADE = "factledger, reading alone", "factledger, reading and extraction", "factledger, not stored"
STORED = "factledger, storing alone"

WORDS = (1_000, 3_000, 9_000)       # a short release, a report and a long one


def measure(small: bool) -> Result:
    """Processor milliseconds a page, in one process, the same documents in turns."""
    made = Result("whole", "From PDF to claims", "ms a page")
    data = [archive.document(words, words) for words in (WORDS[:2] if small else WORDS)]
    nlp, rounds = reference.pipeline(), 2 if small else 5
    with tempfile.TemporaryDirectory() as folder:
        place, numbers = Path(folder), count()
        pages = sum(stack.ingest(nlp, one, "a.pdf", place / "warm.db") for one in data)
        with Store(place / "ours.db") as store:
            run = store.start_run("1", "0")
            made_before = [additions(data, numbers) for _ in range(rounds + 1)]
            timings = in_turns({
                OURS: lambda: store.add_all(additions(data, numbers), run),
                STORED: lambda: store.add_all(made_before.pop(), run),
                MADE: lambda: [work(one) for one in data],
                FOUND: lambda: [extract(read_bytes(one, "a.pdf")) for one in data],
                READ: lambda: [read_bytes(one, "a.pdf") for one in data],
                THEIRS: lambda: [stack.ingest(nlp, one, "a.pdf", place / "theirs.db") for one in data],
            }, rounds)
    made.series = {name: [1000 * item / pages for item in timing.rounds] for name, timing in timings.items()}
    tell(made)
    return made


def tell(made: Result) -> None:
    """What the rounds say of each stage, and of what must be reached."""
    whole, rows, found, read = (made.timing(name).median for name in (OURS, MADE, FOUND, READ))
    storing = 1 / made.ratio(OURS, STORED)
    made.figures = {
        "milliseconds a page": whole, "share of reading": read / whole, "share of extraction": (found - read) / whole,
        "share of making rows": (rows - found) / whole, "share of storing": storing,
    }
    made.aim("times the stack, one core", made.ratio(THEIRS, OURS), 10)
    made.aim("whole to reading and extraction alone", made.ratio(OURS, FOUND), 1.25, most=True)
    made.aim("share of storing", storing, 0.1, most=True)


def work(data: bytes) -> Work:
    """As a worker does it."""
    return process(data, "a.pdf", Settings(), BLANK, lambda _: None)


def additions(data: list[bytes], numbers: Iterator[int]) -> list[Addition]:
    """What the batch keeps in one transaction: what was read within half a second. The bytes are new each time."""
    fresh = [one + b"\n%% %d" % next(numbers) for one in data]
    made = [work(one) for one in fresh]
    return [Addition(done.prepared, one, "a.pdf", done.likeness) for done, one in zip(made, fresh, strict=True)]
