"""`factledger account`: who may log in to the reviewers' page, and as what."""

import argparse
import getpass
import sys
from typing import TYPE_CHECKING

from factledger.deciding import login_name
from factledger.errors import Misuse
from factledger.options import add_db, open_store
from factledger.terminal import columns, plain

if TYPE_CHECKING:
    from db import Account, Store

HELP = "make and change the accounts of the reviewers' page"
DEEDS = ("add", "list", "role", "password", "deactivate", "reactivate")
ROLES = ("reviewer", "lead", "reader")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, whose account, which role."""
    parser.add_argument("deed", choices=DEEDS, help="what to do; a password is asked for, or read from standard input")
    parser.add_argument("name", nargs="?", help="whose account")
    parser.add_argument("role", nargs="?", choices=ROLES,
                        help="reviewer decides, lead also settles and rejects by rule, reader only looks")
    parser.add_argument("--by", metavar="NAME", help="who does this (default: the login name)")
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Does it, and says what is so now."""
    if options.deed != "list" and not options.name:
        raise Misuse(f"whose account? write `factledger account {options.deed} NAME`")
    with open_store(options) as store:
        if options.deed == "list":
            _list(store)
            return 0
        account = _done(store, options, options.by or login_name())
        state = "active" if account.active else "deactivated"
        print(plain(f"{account.name} is a {account.role}, {state}"))
    return 0


def _done(store: "Store", options: argparse.Namespace, who: str) -> "Account":
    name, deed = options.name, options.deed
    if deed == "add":
        return store.add_account(name, options.role or "reviewer", _hash(), who)
    if deed == "role":
        if not options.role:
            raise Misuse(f"which role? write `factledger account role {name} lead`")
        return store.set_role(name, options.role, who)
    if deed == "password":
        return store.set_password_hash(name, _hash(), who)
    return store.deactivate(name, who) if deed == "deactivate" else store.reactivate(name, who)


def _list(store: "Store") -> None:
    rows = [["name", "role", "state"]]
    for account in store.accounts():
        password = "" if account.password_hash else ", without a password"
        rows.append([plain(account.name), account.role, f"{'active' if account.active else 'deactivated'}{password}"])
    print(*columns(rows, right=3), sep="\n")


def _hash() -> str:
    """What is kept of the password that is typed, twice, or comes as a line on standard input."""
    from review.passwords import WeakPassword, hashed

    if sys.stdin.isatty():
        typed = getpass.getpass("Password: ")
        if getpass.getpass("The same again: ") != typed:
            raise Misuse("the two passwords differ: nothing was changed")
    else:
        typed = sys.stdin.readline().rstrip("\r\n")
    try:
        return hashed(typed)
    except WeakPassword as error:
        raise Misuse(str(error)) from None
