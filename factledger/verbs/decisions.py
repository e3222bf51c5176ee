"""`factledger decisions`: who decided what, when and why."""

import argparse

from factledger.errors import Misuse
from factledger.options import add_db, open_store
from factledger.terminal import count, plain
from factledger.wording import decision_in_words

HELP = "show the history of a claim's decisions, or of all"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which claim."""
    parser.add_argument("claim", metavar="CLAIM", nargs="?", help="the claim's id, or the beginning of it")
    parser.add_argument("--all", action="store_true", dest="everything", help="the decisions on all claims")
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the decisions with their numbers, the oldest first."""
    if (options.claim is None) != options.everything:
        raise Misuse("name one claim, or give --all")
    with open_store(options) as store:
        found = store.decisions(options.claim)
    for decision in found:
        print(plain(f"{decision.number}  {decision.claim}  {decision_in_words(decision)}"))
    print(count(len(found), "decision"))
    return 0
