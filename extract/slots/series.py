""" "Peru, Chile and Cuba held 50, 43 and 35 editors, respectively": each figure has the place at its own turn."""

from collections.abc import Sequence

from extract.claims.draft import Draft, Sentence
from extract.groups import Group
from extract.names import country_of
from models import Mention, Place, Span

JOINERS = frozenset({"COMMA", "CC"})


def place_in_turn(sentence: Sentence, places: Sequence[Mention]) -> None:
    """Gives the figures of a list before "respectively" the places of a list that is as long."""
    end = next((unit.start for unit in sentence.units if unit.word.lower == "respectively"), 0)
    figures = _last_list(sentence, [draft for draft in sentence.drafts if draft.number.start < end])
    named = [place for place in places if figures and place.end <= figures[0].number.start]
    groups = [next((g for g in sentence.groups if g.start <= place.start < g.end), None) for place in named]
    if len(figures) < 2 or len(named) != len(figures) or not _joined(sentence.groups, groups):
        return
    for draft, place in zip(figures, named, strict=True):
        span = Span(place.start, place.end)
        draft.place, draft.evidence["place"] = Place(place.canonical, country_of(place.canonical), span), span


def _last_list(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts of the last list of figures, one for each."""
    row: list[Draft] = []
    for draft in reversed(drafts):
        if row and not _joined(sentence.groups, [draft.group, row[0].group]):
            break
        if not row or row[0].group is not draft.group:
            row.insert(0, draft)
    return row


def _joined(groups: Sequence[Group], members: Sequence[Group | None]) -> bool:
    """Do only commas and a conjunction stand between the first and the last of these groups?"""
    kept = [group for group in members if group is not None]
    if len(kept) != len(members) or not kept:
        return False
    inside = [group for group in groups if kept[0].start <= group.start <= kept[-1].start]
    return all(group.kind in JOINERS or any(group is member for member in kept) for group in inside)
