"""`factledger approve`: a reviewer's verdict on one claim."""

import argparse

from factledger import deciding

HELP = "say that a claim is what its source says"

add_arguments = deciding.add_arguments


def run(options: argparse.Namespace) -> int:
    """Adds the verdict to the ledger."""
    return deciding.decide(options, "approve")
