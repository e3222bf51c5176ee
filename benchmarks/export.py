"""How long 100,000 facts take to leave a ledger, and how much memory: each format in a process of its own.

Run with `python -m benchmarks.export [FACTS] [ENDING ...]`. The ledger is made first: documents of 100 claims each on
several pages with a box for every word. Seconds are those of the processor; memory is the most that the process held.
"""

import hashlib
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from db import Store
from models import Block, Claim, Counted, Document, Extraction, Page, Place, Quantity, Source, Span, When, Word

FACTS, ENDINGS = 100_000, (".csv", ".jsonl", ".xlsx", ".sqlite", ".parquet")
A_DOCUMENT, A_PAGE, A_LINE = 100, 360, 10  # claims; words; words
QUOTE = "At least 23 civilians were killed in Belora on 4 May 2021"
SENTENCE = f"{QUOTE}, the mayor said, and many others fled across the river. "
ONE = """
import resource, sys, time
from pathlib import Path
from db import Store
from export import Options, export
store, out = Store(sys.argv[1]), Path(sys.argv[2])
started = time.process_time()
number = export(store, out, Options(everything=True))
used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
seconds, size = time.process_time() - started, out.stat().st_size >> 20
print(f"{out.suffix:10} {number:9,} facts {seconds:8.2f} s {used:7.0f} MB of memory {size:6,} MB written")
"""


def main() -> None:
    """Makes the ledger and exports it."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else FACTS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        fill(path, wanted // A_DOCUMENT)
        for ending in sys.argv[2:] or ENDINGS:
            subprocess.run([sys.executable, "-c", ONE, str(path), str(Path(folder) / f"facts{ending}")], check=True)


def fill(path: Path, documents: int) -> None:
    """A ledger of that many documents."""
    with Store(path) as store:
        run = store.start_run("benchmark", "0" * 64)
        for number in range(documents):
            text = f"Report {number}\n" + SENTENCE * A_DOCUMENT
            found = Extraction(claims=tuple(claims(text, number)))
            store.add(document(text), text.encode(), found, run, f"{number}.txt")


def document(text: str) -> Document:
    """The text on pages, its words on lines."""
    words = tuple(_word(place, found) for place, found in enumerate(re.finditer(r"\S+", text)))
    starts = [word.start for word in words[::A_PAGE]]
    pages = tuple(
        Page(number, 595.0, 842.0, start, end)
        for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True), 1)
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(text, digest, digest, "text/plain", pages, words, (Block("paragraph", 0, len(text)),), "A report",
                    "Benchmarks", date(2021, 6, 1))


def _word(place: int, found: re.Match[str]) -> Word:
    page, place = divmod(place, A_PAGE)
    line, place = divmod(place, A_LINE)
    left, top = 50.0 + 50 * place, 50.0 + 20 * line
    return Word(found.start(), found.end(), page + 1, (left, top, left + 45, top + 12))


def claims(text: str, number: int) -> Iterator[Claim]:
    """One in each sentence."""
    for found in re.finditer(re.escape(QUOTE), text):
        def at(words: str, start: int = found.start()) -> Span:
            where = text.index(words, start)
            return Span(where, where + len(words))

        yield Claim(
            found.start(), found.end(), at("At least 23"), Quantity(low=Decimal(23), wording="At least 23"), "count",
            Counted("civilians", "civilian", at("civilians")), "killed", "affirmed", "stated",
            Source("the mayor", "speaker", at("the mayor")), "benchmark", 0.9,
            hashlib.sha256(f"{number} {found.start()}".encode()).hexdigest(),
            place=Place("Belora", "GE", at("Belora")), happened=When("2021-05-04", "day", at("4 May 2021")),
        )


if __name__ == "__main__":
    main()
