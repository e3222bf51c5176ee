"""All rules, as the rule files describe them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from models.rules import load


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's id, the sentence that says what it finds, the file it stands in, and how many examples it has."""

    id: str
    says: str
    file: str
    pattern: str
    examples: int


CLAIM_RULES = "models/rules/"


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of every rule file. Raises RuleError when a file is broken."""
    room = Path(__file__).parent
    names = [path.relative_to(room).with_suffix("").as_posix() for path in sorted(room.rglob("*.toml"))]
    return tuple(rule for name in names for rule in _rules(load(name), f"models/{name}.toml"))


def claim_rule(name: str) -> Rule | None:
    """The rule that makes claims under this id, if the rules have not been changed since."""
    found = (rule for rule in all_rules() if rule.id == name and rule.file.startswith(CLAIM_RULES))
    return next(found, None)


def _rules(part: Any, file: str) -> Iterator[Rule]:
    """The rules within a part of a file: every table with an id and a sentence."""
    if isinstance(part, dict):
        if isinstance(part.get("id"), str) and isinstance(part.get("says"), str):
            yield Rule(part["id"], part["says"], file, _pattern(part), _examples(part))
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from _rules(inner, file)


def _pattern(rule: dict[str, Any]) -> str:
    pattern = rule.get("pattern", "")
    return pattern if isinstance(pattern, str) else " | ".join(map(str, pattern))


def _examples(rule: dict[str, Any]) -> int:
    return sum(len(rule[side]) for side in ("yes", "no") if isinstance(rule.get(side), list))
