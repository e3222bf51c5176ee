"""12 %, 12 per cent, twelve percentage points."""

import re
from functools import cache

from extract.numbers.draft import Draft
from extract.numbers.lexicon import LETTER, SPACE, alternation, words_file

OF_ONE = re.compile(rf"{SPACE}(?:of{SPACE})?(?:an?|one|1)(?={SPACE}per)", re.IGNORECASE)  # "half a per cent"


def percent(text: str, new: Draft) -> bool:
    """Whether a sign or word of percentage follows (with its article behind a part); kind and span are then set."""
    at = new.end
    if new.form == "fraction" and (one := OF_ONE.match(text, at)):
        at = one.end()
    found = _percent().match(text, at)
    if found:
        new.end, new.kind, new.label, new.rule = found.end(), "percent", "PERCENT", "percent"
    return found is not None


@cache
def _percent() -> re.Pattern[str]:
    writings = alternation(words_file("units")["percent"]["writings"])
    return re.compile(rf"[\s-]{{0,2}}{writings}(?![{LETTER}])", re.IGNORECASE)
