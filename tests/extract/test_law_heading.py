"""The head of a decision: who is who in it, and the court's whole name."""

import pytest

from extract.law import find_law

VERSUS = "Versus\nQuay Council\n... Respondent\n"
HEADINGS = [  # a heading behind its court's line; each label and name that it holds, in order
    (
        "Suit No. 12/07\n1. Smt. Oda Vane\nW/o Sh. Karl Vane\n2. Smt. Lise Pike\nR/o 9/609, Quay Road, House No. 4\n"
        "..... Plaintiffs\nVersus\n1. Sh. Edmund Tarrow\nS/o Sh. Jan Tarrow\nR/o No. 5, Mill Lane\n"
        "2. Smt. Ana Tarrow\nW/o Sh. Edmund Tarrow\n.... Defendants\n",
        ["PARTY Oda Vane", "PARTY Lise Pike", "PARTY Edmund Tarrow", "PARTY Ana Tarrow"],
    ),
    ("+  W.P.(C) 512/2011\nOda Vane & Ors     ..... Petitioners\n" + VERSUS, ["PARTY Oda Vane", "PARTY Quay Council"]),
    ("Petitioner:\nOda Vane\n\nRespondent:\nQuay Council & Ors.\n\nDate\n", ["PARTY Oda Vane", "PARTY Quay Council"]),
    ("Oda Vane   .. Petitioner in\n   W.P. No. 4 of 2011\n" + VERSUS, ["PARTY Oda Vane", "PARTY Quay Council"]),
    (
        "1. The Principal Secretary, Roads Department, Government of Navaria & Ors\n... Petitioners\n" + VERSUS,
        ["PARTY Principal Secretary, Roads Department, Government of Navaria", "PARTY Quay Council"],
    ),
    ("C\nApplicant\n- and -\nM\nRespondent\n", ["PARTY C", "PARTY M"]),
    (
        "THE KING\n(on the application of\nQUAY FAMILIES TRUST)\nClaimant\n- and -\nQUAY COUNCIL\nDefendant\n",
        ["PARTY QUAY FAMILIES TRUST", "PARTY QUAY COUNCIL"],
    ),
    ("Quay Mills (India)\n... Petitioner\n" + VERSUS, ["PARTY Quay Mills (India)", "PARTY Quay Council"]),
    (
        "Oda Vane  .... Appellant\n   Through: Mr. Karl Brandt with Mr. Jan\n       Dvorsky, Advocates\n" + VERSUS,
        ["PARTY Oda Vane", "LAWYER Karl Brandt", "LAWYER Jan Dvorsky", "PARTY Quay Council"],
    ),
    (
        f"Oda Vane  .... Appellant\n{VERSUS}For Appellant : Mr.K.Brandt, Senior Counsel\n   For Mr.J.Dvorsky\n",
        ["PARTY Oda Vane", "PARTY Quay Council", "LAWYER K.Brandt", "LAWYER J.Dvorsky"],
    ),
    (
        f"Oda Vane  .... Appellant\n{VERSUS}Shri Arun V. Brandt, Advocate for Appellant\n",
        ["PARTY Oda Vane", "PARTY Quay Council", "LAWYER Arun V. Brandt"],
    ),
    (
        "Present: Shri Karl Brandt, B.Com., LL.B.(Spl)\nOda Vane  .... Appellant\n" + VERSUS,
        ["JUDGE Karl Brandt", "PARTY Oda Vane", "PARTY Quay Council"],
    ),
    (
        "Coram\nThe Honourable Mr. Justice V. Brandt\n\nW.A. No. 25 of 2011\nOda Vane  .... Appellant\n" + VERSUS,
        ["JUDGE V. Brandt", "PARTY Oda Vane", "PARTY Quay Council"],
    ),
    (  # a list goes on over an agent, an address, a page's head, and a name over its line
        "Oda Vane  .... Appellant\nVersus\n1) Jan Tarrow\n   S/o Sh. Karl Tarrow\n   through Sh. Lise Pike,\n"
        "   Sole Owner\nOda Vane Vs. Jan Tarrow & Ors\n2) M/s Master Lines Ltd.\n   Mill Lane, Kota\n"
        "3) The Superintendent of\nHarbours\n.... Respondents\n",
        ["PARTY Oda Vane", "PARTY Jan Tarrow", "PARTY Oda Vane", "PARTY Jan Tarrow", "PARTY Master Lines Ltd.",
         "PARTY Superintendent of Harbours"],
    ),
    (
        "BETWEEN:\nODA VANE\nS/O LATE J.VANE\nRESIDING AT NO.32\n... PETITIONER\n"
        "(BY SRI K.BRANDT, ADVOCATE)\nAND:\n"
        "1 . THE STATE OF NAVARIA\n    REPRESENTED BY\n    STATE PUBLIC PROSECUTOR\n"
        "2 . SMT. LISE P.\n    AGED ABOUT 40 YEARS\n"
        "... RESPONDENTS\n(BY SRI J.DVORSKY, ADDL. SPP)\n",
        ["PARTY ODA VANE", "LAWYER K.BRANDT", "PARTY STATE OF NAVARIA", "PARTY LISE P.", "LAWYER J.DVORSKY"],
    ),
    (
        "State V/s (1) Oda Vane\nS/o Sh. Karl Vane\n(2) Lise Pike\nR/o 9, Quay Road\n......Accused Persons\n",
        ["PARTY State", "PARTY Oda Vane", "PARTY Lise Pike"],
    ),
    (
        "Oda Vane Son of Karl Vane .... .... Appellant/s Versus The State of Navaria .... .... Respondent/s\n",
        ["PARTY Oda Vane", "PARTY State of Navaria"],
    ),
    (
        "PETITIONER:\nODA VANE\nVs.\nRESPONDENT:\nQUAY COUNCIL\nDATE OF JUDGMENT: 4/5/1963\n"
        "BENCH:\nBRANDT, K.\nDVORSKY, JAN A.\nCITATION:\n",
        ["PARTY ODA VANE", "PARTY QUAY COUNCIL", "JUDGE K. BRANDT", "JUDGE JAN A. DVORSKY"],
    ),
    (
        "Coram\nThe Honourable Mr. A.K.Brandt, The Chief Justice\n"
        "and Hon'ble Sri Justice Jan Dvorsky And Hon'ble Sri Justice Lise Pike\n",
        ["JUDGE A.K.Brandt", "JUDGE Jan Dvorsky", "JUDGE Lise Pike"],
    ),
]
COURTS = [  # a heading's first lines and the court's whole name
    (
        "IN THE COURT OF Lise Mary Pike :\n  ADDL. SESSIONS JUDGE-02 (NORTH):\n  QUAY DISTRICT COURTS : KOTA\n"
        "In the matter of:-\n",
        "ADDL. SESSIONS JUDGE-02 (NORTH): QUAY DISTRICT COURTS : KOTA",
    ),
    (
        "In The Court Of The IX Addl. Small Causes And\n   Addl. MACT, Kota, (SCCH-7)\n\nDated this day\n",
        "Court Of The IX Addl. Small Causes And Addl. MACT, Kota, (SCCH-7)",
    ),
    ("In The High Court Of Judicature For Navaria\n\n    At Kota\n\n", "High Court Of Judicature For Navaria At Kota"),
    ("High Court Of M. P. Judicature At Kota\n\nOda Vane\n", "High Court Of M. P. Judicature At Kota"),
    (
        "In The High Court Of Judicature For Navaria\nAt Kota Bench, Kota\nS.B. Civil Writ Petition No. 2581/2015\n",
        "High Court Of Judicature For Navaria At Kota Bench, Kota",
    ),
]


@pytest.mark.parametrize(("heading", "people"), HEADINGS)
def test_the_people_of_a_heading(heading: str, people: list[str]) -> None:
    text = f"IN THE HIGH COURT OF NAVARIA\n{heading}JUDGMENT\n1. This is an appeal.\n"
    found = find_law(text, (), "decision", ())
    assert [f"{item.label} {item.canonical}" for item in found if item.label in ("JUDGE", "LAWYER", "PARTY")] == people


@pytest.mark.parametrize(("heading", "court"), COURTS)
def test_the_court_of_a_heading(heading: str, court: str) -> None:
    found = find_law(heading, (), "decision", ())
    assert [" ".join(item.text.split()) for item in found if item.label == "COURT"] == [court]
