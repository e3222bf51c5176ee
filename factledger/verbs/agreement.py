"""`factledger agreement`: how far reviewers agree."""

import argparse

from factledger.options import add_db, open_store
from factledger.terminal import columns, plain

HELP = "show how far each pair of reviewers agrees: raw, Cohen's kappa, Gwet's AC1, with n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whether slot by slot, and the database."""
    parser.add_argument("--slots", action="store_true",
                        help="also on each slot (value, event, place ...) of the claims that both took for one")
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Prints a table: for each pair all events together, then each event."""
    with open_store(options) as store:
        found = [item for item in store.agreement() if options.slots or not item.slot]
    rows = [["reviewers", "event", "slot", "n", "raw", "kappa", "AC1"]]
    rows += [[plain(f"{item.first}, {item.second}"), item.event or "all", item.slot or "the claim", str(item.number),
              _figure(item.raw), _figure(item.kappa), _figure(item.ac1)] for item in found]
    if not options.slots:
        rows = [[*row[:2], *row[3:]] for row in rows]
    print(*(columns(rows, right=2 + options.slots) if found else ["no two reviewers judged the same claim yet"]),
          sep="\n")
    return 0


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
