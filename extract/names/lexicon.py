"""What the TOML lists say of a word or of a whole name."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.names.tables import common_words, given_names, surnames
from models.rules import load
from models.vocabulary import Label


class Kind:
    """What a capitalised word may be, several at once: bits of one int (enum.Flag is many times slower)."""

    FUNCTION = 1 << 0  # a small word of the language, a month, a weekday: in a name only inside a known one
    COMMON = 1 << 1  # in the dictionary in small letters
    GIVEN = 1 << 2
    SURNAME = 1 << 3
    HONORIFIC = 1 << 4
    OFFICE = 1 << 5
    HEAD = 1 << 6  # ends or begins an organisation's name
    WEAK_HEAD = 1 << 7
    SUFFIX = 1 << 8  # Ltd, Inc.
    FACILITY = 1 << 9
    LOCATION = 1 << 10
    DISTRICT = 1 << 11  # Province, County
    CAPITALS = 1 << 12
    INITIAL = 1 << 13


_DESIGNATOR = re.compile(r"[A-Za-z]{1,3}-?\d+[A-Z]?")  # PW-4, AK-47
TITLE = Kind.HONORIFIC | Kind.OFFICE
HEADS = Kind.HEAD | Kind.SUFFIX | Kind.FACILITY | Kind.LOCATION | Kind.DISTRICT


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name that the lists have as a whole."""

    label: Label
    canonical: str


@cache
def kind(word: str) -> int:
    """The kinds of one word as written (without a possessive)."""
    found = 0
    lower = word.lower()
    for flag, words in _word_lists():
        if word in words:
            found |= flag
    if word.endswith(".") and word.replace(".", "").isupper() and len(word) <= 8:
        found |= Kind.INITIAL
    if (lower in _function_words() and not (found & Kind.INITIAL and len(word) == 2)) or _DESIGNATOR.fullmatch(word):
        found |= Kind.FUNCTION
    if lower in common_words():
        found |= Kind.COMMON
    if len(word) == 1:
        found |= Kind.INITIAL
    if len(word) > 1 and word.isupper():
        found |= Kind.CAPITALS
    return found


@cache
def _word_lists() -> tuple[tuple[int, frozenset[str]], ...]:
    persons, organisations, places = load("names/persons"), load("names/organisations"), load("names/places")["heads"]
    return (
        (Kind.HONORIFIC, frozenset(persons["honorifics"])), (Kind.OFFICE, frozenset(persons["offices"])),
        (Kind.HEAD, frozenset(organisations["heads"])), (Kind.WEAK_HEAD, frozenset(organisations["weak"])),
        (Kind.SUFFIX, frozenset(organisations["suffixes"])), (Kind.FACILITY, frozenset(places["fac"])),
        (Kind.LOCATION, frozenset(places["loc"])), (Kind.DISTRICT, frozenset(places["gpe"])),
        (Kind.GIVEN, given_names()), (Kind.SURNAME, surnames()),
    )


@cache
def _function_words() -> frozenset[str]:
    classes = load("words/closed")["classes"]
    names = ("determiner", "preposition", "conjunction", "contrast", "subordinator", "relative", "pronoun", "modal",
             "negation", "be", "have", "do", "adverb")
    words = {word for name in names for word in classes.get(name, ())}
    return frozenset(words | set(load("names/words")["function"]))


@cache
def bodies() -> dict[str, KnownName]:
    """Every writing of every well-known body."""
    found: dict[str, KnownName] = {}
    for group in load("names/bodies").values():
        for canonical, writings in group.items():
            for writing in (canonical, *writings):
                found[writing] = KnownName("ORG", canonical)
    return found


@cache
def first_words() -> dict[str, int]:
    """The first word of each body, people and group -> the most words that one of its names has."""
    longest: dict[str, int] = {}
    for name in (*bodies(), *groups()):
        words = name.split()
        longest[words[0]] = max(longest.get(words[0], 1), len(words))
    return longest


@cache
def long_places() -> dict[str, int]:
    """The first word of each place of the lists -> the most capitalised words that one of its names has."""
    places = load("names/places")
    longest: dict[str, int] = {}
    names = [name for table in ("countries", "regions") for listed in places[table].values() for name in listed]
    for name in (*names, *places["countries"], *places["locations"]["names"]):
        words = [word for word in name.split() if word[0].isupper() or word == "&"]
        if words:
            longest[words[0]] = max(longest.get(words[0], 3), len(words))
    return longest


@cache
def groups() -> dict[str, KnownName]:
    """Demonyms, peoples, faiths and followers, with their plurals."""
    lists = load("names/groups")
    found: dict[str, KnownName] = {}
    for country, demonyms in lists["countries"].items():
        for demonym in demonyms:
            for writing in (demonym, _plural(demonym)):
                found[writing] = KnownName("NORP", country)
    for table in ("peoples", "regions", "faiths", "followers"):
        for name in lists[table]["names"]:
            for writing in (name, _plural(name)):
                found.setdefault(writing, KnownName("NORP", name))
    return {name: known for name, known in found.items() if name not in lists["not_names"]}


def _plural(name: str) -> str:
    return name if name.endswith(("s", "ese", "ish", "sh", "ch")) else name + "s"


@cache
def words(name: str, key: str) -> frozenset[str]:
    """One list of a names file."""
    table: Any = load(f"names/{name}")
    for part in key.split("."):
        table = table[part]
    return frozenset(table)
