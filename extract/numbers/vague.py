"""Amounts without a figure: dozens, several, none, life."""

import re
from decimal import Decimal
from functools import cache

from extract.numbers.figure import Figure
from extract.numbers.lexicon import LETTER, SPACE, Ahead, words_file

AS_MANY = re.compile(r"\b(?:as|how|not)\s$", re.IGNORECASE)
OF_TAIL = re.compile(r"\s+of(?:\s+(?:them|whom|the|those|these|which))?$", re.IGNORECASE)
SUBJECT = r"(?:there|it|he|she|they|we|you|I|the|an?|any|his|her|their|its|this|that|these|those|[A-Z]\w+)"
INVERTED = re.compile(
    rf"\s+(?:(?:do|does|did)|(?:is|are|was|were|has|have|had|can|could|will|would|should|may|might|must)\s+{SUBJECT})\b")
NOR = re.compile(r"^[^.;]*\bnor\b")
NOUN = re.compile(rf"{SPACE}[{LETTER}]")
NOTE = re.compile(r"[⁰¹²³⁴-⁹]+")


@cache
def _vague_words() -> tuple[Ahead, dict[str, str]]:
    rows = words_file("words")["vague"]
    meaning = {phrase: word for word, phrases in rows.items() for phrase in phrases}
    return Ahead(meaning), meaning


def vague(text: str, start: int) -> Figure | None:
    """ "dozens", "a handful of", "tens of thousands"; never the "many" of "as many as"."""
    phrases, meaning = _vague_words()
    found = phrases.match(text, start)
    if found is None or AS_MANY.search(text[max(0, start - 5):start]):
        return None
    end, phrase = found
    if tail := OF_TAIL.search(text[start:end]):
        end = start + tail.start()  # "of" joins figure and noun, it is not the figure's
    return Figure(start, end, None, "vague", vague=meaning[phrase])


@cache
def _zero_words() -> tuple[Ahead, Ahead]:
    words = words_file("words")
    return Ahead(phrase for phrases in words["zero"].values() for phrase in phrases), Ahead(words["not-zero"]["words"])


def zero(text: str, start: int) -> Figure | None:
    """ "none", "nobody", "not a single", "neither of", and "no" where it determines a noun group."""
    found = _zero_words()[0].match(text, start)
    if found is None:
        return None
    end, phrase = found
    if phrase.startswith("neither"):
        end = start + len("neither")
        if NOR.search(text[start:start + 80]) or INVERTED.match(text, end):
            return None
    if phrase == "no" and not _determines(text, start, end):
        return None
    return Figure(start, end, Decimal(0), "zero")


def _determines(text: str, start: int, end: int) -> bool:
    """ "no convictions", never "no longer", "No. 5", "No, he said", "CASE NO"."""
    return bool(NOUN.match(text, end)) and not _zero_words()[1].match(text, end) and text[start:end] != "NO"


@cache
def _life_words() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    rows = words_file("units")["life"]
    return re.compile(rows["ahead"]), re.compile(rows["behind"], re.IGNORECASE), re.compile(rows["not-ahead"])


def life(text: str, start: int) -> Figure | None:
    """ "life imprisonment", "sentenced to life", "eight years to life": a sentence without a figure."""
    ahead, behind, not_ahead = _life_words()
    end = start + len("life")
    sentenced = behind.search(text[max(0, start - 60):start]) and not not_ahead.match(text, end)
    return Figure(start, end, None, "life") if ahead.match(text, end) or sentenced else None


def note(text: str, start: int) -> Figure | None:
    """A footnote's sign in superscript."""
    found = NOTE.match(text, start)
    return Figure(start, found.end(), None, "note") if found else None
