"""A body of India with its town: "Dorva Tea Board, Kanpur" is one name there, as its courts and offices write it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.names.proposal import Proposal

_GOES_ON = re.compile(r",?\s(?:and\s)?[A-Z]|,\s?$")  # a list of towns, or the town's own state


def with_seats(text: str, proposals: Sequence[Proposal]) -> None:
    """Gives each such body the town behind its comma; the town is then no name of its own."""
    for body, town in pairwise(proposals):
        if body.label != "ORG" or town.label != "GPE" or town.place is None or town.place.countries[:1] != ("IN",):
            continue
        if text[body.end:town.start] == ", " and not body.tail and not _GOES_ON.match(text, town.end):
            body.tail = town.end - body.end
            body.canonical = f"{body.canonical or body.name}, {town.name}"
            town.label = None
