"""Every rule of law against its examples: all rules together must find the marked spans, and no near miss."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from extract.law.find import find_law
from extract.law.named_parties import with_parties
from extract.names import find_names
from models.rules import RuleProblem, load

FILES = ("provisions", "citations", "cases", "case_numbers", "statutes", "courts", "charges", "heading", "parties")
_MARKED = re.compile(r"\[\[(.*?)\]\](?!\])", re.DOTALL)


def check() -> list[RuleProblem]:
    """The rules that do not hold on one of their examples; spans are marked [[so]]."""
    return [problem for name in FILES for rule in load(f"law/{name}")["rule"] for problem in _problems(rule)]


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the marked spans."""
    text, spans, reached = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[reached:match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text += match[1]
        reached = match.end()
    return text + marked[reached:], spans


def _problems(rule: Mapping[str, Any]) -> Iterator[RuleProblem]:
    for marked in rule["yes"]:
        text, wanted = unmark(marked)
        found = _found(text, rule)
        own = _own(found, rule)
        if not own or not own <= set(wanted) <= set(found):
            yield RuleProblem(rule["id"], marked, f"found {[text[start:end] for start, end in found]}")
    for near_miss in rule["no"]:
        text, _ = unmark(near_miss["text"])
        if own := _own(_found(text, rule), rule):
            words = [text[start:end] for start, end in own]
            yield RuleProblem(rule["id"], near_miss["text"], f"found {words}, but {near_miss['why']}")


def _found(text: str, rule: Mapping[str, Any]) -> dict[tuple[int, int], str]:
    """Each mention's span with its rule."""
    found = find_law(text, (), rule.get("kind", "report"), ())
    if rule.get("names"):
        found = with_parties(text, find_names(text, (), found), "report")
    return {(mention.start, mention.end): mention.rule for mention in found}


def _own(found: Mapping[tuple[int, int], str], rule: Mapping[str, Any]) -> set[tuple[int, int]]:
    return {span for span, by in found.items() if by == rule["id"]}
