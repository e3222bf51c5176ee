"""`factledger settings`: what the reviewers agreed on."""

import argparse

from factledger.deciding import login_name
from factledger.errors import Misuse
from factledger.options import add_db, open_store

HELP = "show the ledger's settings, or make one"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which setting, and who makes it."""
    parser.add_argument(
        "setting", metavar="NAME=VALUE", nargs="?",
        help="required_approvals=2 for all events, required_approvals.killed=3 for one (default: 1)",
    )
    parser.add_argument("--by", metavar="NAME", help="who makes it (default: the login name)")
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Makes the setting if there is one, and prints all."""
    name, sign, value = (options.setting or "").partition("=")
    if options.setting and not sign:
        raise Misuse(f"{options.setting!r} has no value: write {name}=2")
    with open_store(options) as store:
        if sign:
            store.set(name.strip(), value.strip(), options.by or login_name())
        for known, kept in ({"required_approvals": "1"} | store.settings()).items():
            print(f"{known}={kept}")
    return 0
