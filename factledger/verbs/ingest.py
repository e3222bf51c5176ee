"""`factledger ingest`: documents into the ledger."""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from factledger.options import add_db, open_store
from factledger.paths import named
from factledger.reading_options import add_reading, settings_of
from factledger.terminal import count, plain

if TYPE_CHECKING:
    from factledger.batch import Outcome

HELP = "read documents, extract their claims and keep them"

Show = Callable[[str], None]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Files, folders, patterns."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help="a file, a folder (with all below it) or a pattern")
    add_reading(parser)
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Status 1 when anything failed; the rest is kept all the same."""
    begun = time.perf_counter()
    found = named(options.paths)
    problems = [f"{word}: {reason}" for word, reason in found.missing]
    done: list[Outcome] = []
    try:
        if found.files:
            _ingest(options, found.files, done)
    finally:
        problems += [outcome.problem for outcome in done if outcome.problem]
        if done or problems:
            _summarise(done, problems, len(found.files) - len(done), time.perf_counter() - begun)
    return 1 if problems else 0


def _ingest(options: argparse.Namespace, files: list[Path], done: "list[Outcome]") -> None:
    """Appends what became of each file to `done`, and shows it."""
    with open_store(options, create=True) as store, _progress(len(files)) as (show, advance):
        from factledger.batch import Batch

        for outcome in Batch(store, settings_of(options)).ingest(files):
            done.append(outcome)
            for text in lines(outcome):
                show(text)
            advance()


def lines(outcome: "Outcome") -> list[str]:
    """One document in one line, then a line for each part of it that could not be read."""
    return [_line(outcome), *(f"         {plain(note)}" for note in outcome.notes)]


def _line(outcome: "Outcome") -> str:
    name = plain(str(outcome.path))
    if outcome.problem:
        return f"failed   {plain(outcome.problem)}"
    if not outcome.new:
        return f"known    {name}  {outcome.document}"
    unread = f" ({outcome.unread:,} unread)" if outcome.unread else ""
    return (f"new      {name}  {outcome.document}: {count(outcome.claims, 'claim')}, "
            f"{count(outcome.numerals, 'numeral')}{unread}, {outcome.seconds:.2f} s")


@contextmanager
def _progress(total: int) -> Iterator[tuple[Show, Callable[[], None]]]:
    """How a line is shown, and what counts a document: a progress bar below the lines, but on a terminal only."""
    if not sys.stdout.isatty():
        yield lambda text: print(text, flush=True), lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, transient=True) as bar:
        task = bar.add_task("", total=total)

        def show(text: str) -> None:
            bar.console.print(text, soft_wrap=True, markup=False, highlight=False, emoji=False)

        yield show, lambda: bar.advance(task)


def _summarise(done: "list[Outcome]", problems: list[str], left: int, seconds: float) -> None:
    """What came of it all; what failed and why goes to standard error."""
    new = [outcome for outcome in done if outcome.new]
    known = sum(not outcome.new and not outcome.problem for outcome in done)
    claims, numerals = sum(item.claims for item in new), sum(item.numerals for item in new)
    reached = f", {left:,} not reached (the same command goes on)" if left else ""
    print(f"{count(len(new), 'new document')} ({count(claims, 'claim')}, {count(numerals, 'numeral')}), "
          f"{known:,} known, {len(problems):,} failed{reached}, {seconds:.1f} s", flush=True)
    if problems:
        print("Failed:", *(f"  {plain(problem)}" for problem in problems), sep="\n", file=sys.stderr)
