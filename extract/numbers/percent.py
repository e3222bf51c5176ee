"""12 %, 12 per cent, twelve percentage points."""

import re
from functools import cache

from extract.numbers.draft import Draft
from extract.numbers.lexicon import LETTER, alternation, words_file


def percent(text: str, new: Draft) -> bool:
    """Whether a sign or word of percentage follows; kind and span are then set."""
    found = _percent().match(text, new.end)
    if found:
        new.end, new.kind, new.label, new.rule = found.end(), "percent", "PERCENT", "percent"
    return found is not None


@cache
def _percent() -> re.Pattern[str]:
    writings = alternation(words_file("units")["percent"]["writings"])
    return re.compile(rf"[\s-]{{0,2}}{writings}(?![{LETTER}])", re.IGNORECASE)
