"""`factledger rules check`: every rule against its examples."""

import argparse
import sys

from factledger.terminal import count

HELP = "check every rule against its examples"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is done with the rules."""
    parser.add_argument("task", choices=("check",), help="check: every rule matches what it should, and nothing else")


def run(options: argparse.Namespace) -> int:
    """Prints what is wrong; status 1 when anything is."""
    from extract import check
    from factledger.rulebook import all_rules

    problems = check()
    rules = all_rules()
    examples = sum(rule.examples for rule in rules)
    print(f"{count(len(rules), 'rule')}, {count(examples, 'example')}: {count(len(problems), 'problem')}")
    for problem in problems:
        print(f"{problem.rule}: {problem.reason}\n  in: {problem.example}", file=sys.stderr)
    return 1 if problems else 0
