"""Claim rules against their examples: a `yes` gives its values under all rules together, a `no` is a near miss.

Rules that the engine has as code are checked likewise, except for the near miss: they have no pattern to be opened.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from extract.claims.draft import Sentence
from extract.claims.pieces import read_sentences
from extract.claims.rule import ClaimRule, Slot
from extract.claims.rules import RuleSet, rule_set
from extract.claims.view import main_view, near_view, without_silent
from extract.pipeline import plain_document, prepare, run
from models import Block, Claim
from models.rules import RuleProblem, load
from models.table import BAR

MARK = re.compile(r"\[([^\]]*)\]")
FIGURES = ("low", "high")
WORDS = ("event", "status", "polarity", "kind")


def check() -> Iterator[RuleProblem]:
    """Every claim rule that does not hold on one of its examples."""
    for rule in (*rule_set().rules.values(), *built_rules()):
        for example in rule.yes:
            if reason := _yes(rule, example):
                yield RuleProblem(rule.id, example["text"], reason)
        for example in rule.no:
            if reason := _no(rule, example):
                yield RuleProblem(rule.id, example["text"], reason)


def built_rules() -> Iterator[ClaimRule]:
    """What models/rules/built.toml says of the rules that are code."""
    for table in load("rules/built")["built"]:
        yield ClaimRule(table["id"], table["says"], "", (), yes=tuple(table["yes"]), no=tuple(table["no"]))


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """ "At least [23] were [killed]" -> the plain text and the spans of its marks."""
    text, spans, last = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text, last = text + match[1], match.end()
    return text + marked[last:], spans


def claims_of(text: str) -> tuple[Claim, ...]:
    document = plain_document(text)
    if BAR in text:
        document = replace(document, blocks=(Block("table", 0, len(text)),))
    claims: tuple[Claim, ...] = run(document)._.claims
    return claims


def _yes(rule: ClaimRule, example: dict[str, Any]) -> str | None:
    text, spans = unmark(example["text"])
    claims = [claim for claim in claims_of(text) if any(_touch(claim, span) for span in spans)]
    if not claims:
        return "no claim at the marked words"
    problems = [_differs(rule, example, claim) for claim in claims]
    return None if None in problems else problems[0]


def _touch(claim: Claim, span: tuple[int, int]) -> bool:
    return claim.number.start < span[1] and span[0] < claim.number.end


def _differs(rule: ClaimRule, example: dict[str, Any], claim: Claim) -> str | None:
    if claim.rule != rule.id:
        return f"the rule {claim.rule} fired instead"
    for name in FIGURES:
        if name in example and getattr(claim.quantity, name) != Decimal(str(example[name])):
            return f"{name} is {getattr(claim.quantity, name)}, not {example[name]}"
    for name in ("vague", "unit"):
        if name in example and getattr(claim.quantity, name) != example[name]:
            return f"{name} is {getattr(claim.quantity, name)}, not {example[name]}"
    for name in WORDS:
        if name in example and getattr(claim, name) != example[name]:
            return f"{name} is {getattr(claim, name)}, not {example[name]}"
    return None


def _no(rule: ClaimRule, example: dict[str, Any]) -> str | None:
    claims = claims_of(example["text"])
    if any(claim.rule == rule.id for claim in claims):
        return "the rule fires"
    if rule.event and any(claim.event == rule.event for claim in claims):
        return f"another rule gives {rule.event}"
    if example.get("nothing") and any(claim.event != "stated" for claim in claims):
        return "another rule gives an event"
    return (
        None
        if not rule.slots or is_near_miss(rule, example["text"])
        else "no near miss: opening any one slot of the pattern changes nothing"
    )


def is_near_miss(rule: ClaimRule, text: str) -> bool:
    """Would the pattern match if one of its slots took anything?"""
    opened = RuleSet(tuple(_opened(rule)))
    rows = read_sentences(*prepare(plain_document(text)))
    return any(_matches(opened, sentence) for sentence in rows)


def _opened(rule: ClaimRule) -> Iterator[ClaimRule]:
    for index, slot in enumerate(rule.slots):
        name = slot.name or "open"
        slots = (*rule.slots[:index], Slot(name, often=slot.often), *rule.slots[index + 1 :])
        yield replace(rule, id=f"{rule.id}-{index}", slots=slots, view="both")


def _matches(rules: RuleSet, sentence: Sentence) -> bool:
    line = without_silent(sentence.groups)
    return any(rules.match(view(line), "near") for view in (near_view, main_view))
