"""(e) The command with one process and with two; and a second ingest of a known archive."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import archive
from benchmarks.results import Result
from db import Store

ROUNDS = 3


def measure(small: bool) -> Result:
    """Seconds by the clock of the whole command without its start, in turns."""
    made = Result("scaling", "One process and two", "s")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        archive.make(folder / "in", 12 if small else 240, seed=7)
        for number in range(1 if small else ROUNDS):
            for jobs in (1, 2):
                place = folder / f"{number}-{jobs}.db"
                made.series.setdefault(f"{jobs} at once", []).append(ingest(folder / "in", place, jobs))
        known = ingest(folder / "in", place, 2)
    documents = 12 if small else 240
    made.figures["documents"] = documents
    made.aim("two processes to one", made.ratio("1 at once", "2 at once"), 1.8)
    made.aim("known documents a second", documents / known, 200)
    return made


def ingest(folder: Path, place: Path, jobs: int) -> float:
    """Seconds, as the run's own report tells; of a known archive, of the command without an empty one's."""
    command = [sys.executable, "-m", "factledger", "ingest", str(folder), "--db", str(place), "--quiet", "--jobs"]
    with Store(place) as store:
        before = len(store.runs())
    begun = time.perf_counter()
    subprocess.run([*command, str(jobs)], check=True)
    taken = time.perf_counter() - begun
    with Store(place) as store:
        runs = store.runs()
    if len(runs) > before and runs[-1].report:
        return float(runs[-1].report["clock"]) - start(folder.parent)
    return taken - start(folder.parent, known=True)


def start(folder: Path, known: bool = False) -> float:
    """Seconds that a command takes for one small document: loading the rules, or only starting up."""
    name = f"{time.perf_counter_ns()}"
    (folder / f"{name}.txt").write_text(f"Nobody came on {name}.", encoding="utf8")
    words = ["ingest", str(folder / f"{name}.txt"), "--db", str(folder / f"{name}.db"), "--quiet"]
    command = [sys.executable, "-m", "factledger", *words]
    subprocess.run(command, check=True)
    if not known:
        with Store(folder / f"{name}.db") as store:
            report = store.runs()[-1].report or {}
        return float(report["clock"])
    begun = time.perf_counter()
    subprocess.run(command, check=True)
    return time.perf_counter() - begun
