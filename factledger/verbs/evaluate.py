"""`factledger evaluate`: how much is found and how much of it is right, on marked documents."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from factledger.errors import Failure

if TYPE_CHECKING:
    from factledger.scoring import Scores

HELP = "measure precision, recall and F1 per slot on gold documents"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the gold is and what is printed."""
    parser.add_argument("--gold", type=Path, metavar="DIR", help="marked documents (default: the project's own)")
    parser.add_argument("--errors", action="store_true", help="show every disagreement with its sentence")
    parser.add_argument("--pin", action="store_true", help="make today's figures the floor that CI holds")
    parser.add_argument(
        "--reviewed", metavar="DB", help="with --pin: count the decisions in this ledger for the rules' records, too"
    )
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
        _pin(report.scores, options.reviewed)
    return 0


def _pin(scores: "Scores", ledger: str | None) -> None:
    """Today's figures become the floor, and the records of the rules what confidence is made of."""
    from db import Store
    from factledger.quality import QUALITY, RECORD, keep_record, pin

    pin(scores)
    reviewed = []
    if ledger is not None:
        with Store(ledger) as store:
            reviewed = store.worth()
    keep_record(scores, reviewed)
    print(f"The floor is now pinned in {QUALITY.name}, the rules' records in {RECORD.name}.")
