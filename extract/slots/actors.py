"""Places that act: "Peru bombed a bridge in Quito" happened in Quito, "Peru jailed nine editors" in Peru."""

import re
from collections.abc import Sequence
from functools import cache

from extract.claims.draft import Draft
from extract.slots.nearest import nearest
from models import Mention
from models.rules import load

LOCATING = r"in|at|near|inside|outside|across|around|throughout|within|on"
REACH = 40  # characters before a place in which its preposition stands


def is_of_rulers(text: str, place: Mention) -> bool:
    """ "the Assad regime": a name of those who rule, no place."""
    return _rulers().match(text, place.end) is not None


def behind_actor(draft: Draft, found: Mention, places: Sequence[Mention], text: str) -> Mention:
    """The place in which it happened, where the one found only says who did it; else the one found."""
    if not _acts(draft, found, text):
        return found
    located = [m for m in places if m is not found and _located().search(text, max(0, m.start - REACH), m.start)]
    return nearest(draft, [m for m in located if _is_free(draft, m)]) or found


def _acts(draft: Draft, place: Mention, text: str) -> bool:
    """ "Peru's raid on Quito", "Peru bombed Quito": the owner, or the subject of an active verb."""
    if text.startswith(("'s ", "’s "), place.end):
        return True
    groups = draft.sentence.groups
    at = next((i for i, group in enumerate(groups[:-1]) if group.start <= place.start < group.end), len(groups) - 1)
    after = next((group for group in groups[at + 1 :] if group.kind != "ADV"), None)
    subject = at == 0 or groups[at - 1].kind != "P"
    return subject and after is not None and after.kind == "VG" and "active" in after.flags


def _is_free(draft: Draft, place: Mention) -> bool:
    """No other claim between the two, but for parts of this one."""
    left, right = sorted((draft.number.start, place.start))
    others = (d for d in draft.sentence.drafts if left < d.number.start < right)
    return all(other.superset is draft for other in others)


@cache
def _rulers() -> re.Pattern[str]:
    return re.compile(rf" (?:{'|'.join(load('words/slots')['rulers'])})\b")


@cache
def _located() -> re.Pattern[str]:
    """ "in the besieged city of Soum", "the shelling of Soum"."""
    return re.compile(rf"\b(?:{LOCATING}|{'|'.join(load('words/slots')['shelled'])})(?: [a-z-]+){{0,3}} $")
