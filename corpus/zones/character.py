"""What kind of document a text is, in which language, and who speaks in it."""

import re
from functools import cache

from corpus.zones.rules import compose
from models.rules import load
from models.vocabulary import DocumentKind

INSTITUTION_MARK = "The "


@cache
def _marks() -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple((re.compile(mark["pattern"]), mark["weight"]) for mark in load("zones")["decision"]["mark"])


def kind_of(text: str) -> DocumentKind:
    """`decision` when the head and the end have enough marks of a court's decision."""
    rules = load("zones")["decision"]
    ends = text[: rules["head"]] + "\n" + text[max(rules["head"], len(text) - rules["tail"]) :]
    score = 0
    for pattern, weight in _marks():
        score += weight if pattern.search(ends) else 0
        if score >= rules["threshold"]:
            return "decision"
    return "report"


@cache
def _small_words() -> dict[str, frozenset[str]]:
    table = load("zones")["languages"]
    return {code: frozenset(words.split()) for code, words in table.items() if isinstance(words, str)}


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language whose small words are commonest; None when no language has enough."""
    table = load("zones")["languages"]
    words = text[: 8 * table["words_read"]].lower().split()[: table["words_read"]]
    shares = {code: sum(map(known.__contains__, words)) for code, known in _small_words().items()}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] and shares[best] >= table["least_share"] * len(words) else None


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
