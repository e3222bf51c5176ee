"""Arguments that several verbs share."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db import Store

DEFAULT = "factledger.db"


def add_db(parser: argparse.ArgumentParser) -> None:
    """`--db`: which database."""
    parser.add_argument(
        "--db", metavar="PATH-or-URL", default=os.environ.get("FACTLEDGER_DB") or DEFAULT,
        help=f"the database: an SQLite file or an SQLAlchemy URL (default: $FACTLEDGER_DB or {DEFAULT})",
    )


def open_store(options: argparse.Namespace, create: bool = False) -> "Store":
    """The database that `--db` names. Raises StoreError."""
    from db import Store

    store = Store(options.db, create=create)
    if store.warning:
        print(f"factledger: {store.warning}", file=sys.stderr)
    return store


def one_of(kind: str, words: Callable[[], Sequence[str]]) -> Callable[[str], str]:
    """A reader for an argument that is one of these words; a wrong one is told the nearest."""
    def read(word: str) -> str:
        if word in words():
            return word
        near = get_close_matches(word, words(), n=1)
        hint = f"did you mean {near[0]}?" if near else f"it is one of {', '.join(words())}"
        raise argparse.ArgumentTypeError(f"{word!r} is no {kind}: {hint}")

    return read


def events() -> Sequence[str]:
    """The events that a claim can have."""
    from typing import get_args

    from models.vocabulary import Event

    return get_args(Event)


def states() -> Sequence[str]:
    """The states that a claim can be in."""
    from db import STATES

    return STATES
