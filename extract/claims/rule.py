"""One claim rule: its shape, and how it is read from a [[claim]] table of models/rules."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from extract.claims.features import BITS, FEATURES
from extract.claims.need import Need, need_of
from models.rules import RuleError, load
from models.vocabulary import Status

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
    What a `further` rule finds happened as well: it takes no number from another rule.
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
    further: bool = False
    yes: tuple[dict[str, Any], ...] = field(default=(), compare=False)
    no: tuple[dict[str, Any], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class NumberSlot:
    """A slot for a number: the bit of the number's kind, and what else its group must have."""

    name: str
    kind: int
    need: Need


@dataclass(frozen=True, slots=True)
class Match:
    """A rule on a view: slot name -> index of its token; the slot of its number."""

    rule: ClaimRule
    slots: dict[str, int]
    number: NumberSlot


def number_slot(slot: Slot) -> NumberSlot:
    """A slot that bears one of the NUMBERS' names, ready to be asked."""
    kind = BITS[slot.features[0]] if slot.features else 0  # the check of near misses opens slots
    return NumberSlot(slot.name, kind, need_of(slot.features[1:]))


def read_rule(table: dict[str, Any]) -> ClaimRule:
    """One [[claim]] table as a rule. Raises RuleError with the rule's id and the reason."""
    name = table.get("id", "without id")
    missing = [key for key in ("id", "says", "pattern", "yes", "no") if not table.get(key)]
    if missing:
        raise RuleError(f"claim rule {name}: {missing[0]} is missing")
    extra = {key: table[key] for key in ("event", "rank", "status", "view", "bounded", "further") if key in table}
    slots = _telling(tuple(_slots(name, table["pattern"])))
    if not any(slot.name in NUMBERS for slot in slots):
        raise RuleError(f"claim rule {name}: the pattern has no slot for a number")
    return ClaimRule(
        name, table["says"], table["pattern"], slots, yes=tuple(table["yes"]), no=tuple(table["no"]), **extra
    )


def _telling(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Where no slot is the event's, the first word that is no preposition tells it: "sentence" of "sentence to|for"."""
    if any(slot.name == "event" for slot in slots):
        return slots
    small = frozenset(load("words/closed")["classes"]["preposition"])
    words = [slot for slot in slots if slot.words and not small.issuperset(slot.words)]
    return tuple(replace(slot, name="word") if words and slot is words[0] else slot for slot in slots)


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
