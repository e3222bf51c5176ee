"""The examples of the date rules: every rule is held to them."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from extract.dates.finder import find_dates
from extract.dates.grammar import FILES
from models import DateValue, Mention
from models.rules import RuleProblem, load

BRACKETS = re.compile(r"\[([^\]]*)\]")


def check() -> list[RuleProblem]:
    """Every `yes` gives exactly the dates that are marked in it, one by the rule; no `no` gives one by the rule."""
    ranges = load("dates/ranges")
    rules = [rule for name in FILES for rule in load(f"dates/{name}")["rule"]]
    return [problem for rule in (*rules, *ranges["range"], *ranges["open"]) for problem in _check_rule(rule)]


def _check_rule(rule: Mapping[str, Any]) -> Iterator[RuleProblem]:
    if not rule.get("yes"):
        yield RuleProblem(rule["id"], "", "has no example that it should find")
    for example in rule.get("yes", ()):
        if reason := _problem_of_yes(rule["id"], example):
            yield RuleProblem(rule["id"], example["text"], reason)
    for example in rule.get("no", ()):
        if any(mention.rule == rule["id"] for mention in _find(example)):
            yield RuleProblem(rule["id"], example["text"], f"found, although {example['why']}")


def _find(example: Mapping[str, Any]) -> list[Mention]:
    published: date | None = example.get("published")
    return find_dates(BRACKETS.sub(r"\1", example["text"]), (), published)


def _problem_of_yes(rule: str, example: Mapping[str, Any]) -> str:
    found = _find(example)
    marked = BRACKETS.findall(example["text"])
    if [mention.text for mention in found] != marked:
        return f"marked are {marked}, found {[mention.text for mention in found]}"
    edtf = example["edtf"] if isinstance(example["edtf"], list) else [example["edtf"]]
    values = [mention.value for mention in found if isinstance(mention.value, DateValue)]
    if [item.edtf for item in values] != edtf:
        return f"expected {edtf}, found {[item.edtf for item in values]}"
    if "modifier" in example and values[0].modifier != example["modifier"]:
        return f"expected {example['modifier']}, found {values[0].modifier}"
    return "" if any(mention.rule == rule for mention in found) else f"found by {[mention.rule for mention in found]}"
