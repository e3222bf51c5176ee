"""`factledger runs`: what was read when, and what could not be."""

import argparse
import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from factledger.options import add_db, open_store
from factledger.reading_options import positive
from factledger.terminal import columns, count, plain

if TYPE_CHECKING:
    from db import Run, Store

HELP = "list the runs, or tell what came of one and what it could not read"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which run, and how it is told."""
    parser.add_argument("number", metavar="RUN", nargs="?", type=positive, help="the number of a run (default: all)")
    parser.add_argument("--json", action="store_true", help="one JSON object for each run")
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Prints a table, or one run."""
    with open_store(options) as store:
        if options.json:
            for found in [store.run(options.number)] if options.number else store.runs():
                print(json.dumps(record(store, found), ensure_ascii=False))
        elif options.number:
            print(*card(store, store.run(options.number)), sep="\n")
        else:
            print(*table(store), sep="\n")
    return 0


def record(store: "Store", found: "Run") -> dict[str, Any]:
    """A run for another program."""
    failed = [{"name": item.name, "fault": item.fault, "remedy": item.remedy, "failed_at": item.failed_at}
              for item in store.failures(found.number)]
    return {
        "run": found.number, "code_version": found.code_version, "rules_sha256": found.rules_sha256,
        "started_at": found.started_at, "finished_at": found.finished_at,
        "documents": store.run_documents(found.number), "report": found.report, "failures": failed,
    }


def table(store: "Store") -> list[str]:
    """Every run in a row."""
    rows = [["run", "started", "version", "documents", "failed", "claims", "seconds"]]
    for found in store.runs():
        said: dict[str, Any] = dict(found.report or {})
        failed = len(store.failures(found.number))
        counts = (f"{store.run_documents(found.number):,}", f"{failed:,}", f"{said.get('claims', 0):,}")
        clock = f"{said['clock']:.1f}" if "clock" in said else "-" if found.finished_at else "did not end"
        rows.append([str(found.number), _minute(found.started_at), found.code_version, *counts, clock])
    return columns(rows, right=3) if len(rows) > 1 else ["no run yet: `factledger ingest` makes one"]


def card(store: "Store", found: "Run") -> list[str]:
    """One run, line by line."""
    failures = store.failures(found.number)
    said: dict[str, Any] = dict(found.report or {})
    lines = [f"run {found.number}, {_minute(found.started_at)} UTC, FactLedger {found.code_version}, "
             f"rules {found.rules_sha256[:12]}"]
    if not found.finished_at:
        kept = store.run_documents(found.number)
        lines.append(f"it did not end, and kept {count(kept, 'document')}: the same ingest goes on")
    if said:
        lines += _said(said)
    for item in failures:
        lines += [f"failed   {plain(item.name)}", f"         {plain(item.fault)}; {plain(item.remedy)}"]
    if failures:
        lines.append(f"`factledger retry {found.number}` tries them again")
    return lines


def _said(said: dict[str, Any]) -> list[str]:
    """What the report says."""
    near = f", {said['near']:,} of them nearly the same as another" if said["near"] else ""
    stages = ", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in said["seconds"].items())
    return [
        f"documents  {said['new']:,} new{near}, {said['again']:,} read again, {said['known']:,} known, "
        f"{said['failed']:,} failed",
        f"read       {count(said['pages'], 'page')}, {count(said['words'], 'word')}",
        f"found      {count(said['claims'], 'claim')}, {count(said['numerals'], 'numeral')}, "
        f"{said['unread']:,} of them unread",
        f"took       {said['clock']:.1f} s by the clock; work of all processes: {stages or 'none'}",
    ]


def _minute(moment: str) -> str:
    return f"{datetime.fromisoformat(moment):%Y-%m-%d %H:%M}"
