"""Which words express which event: look-ups compiled from models/events.toml."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from models.rules import load

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Each table maps a phrase (lemma of the first word, then words as written) to its events, best first.

    `states` are the adjectives of harm, which may stand before a noun: "30 dead civilians".
    """

    verbs: dict[Phrase, tuple[str, ...]]
    passive: dict[Phrase, tuple[str, ...]]
    persons: dict[Phrase, tuple[str, ...]]
    things: dict[Phrase, tuple[str, ...]]
    intransitive: dict[Phrase, tuple[str, ...]]
    nouns: dict[Phrase, tuple[str, ...]]
    victims: dict[Phrase, tuple[str, ...]]
    adjectives: dict[Phrase, tuple[str, ...]]
    states: dict[Phrase, tuple[str, ...]]
    weight: dict[str, int]
    negated: dict[str, tuple[str, ...]]
    unseen: dict[str, tuple[str, ...]]
    destinations: dict[Phrase, tuple[str, ...]]
    closing: frozenset[str]
    closed: frozenset[str]


@cache
def lexicon() -> Lexicon:
    events = load("events")
    closed = events["investigation_closed"]
    return Lexicon(
        verbs=_table("verbs"),
        passive=_table("passive"),
        persons=_table("persons"),
        things=_table("things"),
        intransitive={**dict.fromkeys(_table("never"), ()), **_table("intransitive")},
        nouns=_table("nouns"),
        victims=_table("victims"),
        adjectives=_table("adjectives"),
        states=_table("adjectives", "harm"),
        weight={name: event["weight"] for name, event in events.items()},
        negated={verb: (name,) for name, event in events.items() for verb in event.get("negated", ())},
        destinations=_table("destinations"),
        unseen={verb: (name,) for name, event in events.items() for verb in event.get("unseen", ())},
        closing=frozenset(closed["closing"]),
        closed=frozenset(closed["closed"]),
    )


def _table(kind: str, family: str = "") -> dict[Phrase, tuple[str, ...]]:
    """The phrases of all events, or of those of one family."""
    table: dict[Phrase, list[str]] = {}
    events = load("events")
    for name in sorted(events, key=lambda event: -events[event]["weight"]):
        for words in events[name].get(kind, ()) if family in ("", events[name]["family"]) else ():
            table.setdefault(tuple(words.split()), []).append(name)
    return {phrase: tuple(names) for phrase, names in table.items()}


@cache
def longest(kind: str) -> int:
    """The number of words of the longest phrase of a table."""
    return max(len(phrase) for phrase in getattr(lexicon(), kind))


@cache
def last_words(kind: str) -> frozenset[str]:
    """The last words of a table's phrases: a noun group that ends in none of them need not be looked up."""
    return frozenset(phrase[-1] for phrase in getattr(lexicon(), kind))


class Tails(NamedTuple):
    """What may follow one first word: the rest of each phrase, longest first, with its events; their first words."""

    seconds: frozenset[str]
    phrases: tuple[tuple[Phrase, tuple[str, ...]], ...]


@cache
def tails(kind: str) -> dict[str, Tails]:
    """first word -> what may follow it in a phrase of two words and more."""
    found: dict[str, list[tuple[Phrase, tuple[str, ...]]]] = {}
    table: dict[Phrase, tuple[str, ...]] = getattr(lexicon(), kind)
    for phrase in sorted(table, key=len, reverse=True):
        if len(phrase) > 1:
            found.setdefault(phrase[0], []).append((phrase[1:], table[phrase]))
    return {first: Tails(frozenset(rest[0] for rest, _ in rows), tuple(rows)) for first, rows in found.items()}
