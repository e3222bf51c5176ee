"""Every rule of names against its examples: the marked span with the rule's label, and no near miss."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from extract.names.find import find_names
from models.rules import RuleProblem, load

FILES = ("context", "events")
_MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


def check() -> list[RuleProblem]:
    """The rules that do not hold on one of their examples; spans are marked [[so]]."""
    return [problem for name in FILES for rule in load(f"names/{name}")["rule"] for problem in _problems(rule)]


def _problems(rule: Mapping[str, Any]) -> Iterator[RuleProblem]:
    label = rule.get("label", "EVENT")
    for marked in rule["yes"]:
        text = _MARKED.sub(r"\1", marked)
        found = [(mention.text, mention.label, mention.rule) for mention in find_names(text, (), ())]
        for match in _MARKED.finditer(marked):
            if (match[1], label, rule["id"]) not in found:
                yield RuleProblem(rule["id"], marked, f"found {found}")
    for near_miss in rule["no"]:
        fired = [mention.text for mention in find_names(near_miss["text"], (), ()) if mention.rule == rule["id"]]
        if fired:
            yield RuleProblem(rule["id"], near_miss["text"], f"found {fired}, but {near_miss['why']}")
