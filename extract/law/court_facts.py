"""What a court's name tells of it: its level and its country."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.names.lexicon import groups
from extract.names.tables import country_of
from models.rules import load

_WORD = re.compile(r"[A-Z][\w’'-]*")
_LETTERS = re.compile(r"\d{4}[\])]?\s([A-Z]{2,})")
_LONGEST = 3  # words in a country's or a place's name


@cache
def _levels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    levels = load("law/courts")["level"]
    return tuple((level, re.compile(rf"(?i)\b(?:{'|'.join(words)})\b")) for level, words in levels.items())


def level_of(court: str | None) -> str | None:
    """The first level of models/law/courts.toml whose words the name holds; None where none says it."""
    return next((level for level, words in _levels() if words.search(court or "")), None)


def country_of_court(court: str | None, citations: Sequence[str] = ()) -> str | None:
    """The country by the letters of the neutral citation, else by a place or a people in the name, else by the name.

    An international court has none.
    """
    if (level_of(court) or "").startswith("international court"):
        return None
    letters = next((match[1] for citation in citations if (match := _LETTERS.search(citation))), "")
    for country, beginnings in load("law/courts")["letters"].items():
        if letters.startswith(tuple(beginnings)):
            return str(country)
    named = next((country for name in _names(court or "") if (country := _country(name))), None)
    return named or _only_of(court or "")


def _only_of(court: str) -> str | None:
    for country, names in load("law/courts")["of_country"].items():
        if any(name.casefold() in court.casefold() for name in names):
            return str(country)
    return None


def _names(court: str) -> Iterator[str]:
    """Runs of capitalised words, the longest first."""
    words = [word if len(word) < 4 else word.capitalize() if word.isupper() else word for word in _WORD.findall(court)]
    for size in range(_LONGEST, 0, -1):
        yield from (" ".join(words[at:at + size]) for at in range(len(words) - size + 1))


def _country(name: str) -> str | None:
    people = groups().get(name)
    if people is not None:
        return people.canonical if country_of(people.canonical) else None
    return country_of(name) if name.lower() not in load("law/courts")["no_places"] else None
