"""`factledger ingest`: documents into the ledger."""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from factledger.errors import Misuse
from factledger.options import add_db, open_store
from factledger.paths import named
from factledger.reading_options import add_reading, settings_of
from factledger.terminal import count, plain

if TYPE_CHECKING:
    from db import Reread
    from factledger.batch import Outcome

HELP = "read documents, extract their claims and keep them"

Show = Callable[[str], None]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Files, folders, patterns."""
    parser.add_argument("paths", metavar="PATH", nargs="*", help="a file, a folder (with all below it) or a pattern")
    parser.add_argument(
        "--rerun", action="store_true",
        help="read known documents again with today's rules, all of them if no PATH is given; decisions are kept",
    )
    add_reading(parser)
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Status 1 when anything failed; the rest is kept all the same."""
    if not options.paths and not options.rerun:
        raise Misuse("name the files to read, or give --rerun to read those of the ledger again")
    begun = time.perf_counter()
    found = named(options.paths)
    problems = [f"{word}: {reason}" for word, reason in found.missing]
    done: list[Outcome] = []
    try:
        if found.files or not options.paths:
            _ingest(options, found.files, done)
    finally:
        problems += [outcome.problem for outcome in done if outcome.problem]
        if done or problems:
            left = max(0, len(found.files) - len(done))
            _summarise(done, problems, left, time.perf_counter() - begun)
    return 1 if problems else 0


def _ingest(options: argparse.Namespace, files: list[Path], done: "list[Outcome]") -> None:
    """Appends what became of each file to `done`, and shows it."""
    with open_store(options, create=bool(files)) as store:
        from factledger.batch import Batch

        batch = Batch(store, settings_of(options))
        outcomes = batch.ingest(files, options.rerun) if files else batch.rerun()
        _show(outcomes, len(files) or store.status().documents, done)


def _show(outcomes: "Iterator[Outcome]", total: int, done: "list[Outcome]") -> None:
    with _progress(total) as (show, advance):
        for outcome in outcomes:
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
    if outcome.again:
        return f"again    {name}  {again_in_words(outcome.again)}, {outcome.seconds:.2f} s"
    if not outcome.new:
        return f"known    {name}  {outcome.document}"
    unread = f" ({outcome.unread:,} unread)" if outcome.unread else ""
    return (f"new      {name}  {outcome.document}: {count(outcome.claims, 'claim')}, "
            f"{count(outcome.numerals, 'numeral')}{unread}, {outcome.seconds:.2f} s")


def again_in_words(again: "Reread") -> str:
    """What a new reading changed: "d1f3a0: 2 new, 1 gone, 0 changed, 3 carried, 1 stale, 40 the same"."""
    orphaned = f" ({again.orphaned:,} found no more)" if again.orphaned else ""
    return (f"{again.document}: {again.new:,} new, {again.gone:,} gone, {again.changed:,} changed, "
            f"{again.carried:,} carried, {again.stale:,} stale{orphaned}, {again.same:,} the same")


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
    again = sum(outcome.again is not None for outcome in done)
    known = sum(not outcome.new and not outcome.problem for outcome in done) - again
    claims, numerals = sum(item.claims for item in new), sum(item.numerals for item in new)
    reached = f", {left:,} not reached (the same command goes on)" if left else ""
    read_again = f"{again:,} read again, " if again else ""
    print(f"{count(len(new), 'new document')} ({count(claims, 'claim')}, {count(numerals, 'numeral')}), {read_again}"
          f"{known:,} known, {len(problems):,} failed{reached}, {seconds:.1f} s", flush=True)
    if stale := sum(outcome.again.stale for outcome in done if outcome.again):
        print(f"{count(stale, 'decided claim')} to look at again: factledger claims --state stale")
    if problems:
        print("Failed:", *(f"  {plain(problem)}" for problem in problems), sep="\n", file=sys.stderr)
