"""`factledger approve`: a reviewer's verdict on one claim."""

import argparse

from factledger import deciding

HELP = "say that a claim is what its source says"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The claim, or a correction of it."""
    parser.add_argument("--correction", metavar="NUMBER", type=int, help="approve the correction made by this decision")
    deciding.add_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Adds the verdict to the ledger."""
    return deciding.decide(options, "approve", options.correction)
