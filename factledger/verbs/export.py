"""`factledger export`: verified facts out."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from factledger.errors import Misuse
from factledger.options import add_db, events, one_of, open_store, states
from factledger.terminal import count, plain

if TYPE_CHECKING:
    from db import Store
    from export import Options, Progress

HELP = "write verified facts into a file"
FILTERS = {  # the column and the sign of each option that filters
    "event": ("event", "="), "place": ("place", "="), "since": ("date", ">="), "until": ("date", "<="),
    "source": ("source", "~"), "document": ("document", "="), "reviewer": ("reviewer", "="), "state": ("state", "="),
}
ENDINGS = ".csv .jsonl .xlsx .html .sqlite .jsonld .ftm.json .uwazi.csv .parquet"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, what goes into it, and how it looks."""
    parser.add_argument("out", metavar="OUT", type=Path, help=f"the file to write; its ending says how: {ENDINGS}")
    parser.add_argument("--format", metavar="NAME", help="the format, where the file's ending does not say it")
    parser.add_argument("--bag", action="store_true", help="OUT is a folder: an evidence pack with sums and a verifier")
    parser.add_argument("--sources", action="store_true", help="put the source files into the evidence pack")
    parser.add_argument("--pictures", action="store_true",
                        help="put a picture of each fact's page, with its words framed, into the evidence pack (PDF)")
    parser.add_argument("--all", action="store_true", dest="everything", help="every claim, whatever its state")
    _add_filters(parser)
    parser.add_argument("--fields", metavar="COLUMN,...", default="", help="only these columns, in this order")
    parser.add_argument("--codebook", metavar="NAME", help="figures for vague words by a convention (acled or a .toml)")
    parser.add_argument("--for-excel", action="store_true", help="a CSV that Excel opens without running any of it")
    parser.add_argument("--names", action="store_true", help="reviewers by name instead of a pseudonym")
    parser.add_argument(
        "--redact", choices=("names",), help="replace the names of persons in every file, each by the same label",
    )
    parser.add_argument("--force", action="store_true", help="replace the file if it exists")
    add_db(parser)


def _add_filters(parser: argparse.ArgumentParser) -> None:
    """Which facts; all that are given must hold."""
    parser.add_argument("--event", type=one_of("event", events), help="only of this event")
    parser.add_argument("--place", help="only at this place")
    parser.add_argument("--since", metavar="DATE", help="only what happened on or after this day, month or year")
    parser.add_argument("--until", metavar="DATE", help="only what happened up to this day, month or year")
    parser.add_argument("--source", metavar="WORDS", help="only by the account of someone with these words in the name")
    parser.add_argument("--document", metavar="ID", help="only of this document")
    parser.add_argument("--reviewer", metavar="NAME", help="only verified by this person (a pseudonym without --names)")
    parser.add_argument("--state", type=one_of("state", states), help="only in this state, verified or not")
    parser.add_argument(
        "--where", metavar="CONDITION", action="append", default=[],
        help="only facts that fit, by any columns: 'event=killed|injured', 'value_min>10 and not place=Belora', "
             "'(quote~market or quote~square) and date>=2022-03' (repeat it to narrow further)",
    )


def run(options: argparse.Namespace) -> int:
    """Writes the file and says how much is in it and how much still waits for a reviewer."""
    from export import BadOption, verified_only

    with open_store(options) as store:
        try:
            with _progress() as progress:
                number = _write(store, options, progress)
        except BadOption as error:
            raise Misuse(str(error)) from None
        waiting = store.status().states.get("open", 0)
    what = count(number, "verified fact" if verified_only(_asked(options)) else "claim")
    print(plain(f"{options.out}: {what}, {waiting:,} open in the ledger"))
    return 0


@contextmanager
def _progress() -> "Iterator[Progress | None]":
    """Shows how many facts have been read, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.status import Status

    with Status("Writing", console=Console(stderr=True)) as line:
        yield lambda number: line.update(f"Writing {count(number, 'fact')}")


def _write(store: "Store", options: argparse.Namespace, progress: "Progress | None") -> int:
    from export import evidence_pack, export

    if options.document is not None:
        options.document = store.entry(options.document).id
    if not options.bag:
        return export(store, options.out, _asked(options), options.force, options.format, progress)
    if options.format is not None:
        raise Misuse("--bag holds its formats already: leave --format out")
    return evidence_pack(store, options.out, _asked(options), options.force, progress)


def _asked(options: argparse.Namespace) -> "Options":
    from export import Options
    from export.where import condition

    filters = [
        condition(column, sign, getattr(options, name)) for name, (column, sign) in FILTERS.items()
        if getattr(options, name) is not None
    ]
    fields = tuple(name.strip() for name in options.fields.split(",") if name.strip())
    return Options(
        options.everything, options.names, (*filters, *options.where), fields, options.codebook, options.for_excel,
        options.redact, options.sources, options.pictures,
    )
