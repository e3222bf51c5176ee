"""The words of models/numbers as look-up tables, and phrases compiled to match at one place in a text."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from re import Match, Pattern
from typing import Any

from extract.alternation import tree_of
from models.rules import load

LETTER = "A-Za-zÀ-ɏ"
SPACE = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"  # one line break, never an empty line
HYPHEN = "[-‐‑–—]"
WINDOW = 64  # characters looked at before a figure


def words_file(name: str) -> dict[str, Any]:
    """models/numbers/<name>.toml."""
    return load(f"numbers/{name}")


@cache
def values(table: str) -> dict[str, Decimal]:
    """writing -> value, from a table of words.toml."""
    rows = words_file("words")[table]
    return {word: Decimal(value) for value, words in rows.items() for word in words}


def alternation(phrases: Iterable[str]) -> str:
    """A pattern that prefers the longest phrase, shaped as a tree of letters, so that each letter is looked at once.

    A space in a phrase stands for any white space.
    """
    return tree_of([r"\s+" if letter == " " else re.escape(letter) for letter in phrase] for phrase in phrases)


class Behind:
    """Phrases that end right before a place, read from right to left: no search, one match."""

    def __init__(self, phrases: Iterable[str]) -> None:
        phrases = list(phrases)
        self._ends = {end for phrase in phrases for end in (phrase[-1:].lower(), phrase[-2:].lower())}
        word_begins = rf"(?:(?<![{LETTER}])|(?![{LETTER}\d]|\.[{LETTER}]))"  # where it has a letter
        reversed_phrases = alternation(phrase[::-1] for phrase in phrases)
        self.pattern: Pattern[str] = re.compile(rf"\s*({reversed_phrases}){word_begins}", re.IGNORECASE)

    def match(self, text: str, end: int) -> tuple[int, str] | None:
        """(start, phrase in lower case with single spaces) of the longest phrase that ends at `end`."""
        last = text[max(0, end - 4):end].rstrip()[-2:].lower()
        if last.isalpha() and last not in self._ends:
            return None  # most places are told by two letters
        found = self.pattern.match(text[max(0, end - WINDOW):end][::-1])
        return (end - found.end(), " ".join(found[1][::-1].lower().split())) if found else None


class Ahead:
    """Phrases that begin right at a place."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.pattern: Pattern[str] = re.compile(rf"\s*({alternation(phrases)})(?![{LETTER}])", re.IGNORECASE)

    def match(self, text: str, start: int) -> tuple[int, str] | None:
        """(end, phrase in lower case with single spaces) of the longest phrase that begins at `start`."""
        found: Match[str] | None = self.pattern.match(text, start)
        return (found.end(), " ".join(found[1].lower().split())) if found else None
