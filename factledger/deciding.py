"""A reviewer's verdict on one claim, by command."""

import argparse
import getpass

from factledger.errors import Misuse
from factledger.options import add_db, open_store
from factledger.terminal import plain
from factledger.wording import claim_in_words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The claim, who decides, and why."""
    parser.add_argument("claim", metavar="CLAIM", help="the claim's id, or the beginning of it")
    parser.add_argument("--by", metavar="NAME", help="who decides (default: the login name)")
    parser.add_argument("--reason", help="why, in a few words")
    add_db(parser)


def decide(options: argparse.Namespace, verdict: str, follows: int | None = None) -> int:
    """Adds the verdict and says what it made of the claim; `follows` is the correction that it is of."""
    reviewer = login_name() if options.by is None else options.by
    with open_store(options) as store:
        state = store.decide(options.claim, verdict, reviewer, options.reason, follows)
        stored = store.claim(options.claim)
        print(plain(f"{stored.id} is {state} ({claim_in_words(stored.fact)}), {verdict} by {reviewer}"))
    return 0


def login_name() -> str:
    """The name of the person at this machine. Raises Misuse where there is none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        raise Misuse("no login name is known here: say who decides with --by NAME") from None
