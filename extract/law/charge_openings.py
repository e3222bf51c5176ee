"""Where a charge may begin: behind a word of justice, or behind its far preposition."""

import re
from functools import cache

from extract.law.patterns import sought
from extract.signs import Sought
from models.rules import load

_GAP = 150  # characters between a verb and its far preposition
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s+[A-Z“\"]|[\n;]")


@cache
def charge_words(*path: str) -> frozenset[str]:
    """A list of words of models/law/charges.toml."""
    table = load("law/charges")
    for name in path:
        table = table[name]
    return frozenset(table)


def introductions(text: str, start: int, end: int) -> list[tuple[list[int], bool]]:
    """Where charges may begin, the first fitting place of each list, and whether the words before make it sure."""
    near = {match.end(): _sure(match[0]) for match in _near().finditer(text, start, end)}
    found = [([place], sure) for place, sure in near.items()]
    for verb in _verbs().finditer(text, start, end):
        limit = min(end, verb.end() + _GAP)
        if stop := _SENTENCE_END.search(text, verb.end() + 1, limit):
            limit = stop.start()
        places = [match.end() for match in _far()[verb[0]].finditer(text, verb.end(), limit)]
        if places and places[0] not in near:
            found.append((places, False))
    return sorted(found)


def _sure(introduction: str) -> bool:
    """Whether what follows must be a charge; else it has to name an offence ("conviction of the men")."""
    return " ".join(introduction.lower().split()) not in charge_words("ends", "unsure")


@cache
def _near() -> Sought:
    phrases = {word for entry in load("law/charges")["introducer"] for word in entry["words"]}
    return sought(phrases, r"(?=[\s“\"‘\[])", capital=True)


@cache
def _far() -> dict[str, re.Pattern[str]]:
    """Each verb with the prepositions that bring its charge, further on in the sentence."""
    far: dict[str, list[str]] = {}
    for entry in load("law/charges")["distant"]:
        for verb in entry["verbs"]:
            far.setdefault(verb, []).extend(entry["preposition"])
    return {verb: re.compile(rf"\b(?:{'|'.join(ends)})(?=[\s“\"‘])") for verb, ends in far.items()}


@cache
def _verbs() -> Sought:
    return sought(_far(), r"\b")
