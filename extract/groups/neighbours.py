"""What a unit may be by its neighbours: the first or next word of a noun group, a verb right before its figure."""

from collections.abc import Sequence
from functools import cache

from extract.groups.events import lexicon
from extract.groups.units import Unit
from models.rules import load, word_set

# sets of tags are made once here and elsewhere: a literal among operands is a new set each time
NOMINAL = frozenset({"N", "NS", "NAME"})
GOES_ON = NOMINAL | {"ADJ"}
ALONE = frozenset({"PRO", "REL"})
STARTS = frozenset({"D", "Q", "ADJ", "N", "NS", "NAME", "PRO"})


def is_nominal(unit: Unit | None) -> bool:
    """Could this unit continue a noun group after an adjective or participle?"""
    return unit is not None and not unit.word.tags.isdisjoint(GOES_ON) and unit.word.tags.isdisjoint(ALONE)


def is_attribute(noun: Unit, after: Unit | None) -> bool:
    """ "its emergency medical workers": a thing before an adjective and the persons that it belongs to."""
    persons = after is not None and after.word.person and "NS" in after.word.tags
    return persons and not noun.word.person and "NS" not in noun.word.tags


def is_predicate(adjective: Unit, after: Unit | None) -> bool:
    """ "40 armed with rifles", "three dead": behind a bare figure the adjective says what they are."""
    if is_nominal(after):
        return False
    leads_on = after is not None and "P" in after.word.tags and after.word.lower != "than"
    return (leads_on and not adjective.word.person) or (adjective.word.lower,) in lexicon().adjectives


def starts_noun_group(unit: Unit | None) -> bool:
    return unit is not None and not unit.word.tags.isdisjoint(STARTS)


def lacks_plural(head: Unit, parts: Sequence[Unit]) -> bool:
    """ "27 former naval": the noun that so many are counted in is still to come."""
    if head.mention is not None or "NS" in head.word.tags:
        return False
    figures = [part.number.quantity.low for part in parts if part.number and part.number.kind == "count"]
    return any(figure is not None and figure > 1 for figure in figures)


def moves_a_figure(units: Sequence[Unit], at: int) -> bool:
    """ "the toll stands at 64", "arrests surge to 900": verbs of figures, right before one."""
    if units[at].word.verb not in _moving() or at + 2 >= len(units):
        return False
    return units[at + 1].word.lower in ("at", "to", "from", "by") and "Q" in units[at + 2].word.tags


def tells_who(units: Sequence[Unit], at: int) -> bool:
    """ ", reported the rights group Clear Air": a verb of speech with the name of who speaks close behind it."""
    if units[at].word.verb not in word_set("words/verbs", "speech"):
        return False
    near = units[at + 1 : at + 5]
    end = next((i for i, unit in enumerate(near) if unit.text in (",", ";", ":", "(", ".")), len(near))
    return any(unit.mention is not None and unit.mention.label in ("ORG", "PERSON") for unit in near[:end])


def tells_in_headline(unit: Unit, after: Unit | None) -> bool:
    """ "Airstrikes on Soum Kill Nine": a verb of harm in capitals right before a figure."""
    base = "V" in unit.word.tags and unit.text[0].isupper() and (unit.word.verb,) in lexicon().verbs
    return base and after is not None and "Q" in after.word.tags


@cache
def never_attributive() -> frozenset[str]:
    verbs = load("words/verbs")
    return frozenset([*verbs["resulting"], *verbs["never_attributive"]])


@cache
def _moving() -> frozenset[str]:
    """Verbs of figures that rise, fall and stand."""
    verbs = load("words/verbs")
    return frozenset([*verbs["rising"], *verbs["falling"], *verbs["standing"]])
