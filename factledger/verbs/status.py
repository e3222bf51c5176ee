"""`factledger status`: how much the ledger holds."""

import argparse
from collections.abc import Mapping
from typing import TYPE_CHECKING

from factledger.options import add_db, open_store, states
from factledger.terminal import columns, count, plain

if TYPE_CHECKING:
    from db import Status, StoredDocument

HELP = "count documents, and claims by state and event"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whether the documents are listed."""
    parser.add_argument("--documents", action="store_true", help="list the documents with their ids as well")
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the counts."""
    with open_store(options) as store:
        status = store.status()
        print(f"{plain(store.name)} ({store.backend})")
        print(*totals(status), sep="\n")
        if status.claims:
            print("", *columns(by_event(status), right=1), sep="\n")
        if options.documents and status.documents:
            print("", *columns(by_document(store.documents())), sep="\n")
    return 0


def totals(status: "Status") -> list[str]:
    """The counts of everything, in two sentences."""
    held = (f"{count(status.documents, 'document')}, {count(status.claims, 'claim')}, "
            f"{count(status.mentions, 'mention')}, {count(status.decisions, 'decision')}")
    numerals = sum(status.fates.values())
    return [held, f"{count(numerals, 'numeral')}: {_listed(status.fates)}"] if numerals else [held]


def _listed(counts: Mapping[str, int]) -> str:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{number:,} {word}" for word, number in ordered)


def by_event(status: "Status") -> list[list[str]]:
    """A table of the claims: events down, states across, the most frequent event first."""
    shown = [state for state in states() if status.states.get(state)]
    events = sorted(status.events.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    rows = [["event", *shown, "all"]]
    rows += [[event, *(_cell(counts.get(state, 0)) for state in shown), _cell(sum(counts.values()))]
             for event, counts in events]
    return [*rows, ["all", *(_cell(status.states[state]) for state in shown), _cell(status.claims)]]


def _cell(number: int) -> str:
    return f"{number:,}" if number else "-"


def by_document(documents: "list[StoredDocument]") -> list[list[str]]:
    """A table of the documents in the order of adding."""
    rows = [["id", "file", "published", "claims", "numerals", "unread", "title"]]
    for item in documents:
        counts = (_cell(item.claims), _cell(item.numerals), _cell(item.unread))
        rows.append([item.id, plain(item.name), item.published or "-", *counts, plain(item.title)])
    return rows
