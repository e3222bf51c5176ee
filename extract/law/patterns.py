"""Rules as patterns composed from named parts, compiled once."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from models.rules import RuleError, load
from models.vocabulary import Label

FILES = ("provisions", "citations", "case_numbers")
_TOKEN = re.compile(r"[^\s(]+|\([^\s()]*\)\.?")
_PROCEEDING = re.compile(r"(?:(?:[A-Z][A-Za-z&]{0,12}\.?)+|\([A-Z][A-Za-z.]{0,6}\)\.?|writ|Crl\.\S*)$")
_WIDEST = 3  # blanks between two words of one proceeding
_PART = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that a rule proposes; of two that overlap, the higher priority wins, then the longer."""

    start: int
    end: int
    label: Label
    rule: str
    priority: int
    canonical: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class PatternRule:
    """A compiled rule; it is only searched for in a text that holds one of its trigger words."""

    id: str
    label: Label
    priority: int
    triggers: tuple[str, ...]
    pattern: re.Pattern[str]
    leftward: bool


def compose(pattern: str, parts: Mapping[str, str]) -> str:
    """The pattern with every {part} replaced by its own pattern. Raises RuleError for an unknown part."""

    def replace(match: re.Match[str]) -> str:
        if match[1] not in parts:
            raise RuleError(f"the part {{{match[1]}}} is not defined")
        return f"(?:{compose(parts[match[1]], parts)})"

    return _PART.sub(replace, pattern)


@cache
def pattern_rules() -> tuple[PatternRule, ...]:
    """The rules of all pattern files, compiled. Raises RuleError with the rule's id."""
    return tuple(_compiled(rule, table["parts"]) for table in map(_table, FILES) for rule in table["rule"])


def _table(name: str) -> dict[str, Any]:
    return load(f"law/{name}")


def _compiled(rule: Mapping[str, Any], parts: Mapping[str, str]) -> PatternRule:
    try:
        pattern = re.compile(compose(rule["pattern"], parts))
    except (re.error, RuleError) as error:
        raise RuleError(f"rule {rule['id']}: {error}") from None
    triggers = tuple(rule["trigger"])
    return PatternRule(rule["id"], rule["label"], rule["priority"], triggers, pattern, rule.get("leftward", False))


def find_patterns(text: str) -> Iterator[Candidate]:
    """Every match of every pattern rule; the group `span`, where a pattern has one, is the mention."""
    for rule in pattern_rules():
        if not any(word in text for word in rule.triggers):
            continue
        group = "span" if "span" in rule.pattern.groupindex else 0
        for match in rule.pattern.finditer(text):
            start, end = match.span(group)
            if rule.leftward:
                start = _proceeding_start(text, start)
                if start == match.start(group):
                    continue
            yield Candidate(start, end, rule.label, rule.id, rule.priority)


def _proceeding_start(text: str, number: int) -> int:
    """The start of the words and initials in capitals that run up to the number: S.B. Civil Misc. Appeal, W.P.(C)."""
    start = number
    window = max(0, number - 70)
    for token in reversed(list(_TOKEN.finditer(text, window, number))):
        if (token.start() == window and window) or not _PROCEEDING.match(token[0]):
            break
        if text[token.end():start].strip(" \t") or start - token.end() > _WIDEST:
            break
        if token[0].rstrip(".,") in load("law/case_numbers")["not_proceedings"]:
            break
        start = token.start()
    return start
