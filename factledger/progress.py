"""What a person, or another program, sees of documents on their way into the ledger."""

import argparse
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from factledger.terminal import count, plain

if TYPE_CHECKING:
    from db import Reread
    from factledger.batch import Batch, Outcome
    from factledger.batch.source import Source

Planned = list[tuple["Source", str]]    # with the id of the document if it is known


def shower(options: argparse.Namespace) -> "Show":
    """How these options want it shown."""
    return Records() if options.json else Quiet() if options.quiet else Terminal() if sys.stdout.isatty() else Show()


class Show:
    """Lines on standard output: one for each document, then the summary; what failed and why on standard error."""

    def __init__(self) -> None:
        self.begun = time.perf_counter()
        self.problems: list[str] = []

    @contextmanager
    def progress(self, total: int) -> Iterator[None]:
        """While so many documents come."""
        yield

    def one(self, outcome: "Outcome") -> None:
        """One document."""
        if outcome.problem:
            self.problems.append(outcome.sentence)
        for text in lines(outcome):
            self.line(text)

    def line(self, text: str) -> None:
        """One line, at once."""
        print(text, flush=True)

    def plan(self, planned: Planned, missing: list[str]) -> None:
        """What would be read."""
        for source, document in planned:
            self.line(f"known    {plain(source.name)}  {document}" if document else
                      f"new      {plain(source.name)}  {source.size:,} bytes")
        new = sum(not document for _, document in planned)
        self.line(f"{count(new, 'document')} would be read, {len(planned) - new:,} known, {len(missing):,} not found")
        self._fail(missing, None)

    def end(self, batch: "Batch | None", missing: list[str], left: int) -> None:
        """What came of it all."""
        for text in summary(batch, len(missing), left, time.perf_counter() - self.begun):
            self.line(text)
        self._fail(missing + self.problems, batch.run if batch and self.problems else None)

    def _fail(self, problems: list[str], run: int | None) -> None:
        if problems:
            print("Failed:", *(f"  {plain(problem)}" for problem in problems), sep="\n", file=sys.stderr)
        if run:
            print(f"`factledger retry {run}` tries what failed in this run again.", file=sys.stderr)


class Quiet(Show):
    """Nothing but what failed."""

    def line(self, text: str) -> None:
        """Not shown."""


class Terminal(Show):
    """Lines with a bar below them: how many, how fast, how long still, how many failed."""

    @contextmanager
    def progress(self, total: int) -> Iterator[None]:
        """As Show says."""
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        rate = TextColumn("{task.fields[rate]:.1f}/s, {task.fields[failed]} failed")
        columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
        with Progress(*columns, transient=True) as self.bar:
            self.task = self.bar.add_task("", total=total, rate=0.0, failed=0)
            yield

    def one(self, outcome: "Outcome") -> None:
        """As Show says."""
        super().one(outcome)
        done = self.bar.tasks[0].completed + 1
        rate = done / max(0.001, time.perf_counter() - self.begun)
        self.bar.update(self.task, advance=1, rate=rate, failed=len(self.problems))

    def line(self, text: str) -> None:
        """As Show says; the bar moves down."""
        if bar := getattr(self, "bar", None):
            bar.console.print(text, soft_wrap=True, markup=False, highlight=False, emoji=False)
        else:
            super().line(text)


class Records(Show):
    """JSON lines: an object for each document, then the report."""

    def one(self, outcome: "Outcome") -> None:
        """As Show says."""
        self.line(json.dumps(record(outcome), ensure_ascii=False))

    def plan(self, planned: Planned, missing: list[str]) -> None:
        """As Show says."""
        for source, document in planned:
            status = {"status": "known", "document": document} if document else {"status": "new", "size": source.size}
            self.line(json.dumps({"name": source.name, **status}))
        self._fail(missing, None)

    def end(self, batch: "Batch | None", missing: list[str], left: int) -> None:
        """As Show says."""
        found: dict[str, Any] = {"run": batch.run, **batch.report.record} if batch else {}
        self.line(json.dumps({**found, "missing": missing, "not_reached": left}, ensure_ascii=False))


def record(outcome: "Outcome") -> dict[str, Any]:
    """One document for another program."""
    status = "failed" if outcome.problem else "again" if outcome.again else "new" if outcome.new else "known"
    made: dict[str, Any] = {"name": outcome.name, "status": status}
    if outcome.problem:
        return made | {"fault": outcome.problem.fault, "remedy": outcome.problem.remedy}
    made["document"] = outcome.document
    if outcome.new or outcome.again:
        made |= {name: getattr(outcome.counts, name) for name in outcome.counts.__slots__}
        made |= {"seconds": round(outcome.took, 3), "notes": outcome.notes}
    if outcome.near:
        made["near"] = {"document": outcome.near.document, "likeness": outcome.near.likeness}
    return made


def lines(outcome: "Outcome") -> list[str]:
    """One document in one line, then a line for each part of it that could not be read."""
    found = [_line(outcome), *(f"         {plain(note)}" for note in outcome.notes)]
    if near := outcome.near:
        found.append(f"         nearly the same text as {near.document} ({near.likeness:.0%} of its runs of words)")
    return found


def _line(outcome: "Outcome") -> str:
    name, counts = plain(outcome.name), outcome.counts
    if outcome.problem:
        return f"failed   {plain(outcome.sentence)}"
    if outcome.again:
        return f"again    {name}  {again_in_words(outcome.again)}, {outcome.took:.2f} s"
    if not outcome.new:
        return f"known    {name}  {outcome.document}"
    unread = f" ({counts.unread:,} unread)" if counts.unread else ""
    return (f"new      {name}  {outcome.document}: {count(counts.claims, 'claim')}, "
            f"{count(counts.numerals, 'numeral')}{unread}, {outcome.took:.2f} s")


def again_in_words(again: "Reread") -> str:
    """What a new reading changed: "d1f3a0: 2 new, 1 gone, 0 changed, 3 carried, 1 stale, 40 the same"."""
    orphaned = f" ({again.orphaned:,} found no more)" if again.orphaned else ""
    return (f"{again.document}: {again.new:,} new, {again.gone:,} gone, {again.changed:,} changed, "
            f"{again.carried:,} carried, {again.stale:,} stale{orphaned}, {again.same:,} the same")


def summary(batch: "Batch | None", missing: int, left: int, seconds: float) -> list[str]:
    """A run in a sentence, and what to do next."""
    from factledger.batch.outcome import Report

    report = batch.report if batch else Report()
    reached = f", {left:,} not reached (the same command goes on)" if left > 0 else ""
    again = f"{report.again:,} read again, " if report.again else ""
    near = f" {report.near:,} nearly the same as another," if report.near else ""
    counts = f"{count(report.counts.claims, 'claim')}, {count(report.counts.numerals, 'numeral')}"
    made = [f"{count(report.new, 'new document')} ({counts}),{near} {again}"
            f"{report.known:,} known, {report.failed + missing:,} failed{reached}, {seconds:.1f} s"]
    if report.stale:
        made.append(f"{count(report.stale, 'decided claim')} to look at again: factledger claims --state stale")
    return made
