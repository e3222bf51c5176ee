"""`factledger agreement`: how far reviewers agree."""

import argparse

from factledger.options import add_db, open_store
from factledger.terminal import columns, plain

HELP = "show how far each pair of reviewers agrees: raw, Cohen's kappa, Gwet's AC1, with n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only the database."""
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Prints a table: for each pair all events together, then each event."""
    with open_store(options) as store:
        found = store.agreement()
    rows = [["reviewers", "event", "n", "raw", "kappa", "AC1"]]
    rows += [[plain(f"{item.first}, {item.second}"), item.event or "all", str(item.number), _figure(item.raw),
              _figure(item.kappa), _figure(item.ac1)] for item in found]
    print(*(columns(rows, right=2) if found else ["no two reviewers judged the same claim yet"]), sep="\n")
    return 0


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
