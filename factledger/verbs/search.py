"""`factledger search`: where these words stand in the documents and in the claims."""

import argparse
import re
from typing import TYPE_CHECKING

from factledger.options import add_db, open_store
from factledger.terminal import CLOSE, OPEN, Printer, count, plain, shortened

if TYPE_CHECKING:
    from db import Hit

HELP = "find the paragraphs and claims that have these words"
AROUND = 60  # characters before the first word that is found


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which words, and where."""
    parser.add_argument("words", metavar="WORDS", nargs="+", help="words that must all be there, in any order")
    parser.add_argument("--document", metavar="ID", help="only in this document")
    parser.add_argument("--limit", metavar="N", type=int, default=50, help="at most so many results (50)")
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Prints each place with its words, in the order of documents and text."""
    asked, printer = " ".join(options.words), Printer()
    with open_store(options) as store:
        found = store.search(asked, options.limit, options.document)
    for hit in found:
        name = hit.claim or "text"
        place = f"{hit.document}  {name:<7}  {hit.start}-{hit.end}"
        print(f"{place}  {printer.marked(_around(hit, asked, max(40, printer.width - len(place) - 2)))}")
    more = ", there may be more: --limit" if len(found) == options.limit else ""
    print(f"{count(len(found), 'result')}{more}")
    return 0


def _around(hit: "Hit", asked: str, width: int) -> str:
    """The words of a hit around the first that was asked for, in one line, those asked for marked."""
    text = plain(hit.text)
    words = "|".join(sorted(set(re.findall(r"\w+", asked)), key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    first = pattern.search(text)
    start = max(0, first.start() - AROUND) if first else 0
    start = text.rfind(" ", 0, start) + 1
    shown = ("…" if start else "") + shortened(text[start:], width - 1)
    return pattern.sub(lambda match: f"{OPEN}{match[0]}{CLOSE}", shown)
