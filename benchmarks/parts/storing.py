"""(c) Storing: a document with its claims, beside a row at a time; and whether a large ledger is slower."""

import tempfile
import time
from dataclasses import replace
from hashlib import sha256
from itertools import count
from pathlib import Path
from statistics import median

from sqlalchemy import create_engine, insert

from benchmarks.results import Result
from benchmarks.text import report
from benchmarks.timing import in_turns
from corpus import from_text
from db import Prepared, Store, prepare, tables
from db.prepared import CLAIM, Written
from extract import extract

WORDS = 1_000
OURS, BY_ROW = "factledger, one transaction", "a row at a time"


def measure(small: bool) -> Result:
    """Milliseconds a document of a thousand words, without the disk's own time (`synchronous` is off in both)."""
    made = Result("storing", "Storing a document", "ms a document")
    with tempfile.TemporaryDirectory() as folder:
        document = from_text(report(WORDS))
        rows, numbers = prepare(document, extract(document)), count()
        with Store(Path(folder) / "a.db") as store:
            run = store.start_run("1", "0")
            timings = in_turns({
                OURS: lambda: keep(store, rows, next(numbers), run),
                BY_ROW: lambda: keep_by_row(Path(folder) / "rows.db", rows),
            }, 5 if small else 15)
        made.series = {name: [1000 * item for item in timing.rounds] for name, timing in timings.items()}
        grow(made, Path(folder) / "large.db", rows, 20_000 if small else 1_000_000)
    made.figures["claims a document"] = len(rows.claims.rows)
    made.figures["times faster than a row at a time"] = made.ratio(BY_ROW, OURS)
    return made


def keep(store: Store, rows: Prepared, number: int, run: int) -> None:
    """The same rows as another document."""
    made, data = another(rows, number)
    store.add_prepared(made, data, run, f"{number}.txt")


def another(rows: Prepared, number: int) -> tuple[Prepared, bytes]:
    """As if it had been read from other bytes: other sums, other keys."""
    data = f"{number}".encode()
    digest = sha256(data).hexdigest()
    key, record = CLAIM.index("key"), CLAIM.index("record")
    claims = []
    for row in rows.claims.rows:
        new = sha256(f"{row[key]}{number}".encode()).hexdigest()[:32]
        claims.append((new, *row[1:record], row[record].replace(row[key], new)))
    return replace(rows, sha256=digest, document=(digest, *rows.document[1:]), claims=Written.of(claims)), data


def keep_by_row(place: Path, rows: Prepared) -> None:
    """The same claims, each in a statement and a transaction of its own, as an object mapper writes them."""
    engine = create_engine(f"sqlite:///{place}")
    table = tables.claim
    table.create(engine, checkfirst=True)
    with engine.connect() as connection:
        for number, row in enumerate(rows.claims.rows):
            values = dict(zip(CLAIM, row, strict=True))
            name = f"{time.perf_counter_ns()}-{number}"
            connection.execute(insert(table).values(public_id=name, document=1, run=1, **values))
            connection.commit()
    engine.dispose()


def grow(made: Result, place: Path, rows: Prepared, claims: int) -> None:
    """Documents until there are so many claims: the last thousand may not be slower than the first."""
    documents = max(40, claims // len(rows.claims.rows))
    window, taken = min(1_000, documents // 4), []
    with Store(place) as store:
        run = store.start_run("1", "0")
        for number in range(documents):
            fresh, data = another(rows, number)
            begun = time.process_time()
            store.add_prepared(fresh, data, run, "a.txt")
            taken.append(1000 * (time.process_time() - begun))
    step = max(1, documents // 40)
    made.points["ms a document, by claims in the ledger"] = [
        (at * len(rows.claims.rows), median(taken[at:at + step])) for at in range(0, documents - step + 1, step)]
    made.figures["claims in the large ledger"] = documents * len(rows.claims.rows)
    made.figures["bytes a claim"] = place.stat().st_size / (documents * len(rows.claims.rows))
    made.aim("last documents to first, in time", median(taken[-window:]) / median(taken[:window]), 1.2, most=True)
