"""`factledger show`: one claim with everything that it rests on."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factledger.options import add_db, open_store
from factledger.terminal import Printer, plain

if TYPE_CHECKING:
    from db import Store, StoredClaim

HELP = "show one claim: its sentence, its slots with their words, and why it was found"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which claim."""
    parser.add_argument("claim", metavar="CLAIM", help="the claim's id, or the beginning of it")
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the claim."""
    with open_store(options) as store:
        printer, stored = Printer(), store.claim(options.claim)
        _print_claim(store, stored, printer)
        for sentence in (*_place(store, stored), *_history(store, stored)):
            printer.line(plain(sentence))
    return 0


def _print_claim(store: "Store", stored: "StoredClaim", printer: Printer) -> None:
    from factledger.claim_card import headline, marked_sentence, slots, why

    document = store.document(stored.document)
    printer.line(plain(headline(stored)), "bold")
    printer.line(f"\n  {marked_sentence(document, stored.claim, printer)}\n")
    for name, value, words in slots(document, stored.claim, store.claim_ids(stored.document)):
        printer.line(f"  {name:<11} {plain(value)}  {printer.styled(plain(words), 'dim')}".rstrip())
    printer.line("")
    for sentence in why(document, stored):
        printer.line(plain(sentence))


def _place(store: "Store", stored: "StoredClaim") -> Iterator[str]:
    """Which document, page and characters."""
    entry = next(item for item in store.documents() if item.id == stored.document)
    page = store.page(stored.document, stored.claim.start)
    said = ", ".join(word for word in (entry.publisher, entry.published) if word)
    yield f"Document {entry.id}: {entry.title or entry.name}" + (f" ({said})" if said else "") + f", file {entry.name}"
    place = f"Characters {stored.claim.start}-{stored.claim.end}"
    yield place if page is None else f"Page {page}, {place[0].lower()}{place[1:]}"


def _history(store: "Store", stored: "StoredClaim") -> Iterator[str]:
    """Who decided what, the oldest first."""
    for decision in store.decisions(stored.id):
        reason = f": {decision.reason}" if decision.reason else ""
        yield f"{decision.made_at}  {decision.verdict} by {decision.reviewer}{reason}"
