"""`factledger claims`: the claims of the ledger, as a table or as JSON lines."""

import argparse
import json
from itertools import groupby
from typing import TYPE_CHECKING

from factledger.options import add_db, events, one_of, open_store, states
from factledger.terminal import Printer, count, plain, utf8_output

if TYPE_CHECKING:
    from db import Filters, Store, StoredDocument

HELP = "list claims"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Filters and the format."""
    parser.add_argument("--document", metavar="ID", help="only of this document (its id or the beginning of it)")
    parser.add_argument("--event", type=one_of("event", events), metavar="EVENT", help="only of this event")
    parser.add_argument("--state", type=one_of("state", states), metavar="STATE", help="only in this state")
    parser.add_argument("--format", choices=("table", "jsonl"), default="table", help="(default: table)")
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the claims that fit all filters."""
    from db import Filters

    filters = Filters(options.document, options.event, options.state)
    with open_store(options) as store:
        (_print_lines if options.format == "jsonl" else _print_table)(store, filters)
    return 0


def _print_lines(store: "Store", filters: "Filters") -> None:
    """The whole claim as JSON, with its id, its document's id, its state and its words."""
    utf8_output()
    for document, group in groupby(store.claims(filters), key=lambda stored: stored.document):
        text = store.text(document)
        for stored in group:
            words = text[stored.record["start"]:stored.record["end"]]
            entry = {"id": stored.id, "document": document, "state": stored.state, "quote": words, **stored.record}
            print(json.dumps(entry, ensure_ascii=False))


def _print_table(store: "Store", filters: "Filters") -> None:
    from factledger.claim_table import COLUMNS, GAP, claim_cells, line, quote, widths

    printer, found = Printer(), list(store.claims(filters))
    rows = [[plain(cell) for cell in claim_cells(stored)] for stored in found]
    sizes = widths([list(COLUMNS), *rows], printer.width)
    documents = {document.id: document for document in store.documents()}
    numbered, margin = iter(rows), " " * (sizes[0] + len(GAP))
    for document, group in groupby(found, key=lambda stored: stored.document):
        printer.line(heading(documents[document]), "bold")
        printer.line(line(list(COLUMNS), sizes), "dim")
        text = store.text(document)
        for stored in group:
            printer.line(line(next(numbered), sizes))
            printer.line(margin + quote(text, stored.claim, printer.width - len(margin)), "dim")
        printer.line("")
    print(count(len(found), "claim"))


def heading(document: "StoredDocument") -> str:
    """The document's id and what it says of itself."""
    known = [document.publisher, document.published, document.name]
    return plain(f"{document.id}  {document.title or 'untitled'} ({', '.join(word for word in known if word)})")
