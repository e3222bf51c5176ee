"""`factledger export`: verified facts out."""

import argparse
from pathlib import Path

from factledger.errors import Misuse
from factledger.options import add_db, open_store
from factledger.terminal import count, plain

HELP = "write verified facts into a file"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file and what goes into it."""
    parser.add_argument("out", metavar="OUT", type=Path, help="the file to write; it ends in .csv or .jsonl")
    parser.add_argument("--all", action="store_true", dest="everything", help="every claim, whatever its state")
    parser.add_argument("--names", action="store_true", help="reviewers by name instead of a pseudonym")
    parser.add_argument("--force", action="store_true", help="replace the file if it exists")
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Writes the file and says how much is in it and how much still waits for a reviewer."""
    from export import UnknownFormat, export

    with open_store(options) as store:
        try:
            number = export(store, options.out, options.everything, options.force, options.names)
        except UnknownFormat as error:
            raise Misuse(str(error)) from None
        states = store.status().states
    what = count(number, "claim") if options.everything else count(number, "verified fact")
    print(plain(f"{options.out}: {what}, {states.get('open', 0):,} open in the ledger"))
    return 0
