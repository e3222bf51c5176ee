"""What is counted: the noun group of the number, its head's lemma, and its words without the number."""

from extract.claims.draft import Draft
from extract.groups import Group
from models import Counted, Span

EDGE = frozenset({"the", "a", "an", "of", "its", "their", "his", "her", "all"})


def counted_of(draft: Draft) -> Counted:
    """The words of the group after the number; empty where the noun is elided."""
    group, number = draft.group, draft.number
    after = [unit for unit in group.units if unit.start >= number.end]
    while after and after[0].word.lower in EDGE:
        after = after[1:]
    if not after and draft.anchor is not None and draft.anchor.kind == "NG" and draft.anchor is not group:
        return Counted(_words(draft.anchor), draft.anchor.head, Span(draft.anchor.start, draft.anchor.end))
    if not after:
        return Counted("", "")
    span = Span(after[0].start, after[-1].end)
    text = " ".join(unit.text for unit in after)
    return Counted(text, group.head, span)


def _words(group: Group) -> str:
    units = [unit for unit in group.units if unit.word.lower not in EDGE]
    return " ".join(unit.text for unit in units)
