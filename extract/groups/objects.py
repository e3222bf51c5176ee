"""What stands beside a counted group and is not of it: "handed 12 strikers prison terms", "four face charges"."""

from collections.abc import Sequence
from itertools import takewhile

from extract.groups.neighbours import is_nominal
from extract.groups.units import Unit
from models.rules import word_set


def is_second_object(units: Sequence[Unit], at: int, head: Unit | None, counted: Unit | None) -> bool:
    """Does units[at] begin a group of its own behind this head? Counted persons in the plural are no modifier."""
    if head is None or counted is None:
        return False
    word, tags = head.word, units[at].word.tags
    if word.noun in word_set("words/carriers", "occasions"):
        return "NS" in word.tags and "NS" in tags  # "in 48 cases investigators refused"
    if not word.person or head.mention is not None or units[at].mention is not None:
        return False
    if at + 1 < len(units) and "AGE" in units[at + 1].word.tags:  # "two brothers aged 21"
        return False
    plural = word.noun not in ("", word.lower)
    return plural and bool(tags & {"N", "NS"}) and not (word.noun in ("man", "woman") and _name_persons(units, at))


def _name_persons(units: Sequence[Unit], at: int) -> bool:
    """ "12 women taxi drivers": one of the nouns from here on names persons."""
    return any(unit.word.person for unit in takewhile(is_nominal, units[at : at + 3]))


def faces(units: Sequence[Unit], at: int) -> bool:
    """ "Four face criminal charges": behind a bare figure this is the verb, since it brings an event."""
    word = units[at].word
    if "V" not in word.tags or word.verb not in word_set("words/subsets", "facing"):
        return False
    return any(unit.word.tells for unit in takewhile(is_nominal, units[at + 1 : at + 4]))
