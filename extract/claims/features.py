"""The features that a pattern's slots may ask for."""

from collections.abc import Iterable
from functools import cache, lru_cache

from extract.groups import Group
from models.rules import load

# what a slot may name; each is one bit
FEATURES = (
    "count",
    "duration",
    "money",
    "share",
    "people",
    "elided",
    "event-noun",
    "victim",
    "modified",
    "noun-group",
    "pronoun",
    "verb",
    "passive",
    "active",
    "gerund",
    "infinitive",
    "linking",
    "done-to",
    "undergone",
    "adjective",
    "relative",
    "comma",
    "open",
    "close",
    "and",
    "preposition",
    "colon",
    "toll",
    "penal",
    "change",
    "standing",
    "light",
    "closing",
    "closable",
    "missile",
    "speech",
    "occasion",
    "reporting",
    "justice",
    "reported",
    "carrier",
    "life",
    "damage",
    "reduced",
    "partitive",
    "joined",
)
KINDS = {
    "REL": "relative",
    "COMMA": "comma",
    "DASH": "comma",
    "OPEN": "open",
    "CLOSE": "close",
    "CC": "and",
    "P": "preposition",
    "COLON": "colon",
}
BITS = {name: 1 << place for place, name in enumerate(FEATURES)}
PLAIN = {kind: BITS[feature] for kind, feature in KINDS.items()}


def bits_of(names: Iterable[str]) -> int:
    """The features of these names as bits; other names have none."""
    bits = 0
    for name in names:
        bits |= BITS.get(name, 0)
    return bits


def features_of(group: Group) -> int:
    """All features of one group as bits; computed once, when the group is complete."""
    if group.features is None:
        group.features = _features(group)
    return group.features


# a share counts like a number: "a third of the detainees were freed"
COUNTING = {
    "count": bits_of(["count"]),
    "duration": bits_of(["duration"]),
    "money": bits_of(["money"]),
    "percent": bits_of(["count", "share"]),
    "ratio": bits_of(["count", "share"]),
}
FIGURES = bits_of(("count", "duration", "money"))
PASSIVE, JUSTICE = bits_of(["passive"]), bits_of(["justice"])


def _features(group: Group) -> int:
    if not group.flags:  # a mark, a preposition, a conjunction
        return PLAIN.get(group.kind, 0)
    found = PLAIN.get(group.kind, 0) | bits_of(group.flags)
    if group.number is not None:
        kind = group.number.kind
        found = found & ~BITS.get(kind, 0) | COUNTING[kind]
    else:
        found &= ~FIGURES
    if group.kind == "VG":
        found |= _verb_features(group)
    elif group.kind == "NG":
        found |= _classes_of_noun(group.head)
    return found


def _verb_features(group: Group) -> int:
    found = _classes_of_verb(group.head)
    if "reduced" in group.flags:
        found |= PASSIVE
    if group.events and not _justice().isdisjoint(group.events):
        found |= JUSTICE
    return found


@lru_cache(maxsize=50_000)
def _classes_of_verb(head: str) -> int:
    return bits_of(name for name, verbs in _verb_classes().items() if head in verbs)


@lru_cache(maxsize=50_000)
def _classes_of_noun(head: str) -> int:
    return bits_of(name for name, nouns in _noun_classes().items() if head in nouns)


@cache
def _verb_classes() -> dict[str, frozenset[str]]:
    verbs, events = load("words/verbs"), load("events")
    first = {
        name: frozenset(words.split()[0] for words in verbs[name])
        for name in ("light", "standing", "speech", "reported")
    }
    change = frozenset(words.split()[0] for words in [*verbs["rising"], *verbs["falling"]])
    closing = frozenset(words.split()[0] for words in events["investigation_closed"]["closing"])
    return {**first, "change": change, "closing": closing}


@cache
def _noun_classes() -> dict[str, frozenset[str]]:
    carriers = load("words/carriers")
    closable = load("events")["investigation_closed"]["closed"]
    return {
        "toll": frozenset(carriers["tolls"]),
        "penal": frozenset(carriers["penal"]),
        "life": frozenset(carriers["lives"]),
        "occasion": frozenset(carriers["occasions"]),
        "reporting": frozenset(carriers["reporting"]),
        "damage": frozenset(carriers["damage"]),
        "missile": frozenset(carriers["missiles"]),
        "closable": frozenset(closable),
        "change": frozenset(carriers["movements"]),
    }


@cache
def _justice() -> frozenset[str]:
    return frozenset(name for name, event in load("events").items() if event["family"] == "justice")
