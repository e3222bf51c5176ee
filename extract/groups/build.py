"""Cuts a sentence into groups, from left to right."""

from collections.abc import Sequence

from extract.groups.events import lexicon
from extract.groups.group import Group
from extract.groups.helpers import AUXILIARIES, FORMS, HELPERS, after_infinitive, join_infinitive
from extract.groups.neighbours import (
    is_nominal,
    moves_a_figure,
    never_attributive,
    starts_noun_group,
    tells_in_headline,
    tells_who,
)
from extract.groups.nouns import read_noun_group
from extract.groups.objects import faces
from extract.groups.units import Unit
from extract.groups.verbs import phrase_begins, phrases_at, read_verb_group
from extract.groups.voice import settle_voice

MARKS = {
    ",": "COMMA",
    ";": "COLON",
    ":": "COLON",
    "(": "OPEN",
    "[": "OPEN",
    ")": "CLOSE",
    "]": "CLOSE",
    "—": "DASH",
    "–": "DASH",
    "-": "DASH",
    "--": "DASH",
    "“": "QUOTE",
    "”": "QUOTE",
    '"': "QUOTE",
    "‘": "QUOTE",
    "«": "QUOTE",
    "»": "QUOTE",
    ".": "STOP",
    "!": "STOP",
    "?": "STOP",
    "…": "STOP",
    "•": "STOP",
}
SINGLE = ("REL", "CC", "BUT", "SUB", "P", "ADV", "NEG")
JOINING = frozenset({"REL", "CC", "BUT"})
PARTICIPLES = frozenset({"VN", "VG"})
EITHER = frozenset({"P", "ADV"})
ADVERBIAL = frozenset({"ADV", "NEG"})
MAYBE_VERBAL = FORMS | HELPERS
NOUNS = frozenset({"N", "NS"})


def build_groups(units: Sequence[Unit]) -> list[Group]:
    """All units of a sentence as groups, in order; every unit is in exactly one group."""
    groups: list[Group] = []
    at = 0
    while at < len(units):
        group, till = _next(units, at, groups)
        group.at, group.till = at, till
        groups.append(group)
        at = till
    settle_voice(groups)
    return groups


def _next(units: Sequence[Unit], at: int, before: list[Group]) -> tuple[Group, int]:
    unit = units[at]
    tags = unit.word.tags
    route = unit.word.route
    if unit.word.phrases and (phrase := _read_phrase(units, at)):
        return phrase
    if route:
        return read_noun_group(units, at) if route == "noun" else (_single(unit, route), at + 1)
    if unit.text in MARKS:
        return _single(unit, MARKS[unit.text]), at + 1
    if unit.word.lower == "that":
        return _that(units, at, before)
    if not tags.isdisjoint(MAYBE_VERBAL) and _starts_verb(units, at, before):
        verb, till = read_verb_group(units, at)
        join_infinitive(verb, before)
        return verb, till
    adjective = _read_adjective(units, at, before)
    if adjective:
        return adjective
    if tags == EITHER and not starts_noun_group(units[at + 1] if at + 1 < len(units) else None):
        return _single(unit, "ADV"), at + 1  # "the four inside were killed"
    if not tags.isdisjoint(JOINING) or ("P" in tags and "N" not in tags) or "SUB" in tags:
        return _single(unit, next(kind for kind in SINGLE if kind in tags)), at + 1
    if starts_noun_group(unit) or not tags.isdisjoint(PARTICIPLES):
        return read_noun_group(units, at)
    return _single(unit, next((kind for kind in SINGLE if kind in tags), "X")), at + 1


def _single(unit: Unit, kind: str) -> Group:
    return Group(kind, unit.start, unit.end, unit.word.lower, [unit])


def _read_phrase(units: Sequence[Unit], at: int) -> tuple[Group, int] | None:
    """Several words that do the work of one: "as well as", "in absentia"."""
    for words, kind in units[at].word.phrases:
        end = at + len(words)
        if end > len(units) or units[end - 1].word.lower != words[-1]:  # most end here
            continue
        if all(unit.word.lower == word for unit, word in zip(units[at:end], words, strict=True)):
            return Group(kind, units[at].start, units[end - 1].end, " ".join(words), list(units[at:end])), end
    return None


def _that(units: Sequence[Unit], at: int, before: list[Group]) -> tuple[Group, int]:
    after = units[at + 1].word.tags if at + 1 < len(units) else frozenset()
    finite = bool(after & (FORMS | {"MD", "BE", "HAVE", "DO"})) and not after & {"N", "NS"}
    counts = "VZ" in after and at + 2 < len(units) and "Q" in units[at + 2].word.tags  # "a dam that supplies two towns"
    if before and before[-1].kind == "NG" and (finite or counts):
        return _single(units[at], "REL"), at + 1
    if not before or (before[-1].kind in ("P", "CC") and not after & {"D", "PRO", "Q", "NAME"}):
        return read_noun_group(units, at)
    return _single(units[at], "SUB"), at + 1


def _starts_verb(units: Sequence[Unit], at: int, before: list[Group]) -> bool:
    tags = units[at].word.tags
    previous = before[-1] if before else None
    if not tags.isdisjoint(AUXILIARIES):
        return not ("VG" in tags and previous is not None and previous.kind == "P")
    if "MD" in tags:
        return True
    if "P" in tags and "VG" in tags:  # "including two children", "the case involving six clerks"
        return False
    if "TO" in tags:
        return _infinitive(units, at + 1)
    if not tags.isdisjoint(ADVERBIAL) and tags.isdisjoint(FORMS) and "D" not in tags:
        return at + 1 < len(units) and _starts_verb(units, at + 1, before) and "TO" not in units[at + 1].word.tags
    if tags.isdisjoint(FORMS):
        return False
    bare = previous is not None and "elided" in previous.flags
    return (bare and faces(units, at)) or _verb_reading(units, at, before)


def _infinitive(units: Sequence[Unit], at: int) -> bool:
    while at < len(units) and "ADV" in units[at].word.tags and not units[at].word.tags & FORMS:
        at += 1
    if at >= len(units):
        return False
    tags = units[at].word.tags
    if not tags.isdisjoint(AUXILIARIES):
        return True
    after = units[at + 1] if at + 1 < len(units) else None
    return "V" in tags and ("N" not in tags or starts_noun_group(after) or after is None or "P" in after.word.tags)


def _verb_reading(units: Sequence[Unit], at: int, before: list[Group]) -> bool:
    """A word that has a verb form: is it a verb here?"""
    previous = before[-1] if before else None
    unit, after = units[at], units[at + 1] if at + 1 < len(units) else None
    tags, kind = unit.word.tags, previous.kind if previous else ""
    if tags & {"VD", "VN"}:
        if after is not None and after.word.lower == "being":
            return True  # "79 reported being tortured"
        if "ADJ" in tags and is_nominal(after) and kind != "NG":
            return False
        attributive = is_nominal(after) and not _name(after) and kind in ("P", "VG", "", "CC", "COMMA") and "VN" in tags
        if phrase_begins(units, at) or unit.word.verb in never_attributive():
            return True
        if attributive and kind == "COMMA" and tells_who(units, at):
            return True
        if kind == "P" and unit.word.person and not is_nominal(after):
            return False  # "the number of injured"
        return not attributive or (kind in ("CC", "COMMA") and _event_verb(unit))
    if "VG" in tags and after is not None and after.text in ("of", "("):
        return False
    if "VG" in tags:
        if "N" in tags and kind in ("P", "VG", "", "CC"):
            return starts_noun_group(after) and "P" not in (after.word.tags if after else ())
        ends_in_noun = previous is not None and bool(previous.units[-1].word.tags & NOUNS)  # "received terms ranging"
        return kind not in ("P", "VG") or starts_noun_group(after) or (kind == "VG" and ends_in_noun)
    if tags.isdisjoint(NOUNS):
        return kind != "P" or "V" not in tags  # "by live fire": no verb in its base form behind a preposition
    if kind == "NG" and moves_a_figure(units, at):
        return True
    if kind in ("COMMA", "COLON", "CC") and "V" in tags and unit.text[0].isupper() and after and "Q" in after.word.tags:
        return True  # a headline: "Rebels Storm Clinic, Kill Seven"
    if kind == "CC" and "V" in tags and after is not None and "Q" in after.word.tags and after_infinitive(before):
        return True
    if kind in ("REL",) or (previous is not None and "pronoun" in previous.flags):
        return True
    if kind in ("COMMA", "AP", "CLOSE") and "VZ" in tags:
        return after is not None and bool(after.word.tags & {"D", "Q"})
    if kind != "NG" or previous is None:
        return False
    if after is not None and after.word.lower == "that" and previous.noun is not None:
        return True  # "officials of the council claim that"
    opens = after is not None and (starts_noun_group(after) or after.word.lower in ("that", "to"))
    owner = before[-3] if [group.kind for group in before[-3:-1]] == ["NG", "P"] else previous  # "strikes on Soum kill"
    subject = owner if after is not None and "Q" in after.word.tags else previous
    return opens and (("VZ" in tags) != ("plural" in subject.flags) or tells_in_headline(unit, after))


def _name(unit: Unit | None) -> bool:
    return unit is not None and "NAME" in unit.word.tags


def _event_verb(unit: Unit) -> bool:
    return (unit.word.verb,) in lexicon().verbs


def _read_adjective(units: Sequence[Unit], at: int, before: list[Group]) -> tuple[Group, int] | None:
    """An adjective or phrase that says what became of the counted: "dead", "in custody", "on trial"."""
    unit = units[at]
    if before and before[-1].number is not None and before[-1].number.kind == "duration":
        return None  # "six years in prison" is a length, no state
    for rest, events in phrases_at(units, at, "adjectives", unit.word.lower):
        end = at + 1 + len(rest)
        if not (end < len(units) and units[end].word.tags & NOUNS):
            state = list(units[at:end])
            return Group("AP", unit.start, state[-1].end, rest[-1], state, {"adjective"}, events), end
    events = lexicon().adjectives.get((unit.word.lower,), ())
    after = units[at + 1] if at + 1 < len(units) else None
    if not events or is_nominal(after) or not before or before[-1].kind not in ("NG", "VG", "ADV", "COMMA", "CC", "AP"):
        return None
    return Group("AP", unit.start, unit.end, unit.word.lower, [unit], {"adjective"}, events), at + 1
