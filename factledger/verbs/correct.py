"""`factledger correct`: what a claim should say."""

import argparse
from collections.abc import Mapping
from typing import Any

from factledger.deciding import login_name
from factledger.errors import Misuse
from factledger.options import add_db, events, one_of, open_store
from factledger.terminal import plain
from factledger.wording import claim_in_words
from models.typed_value import quantity_of

HELP = "correct a claim's value or event, checked against its words"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is right, and why."""
    parser.add_argument("claim", metavar="CLAIM", help="the claim's id, or the beginning of it")
    parser.add_argument("--value", help="23, '>= 23', '< 50', '~40' or 12-20; it must stand in the claim's words")
    parser.add_argument("--event", type=one_of("event", events), metavar="EVENT", help="what happened")
    parser.add_argument("--by", metavar="NAME", help="who corrects (default: the login name)")
    parser.add_argument("--reason", help="why; needed for a figure that does not stand in the claim's words")
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Adds the correction and says what it made of the claim."""
    if options.value is None and options.event is None:
        raise Misuse("nothing is corrected: give --value or --event")
    reviewer = login_name() if options.by is None else options.by
    with open_store(options) as store:
        values: dict[str, Any] = {} if options.event is None else {"event": options.event}
        if options.value is not None:
            values["quantity"] = _typed(options.value, store.claim(options.claim).record["quantity"])
        state = store.correct(options.claim, values, reviewer, options.reason)
        stored = store.claim(options.claim)
        print(plain(f"{stored.id} is {state} ({claim_in_words(stored.fact)}), corrected by {reviewer}"))
    return 0


def _typed(value: str, found: Mapping[str, Any]) -> dict[str, Any]:
    """The quantity that was typed; a value that is none is a wrong use."""
    try:
        return quantity_of(value, found)
    except ValueError as error:
        raise Misuse(str(error)) from None
