"""Headings of many courts, written for this test: each with one field of the card that its layout makes hard."""

import pytest

from corpus import from_text
from extract import extract
from models.case import Case

INDENTED = """    CASE OF OKSEN AND IŞIK v. RURITANIA

    (Applications nos. 41207/08 and 41209/08)

    JUDGMENT

    STRASBOURG

    3 May 2011

    In the case of Oksen and Işık v. Ruritania,

    The European Court of Human Rights (Second Section), sitting as a Committee composed of:

                Maria Lindqvist, President,
                Jan Dvorsky,
                Ana Pereira, judges,
    and Karl Brandt, Deputy Section Registrar
    ,

    Having deliberated in private on 5 April 2011,

    Delivers the following judgment, which was adopted on that date:

    PROCEDURE

  1. The case originated in two applications (nos. 41207/08 and 41209/08) against Ruritania.
"""
COURT = """IN THE COURT OF APPEAL OF NAVARIA
{}
Before:
MR JUSTICE PELLEW

Between:
ODA VANE
Appellant
- and -
QUAY COUNCIL
Respondent

JUDGMENT
1. It is an appeal.
"""
DIVISION = "IN THE HIGH COURT OF NAVARIA\n\n(QUAY DIVISION: AMARY)\n\nODA VANE v PIKE\n"
CIRCUIT = "United States Court of Appeals,\nDistrict of Navaria Circuit.\nODA VANE v. PIKE\n"
CARDS = [  # a heading, a field of its card, what the field holds
    (INDENTED, "case_numbers", ("41207/08", "41209/08")),
    (INDENTED, "name", "Oksen and Işık v. Ruritania"),
    (INDENTED, "court", "European Court of Human Rights (Second Section, Committee)"),
    (INDENTED, "judges", ("Maria Lindqvist", "Jan Dvorsky", "Ana Pereira")),
    (COURT.format("[2014] CSIH 7"), "court", "Court of Session (Inner House)"),
    (COURT.format("[2014] CSIH 7"), "level", "appeal court"),
    ("[2019] ZAGPPHC 40\n" + COURT.format(""), "court", "High Court of South Africa (Gauteng Division, Pretoria)"),
    ("IN THE UPPER TRIBUNAL\nIMMIGRATION AND ASYLUM CHAMBER\nBefore\nJUDGE VANE\n", "country", "United Kingdom"),
    (DIVISION, "court", "HIGH COURT OF NAVARIA (QUAY DIVISION: AMARY)"),
    (CIRCUIT, "court", "United States Court of Appeals, District of Navaria Circuit"),
    (COURT.format("B2/2011/0417"), "case_numbers", ("B2/2011/0417",)),
    (COURT.format("Case Nos . : UI-2023-004417"), "case_numbers", ("UI-2023-004417",)),
    (COURT.format("(Asylum Chamber)    Appeal Number: IA/34417/2013"), "case_numbers", ("IA/34417/2013",)),
    (COURT.format("Friday 22/06/2018"), "case_numbers", ()),
]


@pytest.mark.parametrize(("heading", "field", "value"), CARDS)
def test_a_field_of_the_card(heading: str, field: str, value: object) -> None:
    case = extract(from_text(heading, kind="decision")).case
    assert isinstance(case, Case)
    assert getattr(case, field) == value


KINDS = [  # a text's head and whether it is a decision
    ("Upper Tribunal\n(Asylum Chamber) Appeal Number: IA/34417/2013\nHeard at Quay House\n", "decision"),
    ("IN THE SUPREME COURT OF NAVARIA\nNo. 12-417\n\nPELLEW, Justice.\n\nThis case is about a will.\n", "decision"),
    ("Opinion\nNo. 7917.\nOda R. Vane, Port Amary, for appellant.\nIt is about a lease.\n", "decision"),
    ("Upper Tribunal\nMONTHLY REVIEW\nThe tribunal heard 12 appeals in May.\n", "report"),
    ("Opinion\nWhy the court is wrong, by Oda Vane, a lawyer\nTwelve men were shot.\n", "report"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_what_a_text_is(text: str, kind: str) -> None:
    assert from_text(text).kind == kind
