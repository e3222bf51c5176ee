"""What the words around a place say: that it is a state or a road, that people come from it or go to it."""

import re
from functools import cache

from models import Mention
from models.rules import load

REACH = 40  # characters before a place in which its word may stand


def with_kind(text: str, place: Mention) -> str:
    """ "Kaduna state", "the Pacific region": the name with the small word that tells it from a town of that name."""
    found = _kinds().match(text, place.end)
    known = place.canonical
    return f"{known} {found[1]}" if found and not known.lower().endswith(found[1]) else known


def is_elsewhere(text: str, place: Mention) -> bool:
    """ "residents of Soum", "tried to reach Italy": where people come from or go to, not where it happened."""
    before = text[max(0, place.start - REACH) : place.start].lower()
    return _elsewhere().search(before) is not None


def is_left(text: str, place: Mention, at: int) -> bool:
    """Does "elsewhere" stand between the place and what happened?"""
    return place.end < at and "elsewhere" in text[place.end : at].lower()


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(rf" ({'|'.join(load('words/slots')['kinds'])})\b(?!,? (?:of|police|court|officials?)\b)")


@cache
def _elsewhere() -> re.Pattern[str]:
    words = load("words/slots")
    persons, verbs = "|".join(words["origin"]), "|".join(words["destination"])
    return re.compile(rf"(?:\b(?:{persons}) (?:of|from)|\b(?:{verbs})) (?:the )?$")
