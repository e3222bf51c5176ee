"""Words that stand for so many of those spoken of: "both men", "the couple", "and another injured"."""

import re
from decimal import Decimal
from functools import cache

from extract.numbers.figure import Figure
from extract.numbers.lexicon import words_file
from extract.words import analyse

LOOK_BACK = 16  # characters before the word that may decide
AHEAD = re.compile(r"(?:\s[\w-]+){1,3}")  # the words behind it


@cache
def _table() -> dict[str, tuple[Decimal, re.Pattern[str], re.Pattern[str]]]:
    rows = words_file("words")["pronoun"]
    return {
        word: (Decimal(row["value"]), re.compile(row["behind"], re.IGNORECASE), re.compile(row["ahead"]))
        for word, row in rows.items()
    }


def pronoun(text: str, start: int) -> Figure | None:
    """The number that the word stands for, where its neighbours say that it stands for somebody."""
    word = next(word for word in _table() if text[start : start + len(word)].lower() == word)
    value, behind, ahead = _table()[word]
    end = start + len(word)
    said = ahead.match(text, end) or (word == "another" and _is_of_person(text, end))
    fits = behind.search(text[max(0, start - LOOK_BACK) : start]) and said
    return Figure(start, end, value, "pronoun") if fits else None


def _is_of_person(text: str, end: int) -> bool:
    """ "another guard", "another aid worker": the first noun for one person within three words."""
    found = AHEAD.match(text, end)
    for word in map(analyse, found[0].split() if found else ()):
        if word.person and "N" in word.tags and word.lower != "one":
            return True
        if word.lower == "one" or word.tags.isdisjoint(("ADJ", "N", "NS")):
            break
    return False


def one_more_ahead() -> re.Pattern[str]:
    """What stands behind a word for one more person: "was", "killed", "later died"."""
    return _table()["another"][2]
