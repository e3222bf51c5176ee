"""Words that stand for so many of those spoken of: "both men", "the couple", "and another injured"."""

import re
from decimal import Decimal
from functools import cache

from extract.numbers.figure import Figure
from extract.numbers.lexicon import words_file

LOOK_BACK = 16  # characters before the word that may decide


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
    fits = behind.search(text[max(0, start - LOOK_BACK) : start]) and ahead.match(text, end)
    return Figure(start, end, value, "pronoun") if fits else None


def one_more_ahead() -> re.Pattern[str]:
    """What stands behind a word for one more person: "was", "killed", "later died"."""
    return _table()["another"][2]
