"""A thousand PDFs with thirty hostile ones: all others are stored, in less than 1 GB, the same however many work.

`python -m benchmarks.thousand [DOCUMENTS] [HOSTILE]` makes the archive, reads it with one process, with two and on a
Dask cluster of two workers, and compares what is exported byte by byte.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import archive
from benchmarks.results import Result
from db import Store
from export import Options, export

MOST = 4_000            # words of a document
SECONDS = "20"          # for one document: some of the hostile ones never end
PORT = 18_786


def main() -> None:
    documents, hostile = (int(word) for word in (*sys.argv[1:], *("1000", "30")[len(sys.argv) - 1:]))
    made = measure(documents, hostile)
    for target in made.targets:
        print(f"{'met   ' if target.met else 'MISSED'} {target.what}: {target.value:,.2f}")
    if documents >= 1000:
        print(made.save())
    raise SystemExit(not all(target.met for target in made.targets))


def measure(documents: int, hostile: int) -> Result:
    """Reads one archive in three ways."""
    made, texts = Result("thousand", "A thousand documents, thirty of them hostile", "s"), []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        archive.make(folder / "in", documents, hostile, most=MOST)
        with cluster(folder) as address:
            for way in (["--jobs", "1"], ["--jobs", "2"], ["--dask", address]):
                seconds, memory = ingest(folder, way)
                title = " ".join(way[:2]).split(" tcp")[0]
                made.series[title] = [seconds]
                texts.append(facts(made, folder / "a.db", title, documents, hostile))
                if "--jobs" in way:
                    made.aim(f"GB of memory in all, {title}", memory / 1e9, 1.0, most=True)
    made.aim("different exports", len(set(texts)), 1, most=True)
    return made


def ingest(folder: Path, way: list[str]) -> tuple[float, int]:
    """Seconds, and the most memory that the command had with all its processes (bytes; shared ones once)."""
    (folder / "a.db").unlink(missing_ok=True)
    words = ["ingest", str(folder / "in"), "--db", str(folder / "a.db"), "--quiet", "--seconds", SECONDS, *way]
    command = [sys.executable, "-m", "factledger", *words]
    begun = time.perf_counter()
    program = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    most, done = 0, threading.Event()
    while program.poll() is None:
        most = max(most, memory_of(program.pid))
        done.wait(0.25)
    return time.perf_counter() - begun, most


def memory_of(parent: int) -> int:
    """Bytes of this process and all below it, what they share counted once (PSS)."""
    total = 0
    for pid in family(parent):
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf8").splitlines()
        except OSError:
            continue
        total += next((1024 * int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    return total


def family(parent: int) -> Iterator[int]:
    """This process and all below it."""
    yield parent
    for task in Path(f"/proc/{parent}/task").glob("*/children"):
        try:
            children = task.read_text(encoding="utf8").split()
        except OSError:
            continue
        for child in children:
            yield from family(int(child))


def facts(made: Result, place: Path, title: str, documents: int, hostile: int) -> bytes:
    """What is exported; notes how many documents were stored and reported."""
    with Store(place) as store:
        (run,) = store.runs()
        made.aim(f"stored, {title}", len(store.documents()), documents - hostile)
        made.aim(f"reported, {title}", len(store.failures(run.number)), hostile)
        target = place.with_suffix(".jsonl")
        export(store, target, Options(everything=True), force=True)
    return target.read_bytes()


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """The address of a scheduler with two workers of one thread."""
    dask, address = str(Path(sys.executable).parent / "dask"), f"tcp://127.0.0.1:{PORT}"
    commands = [["scheduler", "--port", str(PORT)], *[["worker", address, "--nthreads", "1"]] * 2]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    started = [subprocess.Popen([dask, *words, "--host", "127.0.0.1", "--no-dashboard"], cwd=folder, env=environment,
                                start_new_session=True, stderr=subprocess.DEVNULL) for words in commands]
    try:
        yield address
    finally:
        for process in reversed(started):
            os.killpg(process.pid, 9)
            process.wait()


if __name__ == "__main__":
    main()
