"""What is counted: the noun group of the number, its head's lemma, and its words without the number."""

from extract.claims.draft import Draft
from extract.groups import Group
from extract.groups.group import written
from models import Counted, Span
from models.rules import word_set

EDGE = frozenset({"the", "a", "an", "of", "out", "out of", "its", "their", "his", "her", "all"})


def counted_of(draft: Draft) -> Counted:
    """The words of the group after the number; empty where the noun is elided."""
    group, number = draft.group, draft.number
    after = [unit for unit in group.units if unit.start >= number.end]
    while after and after[0].word.lower in EDGE:
        after = after[1:]
    if not after and draft.anchor is not None and draft.anchor.kind == "NG" and draft.anchor.end <= group.start:
        return _named(draft.anchor)
    if not after and number.text.lower() in word_set("words/subsets", "persons"):
        return Counted(number.text, "person", Span(number.start, number.end))
    if not after:
        return Counted("", "")
    span = Span(after[0].start, after[-1].end)
    text = written(after)
    return Counted(text, group.head, span)


def _named(group: Group) -> Counted:
    """The noun of the event; of "the number of evictions" the evictions."""
    units = group.units
    of = next((i for i, unit in enumerate(units) if unit.word.lower == "of"), None)
    if of is not None and group.head in word_set("words/carriers", "tolls"):
        units = units[of + 1 :]
        told = group.noun is not None and group.noun in units  # "the number of people killed" counts people
        units = units[: units.index(group.noun) + 1] if told and group.noun is not None else units
    units = [unit for unit in units if unit.word.lower not in EDGE] or units
    lemma = (units[-1].word.noun or units[-1].word.lower) if of is not None else group.head
    return Counted(written(units), lemma, Span(units[0].start, units[-1].end))
