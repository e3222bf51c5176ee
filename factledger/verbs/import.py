"""`factledger import`: decisions made elsewhere, brought in by claim key."""

import argparse
import sys
from collections import Counter
from pathlib import Path

from factledger.options import add_db, open_store
from factledger.terminal import count, plain

HELP = "bring in decisions made elsewhere: JSON lines, or an exported CSV or workbook with a column verdict"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, and who decided where it does not say."""
    parser.add_argument(
        "file", metavar="FILE", type=Path,
        help="JSON lines (fact_id, verdict, reviewer, reason, corrected), facts that another ledger exported as JSON "
             "lines with --all --names, or a .csv or .xlsx with these columns; the verdict is approve, reject, or "
             "correct for what the row's cells changed, and a row without one is left alone",
    )
    parser.add_argument("--by", metavar="NAME", help="who decided, where the file names no reviewer")
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Adds every decision that fits one claim; status 1 when any did not. Nothing is overwritten."""
    from factledger.bringing_in import ADDED, ALONE, KNOWN, bring_in
    from factledger.decision_files import decisions

    lines = list(decisions(options.file, options.by))
    with open_store(options) as store:
        fates = list(bring_in(store, lines))
    for line, fate in zip(lines, fates, strict=True):
        if fate not in (ADDED, KNOWN, ALONE):
            print(plain(f"{line.where}: {fate}"), file=sys.stderr)
    counted = Counter(fates)
    left = len(fates) - counted[ADDED] - counted[KNOWN] - counted[ALONE]
    print(f"{count(counted[ADDED], 'decision')} added, {counted[KNOWN]:,} known already, {left:,} not brought in")
    return 1 if left else 0
