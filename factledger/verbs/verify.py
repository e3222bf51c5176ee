"""`factledger verify`: is the ledger what was written into it?"""

import argparse
import sys

from factledger.options import add_db, open_store
from factledger.terminal import count, plain

HELP = "check that nothing in the ledger was changed, removed or added past its log"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What was noted earlier."""
    parser.add_argument("--head", metavar="HASH", help="a head that was printed earlier: it must still be in the chain")
    parser.add_argument("--rebuild", action="store_true",
                        help="first derive states, counts and the search index anew from what was decided and read")
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the head of the chain, which is worth noting elsewhere; status 1 when anything is wrong."""
    with open_store(options) as store:
        if options.rebuild:
            print(f"states, counts and the search index of {count(store.rebuild(), 'claim')} are made anew")
        found = store.verify(options.head)
    checked = (count(found.events, "event"), count(found.decisions, "decision"), count(found.documents, "document"),
               count(found.claims, "claim"))
    print(f"{', '.join(checked)}: {count(len(found.problems), 'problem')}")
    print(f"head {found.head}")
    for problem in found.problems:
        print(plain(problem), file=sys.stderr)
    return 1 if found.problems else 0
