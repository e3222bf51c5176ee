"""The letters that patterns begin and end with: a search that they spare would have found nothing."""

import re

import pytest

from extract.dates.grammar import rules
from extract.dates.ranges import _context, ranges
from extract.law.named_parties import _before
from extract.letters import ByLetters, Ending, beginnings, endings
from extract.numbers import ages
from extract.numbers.contexts import LETTERS, contexts
from factledger.gold import load_gold

ENDINGS = [
    _before(), ages._relative(), ages._predicate()[0], *(row[1] for row in ages._around()),
    *(rule.opens for rule in ranges()), *map(_context, ("future", "ahead", "fronted", "hedged", "hedged_distance")),
    *(found for rule in rules() for found in (rule.after, rule.not_after, rule.unless_after) if found),
]
NUMBERS = re.compile(r"\d+|\b[A-Z]\w+|\b(?:one|two|three|nine)\b")  # places to look back from


@pytest.mark.parametrize(("pattern", "found"), [
    ("now", {"now"}),
    ("n?o+", {"no", "noo", "o", "oo", "ooo"}),
    (r"\d{2}[/-]", {"00/", "00-"}),
    (r"(?<!x)[Aa]\s(?=b)|\w", {"a ", "\0"}),
    ("[a-z]x", {"\0"}),
    ("a[^b]", {"a\0"}),
])
def test_the_first_letters(pattern: str, found: set[str]) -> None:
    assert beginnings(pattern, 3) == found


@pytest.mark.parametrize(("pattern", "found"), [
    (r"\bat (?:the )?$", {" ta", " eh"}),
    ("(?:is|was) $|\\($", {" si", " sa", "("}),
    ("no end", {"\0"}),
    (r"(?:of|No\.?)\Z", {"fo", "on", ".on"}),
])
def test_the_last_letters(pattern: str, found: set[str]) -> None:
    assert endings(pattern, 3) == found


def test_no_ending_is_lost() -> None:
    for text in (gold.text for gold in load_gold()):
        for place in (match.start() for match in NUMBERS.finditer(text)):
            words = text[max(0, place - 48):place]
            for ending in ENDINGS:
                assert bool(ending.search(words)) == bool(ending.pattern.search(words)), (ending.pattern.pattern, words)


@pytest.mark.parametrize("words", ["at the ", "at the\n", "at the \n", "At the ", "at", "", "hat the\xa0"])
def test_short_words_and_line_breaks(words: str) -> None:
    ending = Ending(r"(?i)\bat(?:\sthe\s)?$")
    assert bool(ending.search(words)) == bool(ending.pattern.search(words))


def test_rules_of_contexts_by_their_letters() -> None:
    lefts = [row.left.pattern for row in contexts() if row.left]
    known = ByLetters(endings(left, LETTERS) for left in lefts)
    assert bin(known.fitting(" fo")).count("1") < len(lefts) / 3
    assert known.fitting("") == known.fitting("\0")
    assert ByLetters([frozenset({"ab"}), None, frozenset({"a\0"})]).fitting("abc") == 0b111
