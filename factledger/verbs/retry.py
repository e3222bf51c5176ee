"""`factledger retry`: what a run could not read, tried again."""

import argparse

from factledger.options import add_db, open_store
from factledger.reading_options import add_names, add_reading, positive
from factledger.verbs.ingest import add_manifest, add_work, ingest

HELP = "try what a run could not read again"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which run, and how it is read this time."""
    parser.add_argument("number", metavar="RUN", type=positive, help="the number of the run: see `factledger runs`")
    add_manifest(parser)
    add_work(parser)
    add_reading(parser)
    add_names(parser)
    add_db(parser)
    parser.set_defaults(paths=[], rerun=False, limit=None, dry_run=False, watch=None)


def run(options: argparse.Namespace) -> int:
    """As `ingest`, for the files that failed in this run; what is known since is not read again."""
    from pathlib import Path

    from factledger.manifest import Manifest
    from factledger.sources import again

    with open_store(options) as store:
        store.run(options.number)
        names = dict.fromkeys(failure.name for failure in store.failures(options.number))
    if not names:
        print(f"nothing failed in run {options.number}")
        return 0
    listed = Manifest.of(Path(options.manifest)) if options.manifest else Manifest()
    return ingest(options, [again(name, listed) for name in names], listed.faults)
