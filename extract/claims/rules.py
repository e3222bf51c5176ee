"""Claim rules: read from TOML and compiled to spaCy's Matcher over the tokens of a view."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache, reduce
from itertools import product
from operator import or_
from typing import Any

from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.claims.features import FEATURES
from extract.claims.view import Token
from models.rules import RuleError, load
from models.vocabulary import Status

FILES = ("done", "named", "state", "change", "court", "money", "reported")
KEPT = 10_000  # kinds of views whose possible rules are remembered
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
class _Need:
    """What one token must have, as bits: all of `wanted`, none of `refused`, and of each of `either` one."""

    wanted: int
    refused: int
    either: tuple[int, ...]

    def fits(self, token: int) -> bool:
        if token & self.wanted != self.wanted or token & self.refused:
            return False
        for choice in self.either:  # noqa: SIM110 - all() is three times as slow, and this is asked most of all
            if not token & choice:
                return False
        return True


@dataclass(frozen=True, slots=True)
class _Ready:
    """A compiled rule with what a view must have for it, slot by slot."""

    rule: ClaimRule
    needs: tuple[_Need, ...]
    matcher: Matcher

    def may_match(self, present: int) -> bool:
        """Whether the bits of a view's tokens, taken together, have what each slot needs."""
        return all(
            present & need.wanted == need.wanted and all(present & choice for choice in need.either)
            for need in self.needs
        )

    def in_order(self, tokens: list[int]) -> bool:
        """Whether tokens that fit the slots which must be filled stand in their order."""
        place, length = 0, len(self.needs)
        for token in tokens:
            if self.needs[place].fits(token):
                place += 1
                if place == length:
                    return True
        return False

    def matches(self, doc: Doc) -> Iterator[Match]:
        found: Any = self.matcher(doc, with_alignments=True)
        for _, start, _, alignment in found:
            named = [(self.rule.slots[place].name, start + i) for i, place in enumerate(alignment)]
            yield Match(self.rule, {name: index for name, index in named if name})


class RuleSet:
    """All claim rules, ready to run on views.

    Each rule has a matcher of its own, and is tried only on a view that has what it needs: most have it of few rules.
    """

    def __init__(self, rules: tuple[ClaimRule, ...]) -> None:
        self.rules = {rule.id: rule for rule in rules}
        self._vocab = Vocab()
        self._flags = {name: self._vocab.add_flag(_has(name), FIRST_FLAG + i) for i, name in enumerate(FEATURES)}
        words = sorted({word for rule in rules for slot in rule.slots for word in slot.words})
        self._bits = {name: 1 << i for i, name in enumerate((*FEATURES, *map("={}".format, words)))}
        self._known: dict[tuple[frozenset[str], str], tuple[int, str]] = {}
        ready = [self._compiled(rule) for rule in rules]
        self._views = {view: [one for one in ready if one.rule.view in ("both", view)] for view in ("near", "main")}
        self._candidates = lru_cache(KEPT)(self._may_match)

    def match(self, tokens: list[Token], view: str) -> list[Match]:
        """Every match of every rule on one view, in the order of the rules."""
        known = [self._token(token.features, f"={token.head.replace(' ', '_')}") for token in tokens]
        bits = [bits for bits, _ in known]
        possible = [ready for ready in self._candidates(view, reduce(or_, bits, 0)) if ready.in_order(bits)]
        if not possible:
            return []
        doc = Doc(self._vocab, words=[word for _, word in known])
        return [match for ready in possible for match in ready.matches(doc)]

    def _may_match(self, view: str, present: int) -> list[_Ready]:
        return [ready for ready in self._views[view] if ready.may_match(present)]

    def _compiled(self, rule: ClaimRule) -> _Ready:
        needs = tuple(self._need(slot) for slot in rule.slots if slot.often not in ("?", "*"))
        return _Ready(rule, needs, self._matcher(rule))

    def _need(self, slot: Slot) -> _Need:
        if slot.words:
            return _Need(0, 0, (self._any([f"={word}" for word in slot.words]),))
        choices = [feature.split("|") for feature in slot.features if not feature.startswith("!")]
        return _Need(
            self._any([choice[0] for choice in choices if len(choice) == 1]),
            self._any([feature[1:] for feature in slot.features if feature.startswith("!") and "|" not in feature]),
            tuple(self._any(choice) for choice in choices if len(choice) > 1),
        )

    def _any(self, names: Iterable[str]) -> int:
        """The bits of these features and words."""
        return reduce(or_, (self._bits[name] for name in names), 0)

    def _token(self, features: frozenset[str], head: str) -> tuple[int, str]:
        """A token's bits, and the word that stands for it: its lexeme has the features as flags, the head as norm."""
        key = features, head if head in self._bits else "=-"
        if key not in self._known:
            word = "|".join([*sorted(features), key[1]])
            self._vocab[word].norm_ = key[1][1:]
            self._known[key] = self._any(name for name in (*features, head) if name in self._bits), word
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
