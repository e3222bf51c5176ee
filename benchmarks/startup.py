"""How long a person waits at the first command: whole processes, started cold, wall seconds.

Run with `python -m benchmarks.startup`.
"""

import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from benchmarks.text import report
from benchmarks.timing import in_turns

ROUNDS = 7
WORDS = 1_000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.txt"
        file.write_text(report(WORDS), encoding="utf8")
        commands = {"factledger --help": ["--help"], f"factledger extract, {WORDS:,} words": ["extract", str(file)]}
        timings = in_turns({name: partial(run, words) for name, words in commands.items()}, ROUNDS, time.perf_counter)
    print(f"start-up, {ROUNDS} rounds in turns            median    spread")
    for name, timing in timings.items():
        print(f"{name:36} {timing.median:8.2f} s  {timing.spread:6.0%}")


def run(arguments: list[str]) -> None:
    subprocess.run([sys.executable, "-m", "factledger", *arguments], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
