"""How a date's pattern can begin: whatever a rule matches, it is among the rules that are tried there."""

import re

import pytest

from extract.dates.beginnings import REACH, beginnings
from extract.dates.grammar import FILES, _candidates, rules
from models.rules import load


@pytest.mark.parametrize(("pattern", "found"), [
    ("now", {"now"}),
    ("(the )?now", {"the n", "now"}),
    (r"\d{2}[/-]", {"00/", "00-"}),
    (r"(?<!x)[1-3]?\d(?= am)", {"0", "00"}),
    ("(?P<year>20)(?P<sep>-)(?P=sep)x", {"00-\0"}),
    ("week .+", {"week "}),
    ("on [^x]y", {"on \0"}),
    ("{pointing.zero} year", {"last ", "this ", "the c", "the p", "curre", "next ", "upcom", "the u"}),
])
def test_the_first_letters_of_a_pattern(pattern: str, found: set[str]) -> None:
    assert beginnings(pattern) == found


def test_a_broken_pattern_says_so() -> None:
    with pytest.raises(re.error):
        beginnings("(the now")


def test_no_rule_is_passed_over_where_it_matches() -> None:
    entries = [entry for name in FILES for entry in load(f"dates/{name}")["rule"]]
    texts = [example["text"].replace("[", "") for entry in entries for example in (*entry["yes"], *entry.get("no", ()))]
    for text in (text.replace(" ", gap) for text in texts for gap in (" ", "\n", " \n ")):
        for place in range(len(text)):
            matching = {rule.id for rule in rules() if rule.pattern.match(text, place)}
            assert matching <= {rule.id for rule in _candidates(text[place:place + REACH])}, text[place:]
