"""`factledger export`: verified facts out."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from factledger.errors import Misuse
from factledger.options import add_db, open_store
from factledger.terminal import count, plain

if TYPE_CHECKING:
    from db import Store
    from export import Options

HELP = "write verified facts into a file"
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
    parser.add_argument(
        "--where", metavar="CONDITION", action="append", default=[],
        help="only facts that fit, such as 'event=killed|injured', 'date>=2022-03', 'place=Belora', 'document=d1a2b3', "
             "'source~ministry', 'reviewer=reviewer 1', 'state=rejected' or any column (repeat it to narrow further)",
    )
    parser.add_argument("--fields", metavar="COLUMN,...", default="", help="only these columns, in this order")
    parser.add_argument("--codebook", metavar="NAME", help="figures for vague words by a convention (acled or a .toml)")
    parser.add_argument("--for-excel", action="store_true", help="a CSV that Excel opens without running any of it")
    parser.add_argument("--names", action="store_true", help="reviewers by name instead of a pseudonym")
    parser.add_argument(
        "--redact", choices=("names",), help="replace the names of persons in every file, each by the same label",
    )
    parser.add_argument("--force", action="store_true", help="replace the file if it exists")
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Writes the file and says how much is in it and how much still waits for a reviewer."""
    from export import BadOption, verified_only

    with open_store(options) as store:
        try:
            number = _write(store, options)
        except BadOption as error:
            raise Misuse(str(error)) from None
        states = store.status().states
    what = count(number, "verified fact" if verified_only(_asked(options)) else "claim")
    print(plain(f"{options.out}: {what}, {states.get('open', 0):,} open in the ledger"))
    return 0


def _write(store: "Store", options: argparse.Namespace) -> int:
    from export import evidence_pack, export

    if not options.bag:
        return export(store, options.out, _asked(options), options.force, options.format)
    if options.format is not None:
        raise Misuse("--bag holds its formats already: leave --format out")
    return evidence_pack(store, options.out, _asked(options), options.force)


def _asked(options: argparse.Namespace) -> "Options":
    from export import Options

    fields = tuple(name.strip() for name in options.fields.split(",") if name.strip())
    return Options(
        options.everything, options.names, tuple(options.where), fields, options.codebook, options.for_excel,
        options.redact, options.sources, options.pictures,
    )
