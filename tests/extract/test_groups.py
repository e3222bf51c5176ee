"""Words and groups: tables of what stands on the left and how it is read on the right."""

import pytest

from extract.claims.features import BITS
from extract.claims.pieces import read_sentences
from extract.claims.rule import read_rule
from extract.claims.rules import RuleSet, rule_set
from extract.claims.view import Token, main_view, without_silent
from extract.groups import Group
from extract.pipeline import plain_document, prepare
from extract.sentences import split
from extract.words import analyse
from extract.words.inflect import singular, verb_forms
from models.rules import RuleError

WORDS = [
    ("killed", "VN", "kill"), ("shot", "VD", "shoot"), ("acquitted", "VN", "acquit"), ("wives", "NS", "wife"),
    ("reportedly", "ADV", ""), ("the", "D", ""), ("kidnapping", "VG", "kidnap"), ("people", "NS", "person"),
    ("whom", "REL", ""), ("according", "VG", ""), ("unbreakable", "ADJ", ""), ("villagers", "NS", "villager"),
]

MAIN_LINES = [
    ("Nine people in the city of Lima were killed.", "Nine people were killed ."),
    ("The 12 men, most of them teachers, were freed.", "The 12 men were freed ."),
    ("Six nurses who had fled the town were arrested.", "Six nurses were arrested ."),
    ("The toll (see page 4) rose to 12 in May.", "The toll rose to 12 ."),
    ("Ten miners trapped in the shaft were rescued.", "Ten miners were rescued ."),
]

SENTENCES = [
    ("He died. She fled.", ["He died.", "She fled."]),
    ("Mr. Sands of the U.S. Army left. The rest stayed.", ["Mr. Sands of the U.S. Army left.", "The rest stayed."]),
    ("7. On 8 July he left.", ["7. On 8 July he left."]),
    ("“We saw it.” He wept.", ["“We saw it.”", "He wept."]),
    ("J. K. Sands v. State. It was so.", ["J. K. Sands v. State.", "It was so."]),
]

BROKEN = [
    ({"id": "a", "says": "x", "pattern": "{count", "yes": [1], "no": [1]}, "is no slot"),
    ({"id": "a", "says": "x", "pattern": "{count:hapy}", "yes": [1], "no": [1]}, "no feature 'hapy'"),
    ({"id": "a", "says": "x", "pattern": "{event:passive}", "yes": [1], "no": [1]}, "no slot for a number"),
    ({"id": "a", "says": "x", "pattern": "{count}", "yes": [1]}, "no is missing"),
]


@pytest.mark.parametrize(("word", "tag", "lemma"), WORDS)
def test_words(word: str, tag: str, lemma: str) -> None:
    known = analyse(word)
    assert tag in known.tags
    assert lemma in ("", known.verb, known.noun)


@pytest.mark.parametrize(("text", "line"), MAIN_LINES)
def test_the_main_line_leaves_asides_out(text: str, line: str) -> None:
    sentence = read_sentences(*prepare(plain_document(text)))[0]
    words = [member.text for token in main_view(without_silent(sentence.groups)) for member in token.members]
    assert " ".join(words) == line


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[span.start:span.end] for span in split(text, 0, len(text))] == expected


@pytest.mark.parametrize(("table", "reason"), BROKEN)
def test_a_broken_rule_is_refused_with_its_id(table: dict[str, object], reason: str) -> None:
    with pytest.raises(RuleError, match=f"rule a: .*{reason}"):
        RuleSet((read_rule(table),))


# a token is a number (n), a comma (c), a preposition (p) or a verb (v)
OFTEN = [
    ("{count} {comma}? {verb}", "n v", ["n v"]), ("{count} {comma}? {verb}", "n c v", ["n c v"]),
    ("{count} {comma}? {verb}", "n c c v", []), ("{count} {comma}* {verb}", "n c c v", ["n c c v"]),
    ("{count} {comma}* {verb}", "n v", ["n v"]), ("{count} {comma}+ {verb}", "n v", []),
    ("{count} {comma}+ {verb}", "p n c c v", ["n c c v"]), ("{count} {verb}+", "n v v", ["n v", "n v v"]),
    ("{count} {any:!comma|verb} {verb}", "n c v n p v", ["n p v"]), ("{count} {verb}? {comma}?", "n c", ["n", "n c"]),
]


@pytest.mark.parametrize(("pattern", "row", "expected"), OFTEN)
def test_a_slot_may_stay_empty_or_repeat(pattern: str, row: str, expected: list[str]) -> None:
    kinds = {"n": "count", "c": "comma", "p": "preposition", "v": "verb"}
    tokens = [Token([Group("X", 0, 0, "", [])], BITS[kinds[letter]]) for letter in row.split()]
    example = [{"text": "[5]"}]
    rule = read_rule({"id": "a", "says": "a", "pattern": pattern, "yes": example, "no": example})
    found = [sorted(match.slots.values()) for match in RuleSet((rule,)).match(tokens, "near")]
    assert [(places[0], places[-1]) for places in found] == [_place(row, words) for words in expected]


def _place(row: str, words: str) -> tuple[int, int]:
    first = row.index(words) // 2
    return first, first + words.count(" ")


@pytest.mark.parametrize(("base", "past", "ing"), [
    ("stab", "stabbed", "stabbing"), ("die", "died", "dying"), ("carry", "carried", "carrying"),
    ("kidnap", "kidnapped", "kidnapping"), ("visit", "visited", "visiting"), ("free", "freed", "freeing"),
])
def test_verbs_are_inflected(base: str, past: str, ing: str) -> None:
    forms = verb_forms(base, None)
    assert forms["VD"] == [past] and forms["VG"] == [ing]


PLURALS = [("bodies", "body"), ("losses", "loss"), ("crisis", "crisis"), ("men", "men")]


@pytest.mark.parametrize(("plural", "expected"), PLURALS)
def test_plurals(plural: str, expected: str) -> None:
    assert singular(plural) == expected


def test_two_rules_of_one_id_are_refused() -> None:
    rule = rule_set().rules["so-many-were"]
    with pytest.raises(RuleError, match="rule so-many-were: two rules have this id"):
        RuleSet((rule, rule))
