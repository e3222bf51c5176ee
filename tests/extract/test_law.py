"""Law mentions: every rule holds on its examples; spans are exact and never overlap, on any text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.law import check, find_charges, find_law
from models.mention import Mention

CHARGES = [
    ("Six were charged with arson.", ["arson"]),
    ("He was tried on charges of “calling for unrest,” “damaging a bus,” and “insulting an officer.”",
     ["calling for unrest", "damaging a bus", "insulting an officer"]),
    ("She was jailed for 14 days.", []),
    ("The court sentenced Ilya Renko to nine years in prison for “aiding rebels.”", ["aiding rebels"]),
    ("They found the mayor guilty of misuse of funds and sentenced him to four years.", ["misuse of funds"]),
    ("He was charged under section 12(2) of the Peat Act 1961.", ["section 12(2) of the Peat Act 1961"]),
    ("Two were held on suspicion of arson and perjury in Tula.", ["arson", "perjury"]),
    ("They convicted nine men, two of them in absentia, of “sedition.”", ["sedition"]),
    ("He was convicted of an offence under section 41 of the I.P.C. and fined.",
     ["an offence under section 41 of the I.P.C."]),
    ("Two were convicted of an offence under Section 41 read with 7 of the Peat Code (PC) and fined.",
     ["an offence under Section 41 read with 7 of the Peat Code (PC)"]),
    ("Two were convicted under S. 324, PC and fined.", ["S. 324, PC"]),
    ("Nine were charged under section 9(1) of the PTA.", ["section 9(1) of the PTA"]),
    ("Ten were found guilty of serious offences (arson, perjury and assault).", ["arson", "perjury", "assault"]),
    ("State vs Oda Pike of 3 May 1994, concerning the trafficking of opium in 1993, where he got six years.",
     ["trafficking of opium"]),
    ("The report on Oda Pike concerning the detention of children was read.", []),
    ("He was convicted of a murder that occurred in 2004 and got ten years.", ["murder"]),
    ("They were charged with spreading reports that harm the state.", ["spreading reports that harm the state"]),
    ("She got a two-year term for insulting the mayor.", ["insulting the mayor"]),
    ("They met for a term for talks on trade.", []),
    ("He was convicted on two counts of arson and one of assault.", ["arson", "assault"]),
    ("She was convicted of trafficking of opium and khat.", ["trafficking of opium and khat"]),
]
WORDS = st.sampled_from(
    ["Article", "7", "§", "(1)", "Court", "of", "the", "Act", "1974", "No.", "12/2004", "v.", "[2001]", "AC", "“",
     "”", ",", "\n", "convicted", "of", "for", "murder", "and", "Supreme", "Section", "J.", "Mr", "Appellant",
     "\u0301", "𐐀", "\u00ad"]
)


def test_every_rule_holds_on_its_examples() -> None:
    assert check() == []


@pytest.mark.parametrize(("text", "charges"), CHARGES)
def test_charges(text: str, charges: list[str]) -> None:
    assert [text[span.start:span.end] for span in find_charges(text)] == charges


@pytest.mark.parametrize(("text", "judges"), [
    ("The view that Happell J. took was left open.", ["Happell"]),
    ("A Division Bench (S. T. Pellew and Anil Deshkar JJ.) so held.", ["S. T. Pellew", "Anil Deshkar"]),
    ("But Maclean C. J. expressly left it open, as Harcombe LJ said.", ["Maclean", "Harcombe"]),
    ("The suit fails.\n\n(P.K. Deshkar)        (Ratan Sorabi)\n  Judge      Judge\n", ["P.K. Deshkar", "Ratan Sorabi"]),
    ("Samuel J. Marchetti said so.", []),
])
def test_judges_by_the_letters_behind_their_names(text: str, judges: list[str]) -> None:
    found = find_law(text, (), "report", ())
    assert [mention.text for mention in found if mention.label == "JUDGE"] == judges


def test_a_taken_span_is_never_overlapped() -> None:
    text = "He broke the Peat Act 1961 again."
    start = text.index("1961")
    taken = [Mention("DATE", start, start + 4, "1961", "1961", "year")]
    assert [mention.text for mention in find_law(text, (), "report", taken)] == ["Peat Act"]


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join)))
def test_spans_are_exact_ordered_and_apart(text: str) -> None:
    mentions = find_law(text, (), "decision", ())
    assert mentions == find_law(text, (), "decision", ())
    assert all(text[mention.start:mention.end] == mention.text != "" for mention in mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))
