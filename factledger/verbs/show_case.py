"""`factledger show-case`: a decision's card, from the ledger or straight from a file."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from factledger.errors import Failure
from factledger.options import add_db, open_store
from factledger.reading_options import add_names, add_reading, settings_of
from factledger.terminal import Printer, plain

if TYPE_CHECKING:
    from models import Document, Extraction

HELP = "show a decision's card: court, case, dates, panel, parties, lawyers, outcome, orders"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which decision."""
    parser.add_argument("document", metavar="DOCUMENT", help="a file, read without a database, or a document's id")
    add_db(parser)
    add_reading(parser)
    add_names(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the card. A document that is no decision is an error that says so."""
    from factledger.case_card import case_card

    title, document, found = _from_file(options) if Path(options.document).exists() else _from_ledger(options)
    if found.case is None:
        raise Failure(f"{title}: this is no court decision; `factledger extract` prints what is found in any document")
    printer = Printer()
    printer.line(plain(title), "bold")
    printer.line("")
    for name, value in case_card(document, found):
        printer.line(f"  {name:<16} {plain(value)}")
    return 0


def _from_file(options: argparse.Namespace) -> tuple[str, "Document", "Extraction"]:
    from factledger.problem import problem_of
    from factledger.reading import extracted

    path = Path(options.document)
    try:
        return plain(path.name), *extracted(path, settings_of(options))
    except Exception as error:
        raise Failure(problem_of(error).about(path)) from None


def _from_ledger(options: argparse.Namespace) -> tuple[str, "Document", "Extraction"]:
    with open_store(options) as store:
        entry = store.entry(options.document)
        return f"{entry.id} {entry.title or entry.name}", store.document(entry.id), store.extraction(entry.id)
