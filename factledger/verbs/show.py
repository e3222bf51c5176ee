"""`factledger show`: one claim with everything that it rests on, or one document."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factledger.options import add_db, open_store
from factledger.terminal import Printer, plain
from factledger.wording import claim_in_words, decision_in_words

if TYPE_CHECKING:
    from db import Store, StoredClaim

HELP = "show one claim: its sentence, its slots with their words, why it was found; or one document"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which claim or document."""
    parser.add_argument("id", metavar="CLAIM", help="the id of a claim (c...) or document (d...), or how it begins")
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the claim or the document."""
    show = _show_document if options.id.startswith("d") else _show_claim
    with open_store(options) as store:
        show(store, options.id, Printer())
    return 0


def _show_document(store: "Store", given: str, printer: Printer) -> None:
    from factledger.document_card import document_card

    entry = store.entry(given)
    printer.line(plain(f"{entry.id} {entry.title or entry.name}"), "bold")
    printer.line("")
    for name, value in document_card(entry, store.document(entry.id), store.extraction(entry.id)):
        printer.line(f"  {name:<11} {plain(value)}")


def _show_claim(store: "Store", given: str, printer: Printer) -> None:
    stored = store.claim(given)
    _print_claim(store, stored, printer)
    for sentence in (*_place(store, stored), *_history(store, stored)):
        printer.line(plain(sentence))


def _print_claim(store: "Store", stored: "StoredClaim", printer: Printer) -> None:
    from factledger.claim_card import headline, marked_sentence, slots, why
    from models.doubt import is_doubtful

    document = store.document(stored.document)
    printer.line(plain(headline(stored)), "bold")
    printer.line(f"\n{marked_sentence(document, stored.claim, printer)}\n")
    for name, value, words in slots(document, stored.claim, store.claim_ids(stored.document)):
        printer.line(f"  {name:<11} {plain(value)}  {printer.styled(plain(words), 'dim')}".rstrip())
    if is_doubtful(document, stored.claim):
        printer.line("  A figure was read by text recognition, and not surely: compare it with the page.", "bold")
    printer.line("")
    for sentence in why(document, stored):
        printer.line(plain(sentence))


def _place(store: "Store", stored: "StoredClaim") -> Iterator[str]:
    """Which document, page and characters."""
    entry = store.entry(stored.document)
    page = store.page(stored.document, stored.claim.start)
    said = ", ".join(word for word in (entry.publisher, entry.published) if word)
    yield f"Document {entry.id}: {entry.title or entry.name}" + (f" ({said})" if said else "") + f", file {entry.name}"
    place = f"Characters {stored.claim.start}-{stored.claim.end}"
    yield place if page is None else f"Page {page.called}, {place[0].lower()}{place[1:]}"


def _history(store: "Store", stored: "StoredClaim") -> Iterator[str]:
    """Who decided what, the oldest first; and what the claim was before, where it changed since."""
    for before in store.earlier(stored.id):
        yield f"Before its document was read again: {before.id} {claim_in_words(before.claim)}"
    for decision in store.decisions(stored.id):
        yield decision_in_words(decision)
