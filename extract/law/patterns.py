"""Rules as patterns composed from named parts, compiled once, and tried only where their trigger stands."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from models.rules import RuleError, load
from models.vocabulary import Label

FILES = ("provisions", "citations", "case_numbers")
_TOKEN = re.compile(r"[^\s(]+|\([^\s()]*\)\.?")
_PROCEEDING = re.compile(r"(?:(?:[A-Z][A-Za-z&]{0,12}\.?)+(?:-[A-Z]{1,2})?|\([A-Z][A-Za-z.]{0,6}\)\.?|writ|Crl\.\S*)$")
_WIDEST = 3  # blanks between two words of one proceeding
_SHORT = 10  # so short a reach is tried character by character, a longer one is searched
_AHEAD = 100  # characters behind a trigger that decide whether a rule matches
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
    """A compiled rule; it is tried where one of its trigger words, or its trigger pattern, stands.

    `reach` is how many characters of a match may stand before the trigger.
    """

    id: str
    label: Label
    priority: int
    trigger: tuple[str, ...] | re.Pattern[str]
    reach: int
    pattern: re.Pattern[str]
    leftward: bool


def any_of(phrases: Iterable[str], capital: bool = False, apart: str = r"\w") -> str:
    """A pattern for any of these phrases; `capital` takes a capital at their start too, `apart` may not stand before.

    Every choice begins with a letter, not with an assertion, so that the engine skips ahead.
    """
    rests: dict[str, set[str]] = {}
    for phrase in phrases:
        rests.setdefault(phrase[0], set()).add(phrase[1:])
        if capital:
            rests.setdefault(phrase[0].upper(), set()).add(phrase[1:])
    return f"(?:{'|'.join(_beginning_with(letter, rest, apart) for letter, rest in sorted(rests.items()))})"


def _beginning_with(letter: str, rests: Iterable[str], apart: str) -> str:
    longest_first = sorted(rests, key=lambda rest: (-len(rest), rest))
    choices = "|".join(re.escape(rest).replace("\\ ", r"\s+") for rest in longest_first)
    return rf"{re.escape(letter)}(?<![{apart}].)(?:{choices})"


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
    words, trigger = rule.get("trigger", ()), rule.get("trigger_pattern")
    return PatternRule(
        rule["id"], rule["label"], rule["priority"], re.compile(compose(trigger, parts)) if trigger else tuple(words),
        rule.get("reach", 0), pattern, rule.get("leftward", False),
    )


def find_patterns(text: str) -> Iterator[Candidate]:
    """Every match of every pattern rule; the group `span`, where a pattern has one, is the mention."""
    places: dict[tuple[str, ...] | re.Pattern[str], list[int]] = {}
    for rule in pattern_rules():
        group = "span" if "span" in rule.pattern.groupindex else 0
        if rule.trigger not in places:
            places[rule.trigger] = _places(text, rule.trigger)
        for match in _matches(rule, text, places[rule.trigger]):
            start, end = match.span(group)
            if rule.leftward:
                start = _proceeding_start(text, start)
                if start == match.start(group):
                    continue
            yield Candidate(start, end, rule.label, rule.id, rule.priority)


def _matches(rule: PatternRule, text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """The rule's matches from left to right, each around one of its triggers."""
    reached = 0
    for place in places:
        if place < reached:
            continue
        begin = max(reached, place - rule.reach)
        if rule.reach > _SHORT:
            near = rule.pattern.search(text, begin, min(len(text), place + _AHEAD))
            begin = near.start() if near else place + 1
        if match := next(filter(None, (rule.pattern.match(text, start) for start in range(begin, place + 1))), None):
            reached = match.end()
            yield match


def _places(text: str, trigger: tuple[str, ...] | re.Pattern[str]) -> list[int]:
    if isinstance(trigger, re.Pattern):
        return [match.start() for match in trigger.finditer(text)]
    found = []
    for word in trigger:
        at = text.find(word)
        while at >= 0:
            found.append(at)
            at = text.find(word, at + 1)
    return sorted(found)


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
    return number if text[start:number].strip() in load("law/case_numbers")["not_alone"] else start
