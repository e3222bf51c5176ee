"""(e) The command with one process and with two; and a second ingest of a known archive."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import archive
from benchmarks.results import Result

ROUNDS, DOCUMENTS = 3, 240


def measure(small: bool) -> Result:
    """Seconds by the clock from the first document to the last, without loading the rules, in turns."""
    made, documents = Result("scaling", "One process and two", "s"), 12 if small else DOCUMENTS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        archive.make(folder / "in", documents, seed=7)
        (folder / "one.txt").write_text("Nobody came.", encoding="utf8")
        for number in range(1 if small else ROUNDS):
            loading = clock(folder / "one.txt", folder / f"{number}.db", 1)
            for jobs in (1, 2):
                place = folder / f"{number}-{jobs}.db"
                taken = clock(folder / "in", place, jobs) - loading
                made.series.setdefault(f"{jobs} at once", []).append(taken)
        known = clock(folder / "in", place, 2)
    made.figures["documents"] = documents
    made.aim("two processes to one", made.ratio("1 at once", "2 at once"), 1.8)
    made.aim("known documents a second", documents / known, 200)
    return made


def clock(files: Path, place: Path, jobs: int) -> float:
    """Seconds, as the command's own report tells."""
    words = ["ingest", str(files), "--db", str(place), "--json", "--jobs", str(jobs)]
    done = subprocess.run([sys.executable, "-m", "factledger", *words], check=True, capture_output=True, text=True)
    return float(json.loads(done.stdout.splitlines()[-1])["clock"])
