"""Decisions as they come in real life: cut, mixed up, without a head, in capitals, in another language, endless."""

from functools import cache
from itertools import zip_longest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import from_text
from extract import extract
from models import Case

DECISION = """SECOND SECTION
CASE OF LINDQVAR v. NORVALIA
(Application no. 41207/18)
JUDGMENT
STRASBOURG
14 May 2024
In the case of Lindqvar v. Norvalia,
The European Court of Human Rights (Second Section), sitting as a Chamber composed of:
 Maria Oksen, President,
 Jan Dvorsky,
 Ana Pereira, judges,
and Karl Brandt, Section Registrar,
Delivers the following judgment, which was adopted on that date:
PROCEDURE
1. The case originated in an application against Norvalia by a national of that state.
THE FACTS
2. On 3 March 2016 the Tolvek District Court sentenced the applicant to three years' imprisonment for arson.
3. The applicant, Mrs Olga Lindqvar, was held in Marlow Prison with 40 others.
FOR THESE REASONS, THE COURT, UNANIMOUSLY,
1. Holds that there has been a violation of Article 3 of the Convention;
2. Holds that the respondent State is to pay the applicant, within three months, EUR 7,800.
Done in English, and notified in writing on 14 May 2024.
"""
FRENCH = """COUR D'APPEL DE TOLVEK
ARRÊT DU 14 MAI 2024
La cour, statuant publiquement, a condamné le prévenu à trois ans d'emprisonnement et à une amende de 5 000 euros
pour les faits qui lui sont reprochés, et elle a rejeté le surplus de ses demandes dans la présente affaire.
"""
HIGH_COURT = "IN THE HIGH COURT OF NAVARIA\n"


def case_of(text: str) -> Case:
    case = extract(from_text(text, kind="decision")).case
    assert case is not None
    return case


@cache
def whole() -> Case:
    return case_of(DECISION)


def said(case: Case, text: str) -> None:
    """Every name on the card stands in the text: nothing is invented, whatever happened to the document."""
    plain = " ".join(text.split()).casefold()
    for name in (case.name, *case.case_numbers, *case.judges, *(party.name for party in case.parties)):
        assert name is None or " v " in name or " ".join(name.split()).casefold() in plain


@pytest.mark.parametrize("share", [0.1, 0.25, 0.5, 0.75])
def test_the_first_part_of_a_decision(share: float) -> None:
    text = DECISION[:int(len(DECISION) * share)]
    case = case_of(text)
    said(case, text)
    assert case.outcome is None and case.orders == ()
    assert case.case_numbers == ("41207/18",)


def test_the_head_is_missing() -> None:
    text = DECISION[DECISION.index("THE FACTS"):]
    case = case_of(text)
    assert (case.court, case.name, case.case_numbers, case.judges, case.parties) == (None, None, (), (), ())
    assert case.outcome == "violation found" and len(case.orders) == 2


def test_columns_that_were_read_across() -> None:
    lines = DECISION.splitlines()
    half = len(lines) // 2
    mixed = "\n".join(f"{left}    {right}" for left, right in zip_longest(lines[:half], lines[half:], fillvalue=""))
    said(case_of(mixed), mixed)


def test_capitals_throughout() -> None:
    case = case_of(DECISION.upper())
    said(case, DECISION)
    assert case.case_numbers == ("41207/18",)
    assert case.decided == whole().decided
    assert case.name == (whole().name or "").upper().replace(" V. ", " v. ")


def test_another_language_is_said_and_not_guessed() -> None:
    document = from_text(FRENCH, kind="decision")
    assert document.language == "fr"
    case = extract(document).case
    assert case is not None and (case.judges, case.parties, case.outcome, case.orders) == ((), (), None, ())


def test_a_thousand_parties() -> None:
    names = "".join(f"{number}. Ratan Deshkar-{'Abcdefghij'[number % 10]}{number}\n" for number in range(1, 1_001))
    case = case_of(f"{HIGH_COURT}{names}...PETITIONERS\nVERSUS\nState ...RESPONDENT\nJUDGMENT\n1. So.\n")
    assert {party.role for party in case.parties} <= {"petitioner", "respondent"}


@pytest.mark.parametrize("unit", ["Deshkar ", "A", "de la ", "X. "])
def test_a_name_of_three_hundred_characters(unit: str) -> None:
    name = (unit * 300)[:300].strip()
    text = f"{HIGH_COURT}{name}\n...PETITIONER\nVERSUS\nState of Navaria\n...RESPONDENT\nJUDGMENT\n1. So.\n"
    said(case_of(text), text)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_lines_lost_doubled_and_moved(data: st.DataObject) -> None:
    lines = DECISION.splitlines()
    chosen = data.draw(st.lists(st.sampled_from(lines), min_size=1, max_size=30))
    text = "\n".join(chosen)
    found = extract(from_text(text, kind="decision"))
    assert found.case is not None
    assert all(text[mention.start:mention.end] == mention.text for mention in found.mentions)
    said(found.case, text)


LONDON = """Neutral Citation Number: [2018] EWCA Civ 4171
Case No: A2/2016/4171
IN THE COURT OF APPEAL (CIVIL DIVISION)
Before:
LORD JUSTICE PELLEW
Between:
ODA VANE
Appellant
- and -
IVO PIKE
Respondent
Hearing date: 24 May 2018
"""


def test_capitals_throughout_are_read_as_they_are() -> None:
    case, strasbourg = case_of(LONDON.upper()), case_of(DECISION.upper())
    assert case.court == "Court of Appeal (Civil Division)"
    assert (case.judges, case.case_numbers) == (("PELLEW",), ("A2/2016/4171",))
    assert strasbourg.judges == ("MARIA OKSEN", "JAN DVORSKY", "ANA PEREIRA")


def test_columns_side_by_side_name_no_case_after_their_mixture() -> None:
    sides = ["You are here: X >> Cases >> Vane v Pike [2018] EWCA Civ 4171", "CASE OF VANE v. NORVALIA"]
    text = "\n".join(f"{side}     {line}" for side, line in zip(sides, LONDON.splitlines(), strict=False))
    assert case_of(text).name == "VANE v. NORVALIA"
    assert not any(">>" in party.name for party in case_of(text).parties)


def test_a_list_of_parties_without_roles_is_no_pair_of_sides() -> None:
    many = "\n".join(f"({number}) ODA VANE{'N' * number}" for number in range(1, 8))
    assert case_of(f"IN THE HIGH COURT OF NAVARIA\n{many}\nv.\n").name is None


def test_the_court_below_named_in_prose_is_not_the_court() -> None:
    prose = "to the other bench and back again " * 9
    assert case_of(f"The appeal goes from the Quay Claims Court {prose}.").court is None
