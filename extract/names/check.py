"""Every rule of names against its examples: it has a say on each marked span, and none on a near miss."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from extract.names.events import find_events
from extract.names.find import decided
from models.rules import RuleProblem, load

FILES = ("context", "events")
_MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
Said = tuple[str, str | None, tuple[str, ...]]  # a span's words, its label, the rules that had a say


def check() -> list[RuleProblem]:
    """The rules that do not hold on one of their examples; spans are marked [[so]]."""
    return [problem for name in FILES for rule in load(f"names/{name}")["rule"] for problem in _problems(rule)]


def _problems(rule: Mapping[str, Any]) -> Iterator[RuleProblem]:
    for marked in rule["yes"]:
        said = _said(_MARKED.sub(r"\1", marked))
        for match in _MARKED.finditer(marked):
            if not any(_holds(rule, match[1], words) for words in said):
                yield RuleProblem(rule["id"], marked, f"found {said}")
    for near_miss in rule["no"]:
        fired = [words for words, _, votes in _said(near_miss["text"]) if rule["id"] in votes]
        if fired:
            yield RuleProblem(rule["id"], near_miss["text"], f"found {fired}, but {near_miss['why']}")


def _holds(rule: Mapping[str, Any], name: str, said: Said) -> bool:
    """A rule that speaks for a label must carry the vote together with the others; one against it only speaks."""
    words, label, votes = said
    wanted = rule.get("label", "EVENT") if rule.get("weight", 1) > 0 else label
    return words == name and label == wanted and rule["id"] in votes


def _said(text: str) -> list[Said]:
    events: list[Said] = [(event.text, event.label, (event.rule,)) for event in find_events(text)]
    names = decided(text, (), find_events(text))
    return events + [(text[name.start:name.end], name.label, tuple(name.votes)) for name in names]
