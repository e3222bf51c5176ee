"""(d) The whole: PDF to claims that can be reviewed, beside the stack that a user would put together."""

import tempfile
import time
from itertools import count
from pathlib import Path
from typing import Any

from benchmarks import archive, reference, stack
from benchmarks.results import Result
from benchmarks.timing import in_turns
from corpus import Settings, read_bytes
from db import Store
from extract import extract
from factledger.batch.card import BLANK
from factledger.batch.work import process
from models import Extraction

OURS, THEIRS = "factledger", "pdfplumber, small spaCy pipeline, row by row"
ALONE = "factledger, reading and extraction alone"


def measure(small: bool) -> Result:
    """Processor milliseconds a page, in one process, the same documents in turns."""
    made = Result("whole", "From PDF to claims", "ms a page")
    data = [archive.document(2_000, seed) for seed in range(2 if small else 4)]
    nlp = reference.pipeline()
    with tempfile.TemporaryDirectory() as folder:
        place, numbers = Path(folder), count()
        pages = sum(stack.ingest(nlp, one, "a.pdf", place / "warm.db") for one in data)
        with Store(place / "ours.db") as store:
            run, spent = store.start_run("1", "0"), dict.fromkeys(("reading", "extraction", "rows", "storing"), 0.0)
            timings = in_turns({
                OURS: lambda: [keep(store, one, run, spent, next(numbers)) for one in data],
                ALONE: lambda: [alone(one) for one in data],
                THEIRS: lambda: [stack.ingest(nlp, one, "a.pdf", place / "theirs.db") for one in data],
            }, 2 if small else 5)
    made.series = {name: [1000 * item / pages for item in timing.rounds] for name, timing in timings.items()}
    total = sum(spent.values())
    made.figures = {f"share of {stage}": seconds / total for stage, seconds in spent.items()}
    made.figures["milliseconds a page"] = made.timing(OURS).median
    made.aim("times the stack, one core", made.ratio(THEIRS, OURS), 10)
    made.aim("whole to reading and extraction alone", made.ratio(OURS, ALONE), 1.25, most=True)
    made.aim("share of storing, rows included", (spent["rows"] + spent["storing"]) / total, 0.1, most=True)
    return made


def alone(data: bytes) -> Extraction:
    """Nothing is kept."""
    return extract(read_bytes(data, "a.pdf"))


def keep(store: Store, data: bytes, run: int, spent: dict[str, Any], number: int) -> int:
    """As the batch does it, in this process; the bytes are new each time."""
    fresh = data + b"\n%% %d" % number
    work = process(fresh, "a.pdf", Settings(), BLANK, lambda: None)
    begun = time.perf_counter()
    store.add_prepared(work.prepared, fresh, run, "a.pdf")
    for stage, seconds in (*work.seconds.items(), ("storing", time.perf_counter() - begun)):
        spent[stage] += seconds
    return work.counts.pages
