"""Claim rules: read from TOML and compiled to spaCy's Matcher over the tokens of a view."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import Any

from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.claims.features import FEATURES
from extract.claims.view import Token
from models.rules import RuleError, load
from models.vocabulary import Status

FILES = ("done", "named", "state", "change", "court", "money", "reported")
# features that most views have, the commonest last
COMMON = (
    "victim", "modified", "undergone", "gerund", "infinitive", "relative", "event-noun", "done-to", "passive",
    "linking", "active", "elided", "people", "and", "comma", "preposition", "verb", "count", "noun-group",
)  # fmt: skip
ALWAYS = ""  # what every view has
FIRST_FLAG = 19  # spaCy leaves the lexeme flags 19 to 63 free
SLOT = re.compile(
    r"\{(?P<name>[a-z-]+)(?::(?P<features>[^}]*))?\}(?P<often>[?*+]?)|(?P<words>[^\s{}?*+]+)(?P<word_often>[?*+]?)"
)
PARTS = re.compile(r"\{[^}]*\}\S*|\S+")
NUMBERS = {"count": "count", "length": "duration", "sum": "money", "share": "share"}


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a pattern: a named slot with the features it asks for, or words."""

    name: str
    features: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    often: str = ""


@dataclass(frozen=True, slots=True)
class ClaimRule:
    """`event` is the event it gives; empty: that of the words in its slot `event`.

    `rank`: the higher wins where two rules claim one number. `bounded` is the status of a figure with one bound only.
    A word of the pattern that stands for several is written with underscores: in_respect_of.
    """

    id: str
    says: str
    pattern: str
    slots: tuple[Slot, ...]
    event: str = ""
    rank: int = 5
    status: Status = "stated"
    view: str = "both"
    bounded: Status | None = None
    yes: tuple[dict[str, Any], ...] = field(default=(), compare=False)
    no: tuple[dict[str, Any], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Match:
    """A rule on a view: slot name -> index of its token."""

    rule: ClaimRule
    slots: dict[str, int]


@dataclass(frozen=True, slots=True)
class _Ready:
    """A compiled rule with its place in the files."""

    order: int
    rule: ClaimRule
    needs: list[frozenset[str]]
    matcher: Matcher

    def matches(self, doc: Doc) -> Iterator[Match]:
        found: Any = self.matcher(doc, with_alignments=True)
        for _, start, _, alignment in found:
            named = [(self.rule.slots[place].name, start + i) for i, place in enumerate(alignment)]
            yield Match(self.rule, {name: index for name, index in named if name})


class RuleSet:
    """All claim rules, ready to run on views.

    Each rule has a matcher of its own and knows what a view must have for it: most views have the words of few rules.
    """

    def __init__(self, rules: tuple[ClaimRule, ...]) -> None:
        self.rules = {rule.id: rule for rule in rules}
        self._vocab = Vocab()
        self._flags = {name: self._vocab.add_flag(_has(name), FIRST_FLAG + i) for i, name in enumerate(FEATURES)}
        self._words = {word for rule in rules for slot in rule.slots for word in slot.words}
        self._known: dict[tuple[frozenset[str], str], str] = {}
        self._by_need = {view: self._indexed(rules, view) for view in ("near", "main")}

    def match(self, tokens: list[Token], view: str) -> list[Match]:
        """Every match of every rule on one view."""
        heads = [token.head.replace(" ", "_") for token in tokens]
        present = frozenset((ALWAYS,)).union(*(token.features for token in tokens), (f"={head}" for head in heads))
        index = self._by_need[view]
        possible = {
            ready.rule.id: ready
            for name in present
            for ready in index.get(name, ())
            if not any(need.isdisjoint(present) for need in ready.needs)
        }
        if not possible:
            return []
        doc = Doc(self._vocab, words=[self._word(t.features, head) for t, head in zip(tokens, heads, strict=True)])
        in_order = sorted(possible.values(), key=lambda ready: ready.order)
        return [match for ready in in_order for match in ready.matches(doc)]

    def _indexed(self, rules: tuple[ClaimRule, ...], view: str) -> dict[str, list[_Ready]]:
        """The rules of a view under the rarest of the things that they need."""
        index: dict[str, list[_Ready]] = {}
        for order, rule in enumerate(rules):
            if rule.view in ("both", view):
                needs = needs_of(rule)
                ready = _Ready(order, rule, needs, self._matcher(rule))
                for name in min(needs, key=_commonness, default=frozenset((ALWAYS,))):
                    index.setdefault(name, []).append(ready)
        return index

    def _word(self, features: frozenset[str], head: str) -> str:
        """The word that stands for a token: its lexeme has the features as flags and the head as its norm."""
        key = features, head if head in self._words else "-"
        if key not in self._known:
            self._known[key] = "|".join([*sorted(features), f"={key[1]}"])
            self._vocab[self._known[key]].norm_ = key[1]
        return self._known[key]

    def _matcher(self, rule: ClaimRule) -> Matcher:
        matcher = Matcher(self._vocab, validate=False)
        matcher.add(rule.id, self._patterns(rule))
        return matcher

    def _patterns(self, rule: ClaimRule) -> list[list[dict[Any, Any]]]:
        """Alternatives in a slot become patterns of their own: the Matcher compares plain attributes fastest."""
        choices = [self._choices(slot) for slot in rule.slots]
        return [list(pattern) for pattern in product(*choices)]

    def _choices(self, slot: Slot) -> list[dict[Any, Any]]:
        often = {"OP": slot.often} if slot.often else {}
        if slot.words:
            return [{"NORM": word, **often} for word in slot.words]
        choices: list[dict[Any, Any]] = [{}]
        for feature in slot.features:
            wanted = feature.removeprefix("!")
            choices = [
                {**choice, self._flags[name]: feature == wanted} for choice in choices for name in wanted.split("|")
            ]
        return [{**choice, **often} for choice in choices]


def needs_of(rule: ClaimRule) -> list[frozenset[str]]:
    """What a view must have for the rule to match: of each set one, a feature or a head as "=head"."""
    needs = []
    for slot in rule.slots:
        if slot.often not in ("?", "*"):
            if slot.words:
                needs.append(frozenset(f"={word}" for word in slot.words))
            needs += [frozenset(feature.split("|")) for feature in slot.features if not feature.startswith("!")]
    return needs


def _commonness(need: frozenset[str]) -> int:
    """How often a view has it: words are rare, "count" is everywhere."""
    if any(name.startswith("=") for name in need):
        return -2
    return max(COMMON.index(name) if name in COMMON else -1 for name in need)


def _has(name: str) -> Any:
    return lambda text: name in text.split("|")


@cache
def rule_set() -> RuleSet:
    """The rules of models/rules/*.toml. Raises RuleError for a broken one."""
    return RuleSet(tuple(read_rule(table) for name in FILES for table in load(f"rules/{name}").get("claim", [])))


def read_rule(table: dict[str, Any]) -> ClaimRule:
    """One [[claim]] table as a rule. Raises RuleError with the rule's id and the reason."""
    name = table.get("id", "without id")
    missing = [key for key in ("id", "says", "pattern", "yes", "no") if not table.get(key)]
    if missing:
        raise RuleError(f"claim rule {name}: {missing[0]} is missing")
    extra = {key: table[key] for key in ("event", "rank", "status", "view", "bounded") if key in table}
    slots = tuple(_slots(name, table["pattern"]))
    if not any(slot.name in NUMBERS for slot in slots):
        raise RuleError(f"claim rule {name}: the pattern has no slot for a number")
    return ClaimRule(
        name, table["says"], table["pattern"], slots, yes=tuple(table["yes"]), no=tuple(table["no"]), **extra
    )


def _slots(rule: str, pattern: str) -> list[Slot]:
    slots = []
    for part in PARTS.findall(pattern):
        match = SLOT.fullmatch(part)
        if match is None:
            raise RuleError(f"claim rule {rule}: {part!r} is no slot; write {{name:features}} or words|joined|so")
        slots.append(_word_slot(match) if match["words"] else _named_slot(rule, match))
    return slots


def _word_slot(match: re.Match[str]) -> Slot:
    return Slot("", words=tuple(match["words"].split("|")), often=match["word_often"])


def _named_slot(rule: str, match: re.Match[str]) -> Slot:
    """A slot for a number asks for its kind; a slot that bears a feature's name and asks for nothing asks for that."""
    name, features = match["name"], tuple((match["features"] or "").split())
    if name in NUMBERS:
        features = (NUMBERS[name], *features)
    elif not features and name in FEATURES:
        features = (name,)
    for feature in features:
        for word in feature.removeprefix("!").split("|"):
            if word not in FEATURES:
                raise RuleError(f"claim rule {rule}: no feature {word!r}; the features are {', '.join(FEATURES)}")
    return Slot(name, features, often=match["often"])
