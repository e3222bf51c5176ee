"""The features that a pattern's slots may ask for."""

from functools import cache, lru_cache

from extract.groups import Group
from models.rules import load

# what a slot may name; at most 45, since each is one flag bit of spaCy's lexemes
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
)
KINDS = {
    "REL": "relative",
    "COMMA": "comma",
    "OPEN": "open",
    "CLOSE": "close",
    "CC": "and",
    "P": "preposition",
    "COLON": "colon",
}
PLAIN = {kind: frozenset({feature}) for kind, feature in KINDS.items()}
# a share counts like a number: "a third of the detainees were freed"
COUNTING = {
    "count": ("count",),
    "duration": ("duration",),
    "money": ("money",),
    "percent": ("count", "share"),
    "ratio": ("count", "share"),
}


def features_of(group: Group) -> frozenset[str]:
    """All features of one group; computed once, when the group is complete."""
    if group.features is None:
        group.features = _features(group)
    return group.features


def _features(group: Group) -> frozenset[str]:
    if not group.flags and group.number is None and group.kind not in ("VG", "NG"):
        return PLAIN.get(group.kind, frozenset())
    found = group.flags & _known()
    if group.kind in KINDS:
        found.add(KINDS[group.kind])
    if group.number is not None:
        found.discard(group.number.kind)
        found.update(COUNTING[group.number.kind])
    else:
        found -= {"count", "duration", "money"}
    if group.kind == "VG":
        found |= _verb_features(group)
    if group.kind == "NG":
        found |= _noun_features(group)
    return frozenset(found)


@cache
def _known() -> frozenset[str]:
    return frozenset(FEATURES)


def _verb_features(group: Group) -> set[str]:
    found = set(_classes_of_verb(group.head))
    if "reduced" in group.flags:
        found.add("passive")
    if any(event in _justice() for event in group.events):
        found.add("justice")
    return found


def _noun_features(group: Group) -> set[str]:
    return set(_classes_of_noun(group.head))


@lru_cache(maxsize=50_000)
def _classes_of_verb(head: str) -> frozenset[str]:
    return frozenset(name for name, verbs in _verb_classes().items() if head in verbs)


@lru_cache(maxsize=50_000)
def _classes_of_noun(head: str) -> frozenset[str]:
    return frozenset(name for name, nouns in _noun_classes().items() if head in nouns)


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
    }


@cache
def _justice() -> frozenset[str]:
    return frozenset(name for name, event in load("events").items() if event["family"] == "justice")
