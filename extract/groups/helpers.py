"""What stands before the verb: auxiliaries, negation, adverbs, verbs that stand for one, a first infinitive."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.groups.events import lexicon
from extract.groups.group import Group
from extract.groups.units import Unit
from extract.words import Word
from models.rules import word_set

FORMS = frozenset({"V", "VZ", "VD", "VN", "VG"})
HELPERS = frozenset({"MD", "BE", "HAVE", "DO", "NEG", "ADV", "TO"})
AUXILIARIES = frozenset({"BE", "HAVE", "DO"})
LEADING = ("BE", "HAVE", "DO", "MD", "TO")


@dataclass(slots=True)
class Helpers:
    """What stands before the verb."""

    tags: set[str] = field(default_factory=set)
    last: str = ""
    hanging: bool = False  # the first is "having": the verb has no subject of its own
    adverb: str = ""


def read_helpers(units: Sequence[Unit], at: int) -> tuple[Helpers, int]:
    helpers, index = Helpers(), at
    helpers.hanging = at < len(units) and units[at].word.lower == "having"
    while index < len(units):
        tags = units[index].word.tags
        if helpers.last and _floats(units, index):
            index += 1
            continue
        if _is_copula(units, index):
            helpers.last = "BE"
            index += 1
            continue
        if helpers.last == "BE" and (size := _raising(units, index)):
            index += size
            helpers.last = "TO" if units[index - 1].word.lower == "to" else "BE"
            continue
        if _is_implicative(units, index):
            helpers.last = "TO" if helpers.last == "TO" else ""
            index += 2
            continue
        if tags.isdisjoint(HELPERS) or (not tags.isdisjoint(FORMS) and tags.isdisjoint(AUXILIARIES)):
            break
        helpers.last = next((tag for tag in LEADING if tag in tags), helpers.last)
        if "ADV" in tags:
            helpers.adverb = units[index].word.lower
        helpers.tags |= tags & HELPERS
        index += 1
    return helpers, index


def _is_copula(units: Sequence[Unit], at: int) -> bool:
    """ "remain detained", "got arrested": the verb stands for "be" before a participle that names an event."""
    if units[at].word.verb not in word_set("words/verbs", "copular"):
        return False
    main = next((i for i in range(at + 1, len(units)) if "ADV" not in units[i].word.tags), at)
    after = units[main + 1].word.tags if main + 1 < len(units) else frozenset()
    return "VN" in units[main].word.tags and _is_done(units[main].word) and after.isdisjoint({"N", "NS", "NAME"})


def _is_implicative(units: Sequence[Unit], at: int) -> bool:
    """ "managed to arrest", "were able to free": who did so did what the infinitive says."""
    word = units[at].word
    known = word.verb in word_set("words/verbs", "implicative") or word.lower == "able"
    after = [unit.word for unit in units[at + 1 : at + 3]]
    return known and len(after) == 2 and after[0].lower == "to" and ("V" in after[1].tags or after[1].lower == "be")


def _raising(units: Sequence[Unit], at: int) -> int:
    """How many words of "are said to (have been held)", "are feared (held)", "are listed as (held)" are helpers."""
    if units[at].word.verb not in word_set("words/verbs", "raising") or "VN" not in units[at].word.tags:
        return 0
    after = [unit.word for unit in units[at + 1 : at + 4]]
    if len(after) > 1 and after[0].lower == "to" and after[1].tags & {"HAVE", "BE", "V"}:
        return 2
    small = _as(after)  # "are recorded as killed", "as having been killed"
    participle = len(after) > small and "VN" in after[small].tags and not after[small].tags & {"N", "NS"}
    return 1 + small if participle and _is_done(after[small]) else 0


def _as(after: Sequence[Word]) -> int:
    """How many of these words are "as", "as being" """
    if not after or after[0].lower != "as":
        return 0
    return 2 if len(after) > 1 and after[1].lower == "being" else 1


def _is_done(word: Word) -> bool:
    """Does the verb name an event that is done to somebody?"""
    known = lexicon()
    return any((word.verb,) in table for table in (known.verbs, known.passive, known.persons))


def _floats(units: Sequence[Unit], at: int) -> bool:
    """ "were all executed", "have both been freed": the quantifier of the subject stands in the verb group."""
    after = units[at + 1].word.tags if at + 1 < len(units) else frozenset()
    return units[at].word.lower in ("all", "both", "each") and bool(after & {"VN", "BE"}) and not after & {"N", "NS"}


def after_infinitive(before: list[Group]) -> Group | None:
    """The infinitive or modal verb that a conjunction joins to what follows: "to kill one and wound nine"."""
    if not before or before[-1].kind != "CC":
        return None
    verb = next((group for group in reversed(before) if group.kind in ("VG", "SUB", "REL", "COLON")), None)
    base = verb is not None and any(unit.word.tags & {"TO", "MD"} for unit in verb.units)
    return verb if base else None


def join_infinitive(verb: Group, before: list[Group]) -> None:
    """The second of two joined infinitives is as uncertain as the first: "threatened to kill one and wound nine"."""
    first = after_infinitive(before)
    if first is not None and "V" in verb.units[0].word.tags and "active" in verb.flags:
        verb.flags.discard("active")
        verb.flags |= first.flags & {"infinitive", "modal", "active"}
