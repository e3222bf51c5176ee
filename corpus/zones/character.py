"""What kind of document a text is, in which language, and who speaks in it."""

import re
from collections import Counter
from functools import cache

from corpus.zones.rules import compose, holds
from models.rules import load
from models.vocabulary import DocumentKind

INSTITUTION_MARK = "The "


@cache
def _marks() -> tuple[tuple[tuple[str, ...], re.Pattern[str], int], ...]:
    marks = load("zones")["decision"]["mark"]
    return tuple((tuple(mark["needs"]), re.compile(mark["pattern"]), mark["weight"]) for mark in marks)


def kind_of(text: str) -> DocumentKind:
    """`decision` when the head and the end have enough marks of a court's decision."""
    rules = load("zones")["decision"]
    ends = text[: rules["head"]] + "\n" + text[max(rules["head"], len(text) - rules["tail"]) :]
    small, score = ends.lower(), 0
    for needs, pattern, weight in _marks():
        score += weight if holds(small, needs) and pattern.search(ends) else 0
        if score >= rules["threshold"]:
            return "decision"
    return "report"


@cache
def _small_words() -> dict[str, tuple[str, ...]]:
    """The languages of each small word."""
    found: dict[str, tuple[str, ...]] = {}
    for code, words in load("zones")["languages"].items():
        for word in words.split() if isinstance(words, str) else ():
            found[word] = (*found.get(word, ()), code)
    return found


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language whose small words are commonest; None when no language has enough."""
    table = load("zones")["languages"]
    words = text[: 8 * table["words_read"]].lower().split()[: table["words_read"]]
    known = _small_words()
    shares = Counter(code for word in words if word in known for code in known[word])
    if not shares:
        return None
    best = max((code for code, value in table.items() if isinstance(value, str)), key=lambda code: shares[code])
    return best if shares[best] >= table["least_share"] * len(words) else None


@cache
def _narrator() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rules = load("zones")["narrator"]
    return re.compile(compose(rules["name"] + rules["said"])), re.compile(rules["institution"])


def narrator_of(text: str) -> str | None:
    """The institution that speaks as publisher ("X said today") near the head of the text."""
    formula, institution = _narrator()
    for found in formula.finditer(text, 0, min(len(text), load("zones")["narrator"]["head"])):
        name: str = found["name"].removeprefix(INSTITUTION_MARK)
        if institution.search(name):
            return name
    return None
