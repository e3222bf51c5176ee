"""How much two texts are alike: one less the share of characters that must be changed (Levenshtein)."""

import numpy


def likeness(one: str, other: str) -> float:
    """1 for the same text, 0 for texts without anything in common."""
    longest = max(len(one), len(other))
    return 1 - distance(one, other) / longest if longest else 1.0


def distance(one: str, other: str) -> int:
    """The fewest characters to insert, remove or replace (Wagner and Fischer 1974, a row at a time)."""
    letters = numpy.frombuffer(other.encode("utf-32-le"), dtype="<u4")
    places = numpy.arange(len(other) + 1)
    row = places.copy()
    for number, letter in enumerate(one, start=1):
        fresh = numpy.concatenate(([number], numpy.minimum(row[1:] + 1, row[:-1] + (letters != ord(letter)))))
        row = numpy.minimum.accumulate(fresh - places) + places     # insertions, all at once
    return int(row[-1])
