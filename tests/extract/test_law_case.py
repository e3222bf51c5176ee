"""A decision's card, from decisions of several systems written for this test."""

from datetime import date
from time import perf_counter

import pytest

from extract.law import find_law, outcome_of, read_case, separate_opinions
from models.case import Case, Party
from models.document import Document
from models.mention import DateValue, Mention
from models.span import Span

STRASBOURG = """SECOND SECTION
CASE OF OKSEN v. RURITANIA
(Application no. 41207/08)
JUDGMENT
STRASBOURG
3 May 2011
FINAL
3 August 2011
In the case of Oksen v. Ruritania,
The European Court of Human Rights (Second Section), sitting as a Chamber composed of:
Maria Lindqvist, President,
Jan Dvorsky,
Ana Pereira, judges,
and Karl Brandt, Section Registrar,
Having deliberated in private on 5 April 2011,
Delivers the following judgment, which was adopted on that date:
PROCEDURE
1. The case originated in an application (no. 41207/08) against Ruritania.
2. The applicant was represented by Mr P. Halvorsen, a lawyer practising in Strelsau.
FOR THESE REASONS, THE COURT, UNANIMOUSLY,
1. Declares the application admissible;
2. Holds that there has been a violation of Article 5 § 3 of the Convention.
Done in English, and notified in writing on 3 May 2011.
"""
LONDON = """Neutral Citation Number: [2020] EWHC 4321 (Admin)
Case No: CO/77/2020
IN THE HIGH COURT OF JUSTICE
QUEEN'S BENCH DIVISION
Royal Courts of Justice
Strand, London
Date: 03/11/2020
Before :
MR JUSTICE PELLEW
- - - - - - - - - - - -
Between :
HARBOUR TRUST LIMITED
Claimant
- and -
(1) QUAY COUNCIL
(2) ANNE TARROW
Defendants
- - - - - - - - - - - -
Edmund Vane QC (instructed by Pike LLP) for the Claimant
Hearing date: 20 October 2020
Approved Judgment
1.
This is a claim about the harbour and the dues that the trust has to pay to the council for the use of it.
The claim is dismissed.
"""
CITY = """318 F.3d 77
Peter TARROW, Plaintiff-Appellant,
v.
PIKE COMPANY, Defendant-Appellee.
No. 02-1144.
United States Court of Appeals, First Circuit.
Argued Sept. 9, 2002.
Decided Jan. 14, 2003.
LYND, Circuit Judge.
This appeal arises out of a lease. We affirm.
"""

TRIBUNAL = """Neutral Citation: [2021] UKFTT 417 (TC)
FIRST-TIER TRIBUNAL
TAX CHAMBER
Heard on: 9 June 2021
DECISION GIVEN ON2 July 2021Before
TRIBUNAL JUDGE ODA VANE KC
Between
THE QUAY TRUST
(formerly THE HARBOUR TRUST)
Appellant
and
THE COMMISSIONERS OF TOLLS
Respondents
Representation:
For the Appellant: Mr P Pike, of Tarrow LLP
DECISION
1.
This appeal concerns:
(1)
A ruling of the Commissioners given on 3 May 2019 on the tolls; and
(2)
Penalties for the years that followed it.
Respondents
"""
STATE_COURT = """412 S.E.2d 118
Ada PELLEW, Plaintiff,
v.
QUAY COMPANY, Defendant.
No. 27-311.
Supreme Court of Navaria.
Heard March 3, 1992.Decided May 4, 1992.
Appeal by plaintiff from order entered 9 July 1990 by Judge Oda R. Vane in Superior Court, Pike County.
Ivo Tarrow, of Strelsau, for Petitioner.Justice LYND.
We granted the petition to review the order.
"""


def card(text: str, **dates: str) -> Case:
    """The card of a text whose dates are given as written and as they read."""
    found = [
        Mention("DATE", text.index(written), text.index(written) + len(written), written, value, "test",
                DateValue(value, "day"))
        for written, value in ((key.replace("_", " "), value) for key, value in dates.items())
    ]
    law = find_law(text, (), "decision", found)
    document = Document(text, "", "", "text/plain", kind="decision")
    return read_case(document, sorted([*found, *law], key=lambda mention: mention.start))


def test_strasbourg() -> None:
    case = card(STRASBOURG, **{"3 May 2011": "2011-05-03", "3 August 2011": "2011-08-03"})
    assert case.court == "European Court of Human Rights (Second Section)"
    assert case.name == "Oksen v. Ruritania"
    assert case.case_numbers == ("41207/08",)
    assert case.decided == date(2011, 5, 3)
    assert case.judges == ("Maria Lindqvist", "Jan Dvorsky", "Ana Pereira")
    assert case.lawyers == ("P. Halvorsen",)
    assert case.outcome == "violation found"
    assert [STRASBOURG[item.span.start:item.span.end] for item in case.orders if item.span] == [
        "Declares the application admissible;",
        "Holds that there has been a violation of Article 5 § 3 of the Convention.",
    ]


def test_london() -> None:
    case = card(LONDON, **{"03/11/2020": "2020-11-03", "20 October 2020": "2020-10-20"})
    assert case.court == "High Court of Justice (Administrative Court)"
    assert case.citations == ("[2020] EWHC 4321 (Admin)",)
    assert case.case_numbers == ("CO/77/2020",)
    assert case.decided == date(2020, 11, 3)
    assert case.judges == ("PELLEW",)
    assert case.parties == (
        Party("HARBOUR TRUST LIMITED", "claimant"),
        Party("QUAY COUNCIL", "defendant"),
        Party("ANNE TARROW", "defendant"),
    )
    assert case.lawyers == ("Edmund Vane",)
    assert case.outcome == "dismissed"


def test_circuit() -> None:
    case = card(CITY, **{"Sept. 9, 2002": "2002-09-09", "Jan. 14, 2003": "2003-01-14"})
    assert case.court == "United States Court of Appeals, First Circuit"
    assert case.citations == ("318 F.3d 77",)
    assert case.case_numbers == ("02-1144",)
    assert case.decided == date(2003, 1, 14)
    assert [party.name for party in case.parties] == ["Peter TARROW", "PIKE COMPANY"]
    assert case.judges == ("LYND",)
    assert case.outcome == "affirmed"


def test_a_tribunal_with_numbered_prose() -> None:
    case = card(TRIBUNAL, **{"9 June 2021": "2021-06-09", "3 May 2019": "2019-05-03"})
    assert [party.name for party in case.parties] == ["QUAY TRUST", "COMMISSIONERS OF TOLLS"]
    assert case.judges == ("ODA VANE",)


def test_a_day_glued_to_its_label() -> None:
    start = TRIBUNAL.index("July 2021")
    month = Mention("DATE", start, start + 9, "July 2021", "July 2021", "test", DateValue("2021-07", "month"))
    document = Document(TRIBUNAL, "", "", "text/plain", kind="decision")
    assert read_case(document, [month]).decided == date(2021, 7, 2)


def test_a_state_court_with_its_author_at_the_end_of_a_line() -> None:
    case = card(STATE_COURT, **{"March 3, 1992": "1992-03-03", "May 4, 1992": "1992-05-04"})
    assert case.decided == date(1992, 5, 4)
    assert case.judges == ("LYND",)


OPERATIVE = [  # the end of a decision, its outcome, how many orders it has
    ("FOR THESE REASONS, THE COURT\n1. Holds, by five votes to two, that there has been no violation of Article 8;\n"
     "2. Dismisses the rest of the claim.\nDone in English.", "no violation found", 2),
    ("FOR THESE REASONS, THE COURT\n(a) that the State is to pay EUR 90;\n(b) that interest is due.\nDone in English.",
     None, 2),
    ("On those grounds, the Court (Sixth Chamber) hereby:\n1. Dismisses the appeal;\n2. Orders Quay AG to pay costs.",
     "dismissed", 2),
    ("I make the following order:\n1. The appeal is upheld.\n2. The respondent pays the costs.", "allowed", 2),
    ("I make the following order:\n1. The appeal is upheld.\n2. The order below becomes: ‘The plea is dismissed.’",
     "allowed", 2),
    ("For the reasons given, the claim is accordingly dismissed.", "dismissed", 0),
    ("In the result, the appeal stands allowed with no order as to costs.", "allowed", 0),
    ("We affirm the judgment.\nPELLEW, J., dissenting:\nI would reverse the judgment.", "affirmed", 0),
    ("The hearing goes on in June.", None, 0),
]


@pytest.mark.parametrize(("end", "outcome", "orders"), OPERATIVE)
def test_operative_parts(end: str, outcome: str | None, orders: int) -> None:
    case = card("IN THE COURT OF APPEAL OF NAVARIA\n" + "The facts are these.\n" * 30 + end)
    assert case.outcome == outcome
    assert len(case.orders) == orders


SEPARATE = [  # a line, and whose separate opinion begins with it
    ("PARTLY DISSENTING OPINION OF JUDGE LINDQVIST", "Judge Lindqvist"),
    ("JOINT CONCURRING OPINION OF JUDGES DVORSKY AND PEREIRA", "Judges Dvorsky and Pereira"),
    ("Concurring opinion of Judge de Meyer, joined by Judge Holm", "Judge de Meyer"),
    ("PELLEW, J., dissenting.", "Justice Pellew"),
    ("LYND, Circuit Judge, concurring in part and dissenting in part:", "Judge Lynd"),
    ("(a) dissenting opinion of Judge Lindqvist;", None),
    ("The dissenting opinion of Judge Lindqvist was read.", None),
]


@pytest.mark.parametrize(("line", "author"), SEPARATE)
def test_separate_opinions(line: str, author: str | None) -> None:
    before = STRASBOURG + "\n"
    document = Document(f"{before}{line}\nI do not agree.\n", "", "", "text/plain", kind="decision")
    opinions = separate_opinions(document)
    assert [opinion.text for opinion in opinions] == ([author] if author else [])
    assert all(opinion.span == Span(len(before), len(document.text)) for opinion in opinions)


HALVES = ["", "FOR THESE REASONS, THE COURT", "A" * 300 + " v. B", "v.\nv.\nv.\n", "1.\n2.\n3.\n"]


@pytest.mark.parametrize("text", HALVES)
def test_fields_stay_empty_rather_than_wrong(text: str) -> None:
    case = card(text)
    assert case.court is None and case.decided is None and case.case_numbers == ()


def test_a_thousand_parties_take_linear_time() -> None:
    def seconds(count: int) -> float:
        names = "\n".join(f"{number}. Anna {'Tarrow' * 50}" for number in range(1, count))
        text = f"IN THE HIGH COURT OF NAVARIA\n{names}\n... Petitioners\nVersus\nState of Navaria\n... Respondent\n"
        started = perf_counter()
        find_law(text, (), "decision", ())
        return perf_counter() - started

    seconds(10)
    assert seconds(1_000) < 20 * seconds(250) + 0.2


def test_an_outcome_for_each_order_and_the_formation() -> None:
    old, new = "1. Declares the application admissible;", "1. Holds that there has been no violation of Article 13;"
    text = STRASBOURG.replace(old, new).replace(" (Second Section), sitting as a", ", sitting as a Grand")
    case = card(text)
    assert case.outcome == "no violation found; violation found"
    assert [outcome_of(text, order.span) for order in case.orders if order.span] == case.outcome.split("; ")
    assert case.court == "European Court of Human Rights (Grand Chamber)"
    assert (case.level, case.country) == ("international court, grand chamber", None)


NAMES = [  # two lines between "Between" and the roles, and the names, each with its former one
    ("QUAY HOLDINGS\n\nLIMITED", Party("QUAY HOLDINGS LIMITED", "claimant")),
    ("QUAY HOLDINGS PLC\n(formerly QUAY MILLS LTD)", Party("QUAY HOLDINGS PLC", "claimant", "QUAY MILLS LTD")),
]


@pytest.mark.parametrize(("lines", "party"), NAMES)
def test_a_company_by_its_whole_and_its_former_name(lines: str, party: Party) -> None:
    assert card(LONDON.replace("HARBOUR TRUST LIMITED", lines)).parties[0] == party


def test_the_larger_words_decide_an_outcome() -> None:
    text = "IN THE HIGH COURT OF NAVARIA\n" + "The facts are these.\n" * 30 + "We partly allow the appeal.\n"
    assert card(text).outcome == "partly allowed"


CAPTIONS = [  # a caption in capitals, the case as it is named below it, and the name on the card
    ("A. AND OTHERS v. RURITANIA", "A and Others v. Ruritania", "A and Others v. Ruritania"),
    ("NURİ ÖZLEM v. RURITANIA", "Nuri Özlem v. Ruritania", "Nuri Özlem v. Ruritania"),
    ("OKSEN v. RURITANIA", "Oksen and Others v. Ruritania", "OKSEN v. RURITANIA"),
]


@pytest.mark.parametrize(("capitals", "below", "name"), CAPTIONS)
def test_a_case_is_named_as_below_its_caption(capitals: str, below: str, name: str) -> None:
    text = STRASBOURG.replace("OKSEN v. RURITANIA", capitals).replace("Oksen v. Ruritania", below)
    assert card(text).name == name
