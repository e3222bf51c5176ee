"""Rules as patterns composed from named parts, compiled once, and tried only where their trigger stands."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.signs import Sought
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
    """A compiled rule; it is tried where its trigger stands: one of its words, or its trigger pattern.

    `reach` is how many characters of a match may stand before the trigger.
    """

    id: str
    label: Label
    priority: int
    trigger: Sought
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


def sought(phrases: Collection[str], behind: str = "", capital: bool = False, apart: str = r"\w") -> Sought:
    """Any of these phrases with what must follow them; the first word of a phrase is its sign."""
    first = {phrase.split()[0] for phrase in phrases}
    return Sought(re.compile(any_of(phrases, capital, apart) + behind), any_of(first, capital, apart))


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
    written = rule.get("trigger_pattern")
    trigger = _trigger_pattern(written) if written else _trigger_words(tuple(rule["trigger"]))
    reach, leftward = rule.get("reach", 0), rule.get("leftward", False)
    return PatternRule(rule["id"], rule["label"], rule["priority"], trigger, reach, pattern, leftward)


@cache
def _trigger_pattern(pattern: str) -> Sought:
    """Its sign is all of it, or as much as stands before one of its white spaces, at the end of a writing."""
    heads = [pattern[:space.start()] for space in re.finditer(r"\\s", pattern)]
    closed = [head + ")" * (head.count("(") - head.count(")")) for head in heads]
    return Sought(re.compile(pattern), "|".join([pattern, *(f"{head}$" for head in closed)]))


@cache
def _trigger_words(words: tuple[str, ...]) -> Sought:
    """A look-ahead, since one word may stand inside another."""
    first = (re.escape(word.split()[0]) + "$" * (" " in word) for word in words)
    return Sought(re.compile(f"(?={'|'.join(map(re.escape, words))})"), "|".join(first))


def find_patterns(text: str) -> Iterator[Candidate]:
    """Every match of every pattern rule; the group `span`, where a pattern has one, is the mention."""
    places: dict[Sought, list[int]] = {}
    for rule in pattern_rules():
        group = "span" if "span" in rule.pattern.groupindex else 0
        if rule.trigger not in places:
            places[rule.trigger] = [match.start() for match in rule.trigger.finditer(text)]
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
        if match := _around(rule, text, max(reached, place - rule.reach), place):
            reached = match.end()
            yield match


def _around(rule: PatternRule, text: str, begin: int, place: int) -> re.Match[str] | None:
    """The rule's first match that begins between `begin` and its trigger's place."""
    if rule.reach > _SHORT:
        near = rule.pattern.search(text, begin, min(len(text), place + _AHEAD))
        if near is None:
            return None
        begin = near.start()
    for start in range(begin, place + 1):
        if match := rule.pattern.match(text, start):
            return match
    return None


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
