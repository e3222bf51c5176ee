"""`factledger backup`: a whole copy of the ledger, while others go on writing."""

import argparse
from pathlib import Path

from factledger.options import add_db, open_store
from factledger.terminal import plain

HELP = "copy the ledger into a new file, also while others write into it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the copy goes."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a file that does not exist yet")
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Writes the copy and prints the head of its chain."""
    with open_store(options) as store:
        store.backup(options.file)
    with open_store(argparse.Namespace(db=str(options.file))) as copy:
        print(plain(f"{options.file}: a copy of {options.db}, head {copy.head()}"))
    return 0
