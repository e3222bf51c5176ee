"""`factledger evaluate`: how much is found and how much of it is right, on marked documents."""

import argparse
from pathlib import Path

from factledger.errors import Failure

HELP = "measure precision, recall and F1 per slot on gold documents"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the gold is and what is printed."""
    parser.add_argument("--gold", type=Path, metavar="DIR", help="marked documents (default: the project's own)")
    parser.add_argument("--errors", action="store_true", help="show every disagreement with its sentence")
    parser.add_argument("--pin", action="store_true", help="make today's figures the floor that CI holds")
    parser.add_argument("--format", choices=("plain", "markdown"), default="plain", help="(default: plain)")


def run(options: argparse.Namespace) -> int:
    """Prints the table of figures."""
    from factledger.evaluate import evaluate, render
    from factledger.gold import GOLD

    gold = options.gold or GOLD
    if not gold.is_dir():
        raise Failure(f"{gold} is no folder: name one of marked documents with --gold")
    report = evaluate(gold)
    print(render(report, options.errors, options.format == "markdown"), end="")
    if options.pin:
        from factledger.quality import QUALITY, pin

        pin(report.scores)
        print(f"The floor is now pinned in {QUALITY.name}.")
    return 0
