"""`factledger ingest`: documents into the ledger."""

import argparse
import signal
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event
from types import FrameType
from typing import TYPE_CHECKING

from factledger.errors import Misuse
from factledger.options import add_db, open_store
from factledger.reading_options import add_names, add_reading, positive, settings_of

if TYPE_CHECKING:
    from db import Store
    from factledger.batch import Outcome
    from factledger.batch.source import Source
    from factledger.progress import Show

HELP = "read documents, extract their claims and keep them"
STOPPED = 130   # as a shell gives it for an interrupt


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Files, folders, patterns; how much, how many at once, and what is shown."""
    parser.add_argument("paths", metavar="PATH", nargs="*", help="a file, a folder (with all below it), a pattern, "
                                                                 "or an address such as s3://archive/*.pdf")
    parser.add_argument(
        "--rerun", action="store_true",
        help="read known documents again with today's rules, all of them if no PATH is given; decisions are kept",
    )
    add_manifest(parser)
    parser.add_argument("--limit", type=positive, metavar="N", help="read at most N documents that are not known yet")
    parser.add_argument("--watch", metavar="FOLDER",
                        help="read what is in this folder, then what arrives in it, each file when it is complete")
    parser.add_argument("--dry-run", action="store_true", help="tell what would be read, and keep nothing")
    add_work(parser)
    add_reading(parser)
    add_names(parser)
    add_db(parser)


def add_manifest(parser: argparse.ArgumentParser) -> None:
    """`--manifest`."""
    parser.add_argument("--manifest", metavar="LIST.csv",
                        help="what is known of each file: a CSV file with the column file, and title, publisher, date, "
                             "url, collector; without a PATH, its files are read")


def add_work(parser: argparse.ArgumentParser) -> None:
    """`--jobs`, `--dask`, `--quiet`, `--json`."""
    parser.add_argument("--dask", metavar="ADDRESS", help="work on a Dask cluster, such as tcp://10.0.0.1:8786")
    parser.add_argument("--jobs", type=positive, metavar="N",
                        help="how many documents are read at once (default: one for each processor)")
    parser.add_argument("--generous", action="store_true",
                        help="let each document use 2 GB of memory; a small file may not, for it could be a bomb")
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--quiet", action="store_true", help="show only what failed")
    shown.add_argument("--json", action="store_true", help="one JSON object for each document, then the report")


def run(options: argparse.Namespace) -> int:
    """Status 1 when anything failed; the rest is kept all the same."""
    if options.watch:
        return _watch(options)
    if not options.paths and not options.rerun and not options.manifest:
        raise Misuse("name the files to read, or give --rerun to read those of the ledger again")
    from factledger.sources import gathered

    return ingest(options, *gathered(options.paths, options.manifest))


def ingest(options: argparse.Namespace, sources: "list[Source]", missing: list[str]) -> int:
    """Reads these sources as the options say; `missing` are the sentences for what named none."""
    from factledger.progress import shower

    show = shower(options)
    if not sources and missing:
        show.end(None, missing, 0)
        return 1
    if options.dry_run:
        return _tell(options, sources, missing, show)
    with open_store(options, create=bool(sources)) as store:
        chosen = _chosen(store, sources, options.limit) if options.limit else sources
        return _work(options, store, chosen, missing, show)


def _tell(options: argparse.Namespace, sources: "list[Source]", missing: list[str], show: "Show") -> int:
    """What would be done, without a trace."""
    from factledger.batch.source import known

    exists = "://" in options.db or Path(options.db).exists()
    store = open_store(options) if exists else None
    show.plan([(source, known(store, source)) for source in sources], missing)
    if store:
        store.close()
    return 1 if missing else 0


def _chosen(store: "Store", sources: "list[Source]", limit: int) -> "list[Source]":
    """The first so many that are not known, in the order of work."""
    from itertools import islice

    from factledger.batch.source import known, largest_first

    return list(islice((item for item in largest_first(sources) if not known(store, item)), limit))


def _work(
    options: argparse.Namespace, store: "Store", sources: "list[Source]", missing: list[str], show: "Show"
) -> int:
    from factledger.batch import Batch
    from factledger.pools import pool_of

    total = len(sources) or store.status().documents
    pool = pool_of(options, total)
    stopped = Event()
    with Batch(store, settings_of(options), pool, stopped, options.generous) as batch, _interruptible(stopped):
        outcomes = batch.ingest(sources, options.rerun) if sources or not options.rerun else batch.rerun()
        try:
            _show(outcomes, total, show)
        finally:
            show.end(batch, missing, total - batch.report.documents)
    if stopped.is_set():
        return STOPPED
    return 1 if missing or batch.report.failed else 0


def _watch(options: argparse.Namespace) -> int:
    """Reads what is in the folder and what arrives, group by group, until someone stops it."""
    from factledger.arrivals import arrivals
    from factledger.batch import Batch
    from factledger.pools import pool_of
    from factledger.progress import shower
    from factledger.sources import gathered

    stopped = Event()
    with open_store(options, create=True) as store, closing(pool_of(options)) as pool, _interruptible(stopped):
        for group in arrivals(Path(options.watch), stopped):
            sources, _ = gathered([str(path) for path in group], options.manifest)
            batch, show = Batch(store, settings_of(options), pool, stopped, options.generous), shower(options)
            _show(batch.ingest(sources), len(sources), show)
            show.end(batch, [], len(sources) - batch.report.documents)
    return STOPPED


def _show(outcomes: "Iterator[Outcome]", total: int, show: "Show") -> None:
    with show.progress(total):
        for outcome in outcomes:
            show.one(outcome)


@contextmanager
def _interruptible(stopped: Event) -> Iterator[None]:
    """The first Ctrl-C sets `stopped`, so that what is in hand is finished; the second one stops at once."""
    def stop(_: int, __: FrameType | None) -> None:
        if stopped.is_set():
            raise KeyboardInterrupt
        print("finishing the documents in hand; once more stops at once", file=sys.stderr, flush=True)
        stopped.set()

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
