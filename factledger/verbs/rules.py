"""`factledger rules`: every rule against its examples, and against what reviewers said of its claims."""

import argparse
import sys

from factledger.options import add_db, open_store
from factledger.terminal import columns, count, plain

HELP = "check every rule against its examples, or show what reviewers made of its claims"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is done with the rules."""
    parser.add_argument(
        "task", choices=("check", "worth"),
        help="check: every rule matches what it should, and nothing else; worth: how often each was approved",
    )
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Does the task; its exit status."""
    return _check() if options.task == "check" else _worth(options)


def _worth(options: argparse.Namespace) -> int:
    """Prints a table, and below each rule why its claims were not approved."""
    with open_store(options) as store:
        found = store.worth()
    rows = [["rule", "claims", "approved", "corrected", "rejected"]]
    rows += [[plain(item.rule), *map(str, (item.claims, item.approved, item.corrected, item.rejected))]
             for item in found]
    head, *lines = columns(rows, right=1)
    print(head)
    for item, line in zip(found, lines, strict=True):
        print(line, *(f"  {number} x {plain(reason)}" for reason, number in item.reasons), sep="\n")
    return 0


def _check() -> int:
    """Prints what is wrong; status 1 when anything is."""
    from extract import check
    from models.rulebook import all_rules

    problems = check()
    rules = all_rules()
    examples = sum(rule.examples for rule in rules)
    print(f"{count(len(rules), 'rule')}, {count(examples, 'example')}: {count(len(problems), 'problem')}")
    for problem in problems:
        print(f"{problem.rule}: {problem.reason}\n  in: {problem.example}", file=sys.stderr)
    return 1 if problems else 0
