"""Headings of many courts, written for this test: each with one field of the card that its layout makes hard."""

from datetime import date

import pytest

from corpus import from_text
from extract import extract
from models.case import Case, Party

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
COLUMNS = """Upper Tribunal
(Asylum Chamber)
THE IMMIGRATION ACTS
Heard at Quay House |
Decision & Reasons Promulgated |
On 27 January 2015 |
On 11 September 2015 |
|
Before
DEPUTY UPPER TRIBUNAL JUDGE VANE
Deputy Judge of the Upper Tribunal I. A. Pike
Between
Oda Tarrow
(NO ANONYMITY ORDER MADE)
Appellant [1]
and
Secretary of State for Tolls
Respondent
DECISION AND REASONS
1. The appellant is a citizen of Ruritania.
"""
EDINBURGH = """FIRST DIVISION, INNER HOUSE, COURT OF SESSION
[2015] CSIH 7
P417/13

Lord Vane
Lady Pike of Tarrow

OPINION OF THE COURT
delivered by LORD VANE
in the reclaiming motion
by
ODA TARROW
Petitioner and Reclaimer;
against
THE SECRETARY OF STATE FOR TOLLS
Respondent:

Respondent:  Brandt, Dvorsky;  Office of the Advocate General

17 April 2015

[1]        In this petition the petitioner challenges a decision of the respondent.
"""
CITY = """412 So. 2d 118 (1972)
28 Toll Rep. (QT) 1417,
Oda F. TARROW et al., Plaintiffs-Appellants,
v.
QUAY MILLS, Inc., Defendant-Appellee.
No 71-2087.
United States Court of Appeals,
Seventh Circuit.
Appeal from the District Court for Pike County, James R.
Holm, Judge.
White, Crumple & Pike by William G. Pike, Los Angeles, for plaintiffs Tarrow and Dell.
Hamilton C. Brandt, Jr., Archibald H. Dvorsky, III, Los Angeles, for defendant.
Before VANE, Circuit Judge, LYND,* Associate Judge, and PELLEW, Circuit Judge.
LYND, Associate Judge.
This case comes before us on the plaintiffs' appeal.
"""
PRETORIA = """L G v J G (32417/2012) [2023] ZAGPJHC 417 (28 April 2023)
IN THE HIGH COURT OF SOUTH AFRICA
GAUTENG DIVISION, JOHANNESBURG
In the matter between:
L[…] G[…] APPLICANT
and
QUAY HOLDINGS (PTY) LTD First Respondent
MINISTER OF TOLLS AND ROADS

FOR THE REPUBLIC OF SOUTH AFRICA Second Respondent

ORDER

1. The application is dismissed.

JUDGMENT

Vane J

Introduction
[1] This is an application.
"""
ADMISSIBILITY = """FIRST SECTION
DECISION
AS TO THE ADMISSIBILITY OF
Application no. 41217/07 by Oda Maria VANE
against Ruritania
The European Court of Human Rights ( First Section), sitting on 14 December 2010 as a Committee composed of:
         Maria Lindqvist, President,
         Jan Dvorsky, judges,
and Karl Brandt, Section Registrar,
Having regard to the above application lodged on 3 September 2007,
Having deliberated, decides as follows:
THE FACTS
The applicant was represented by Mr P. Holm and Ms L. Pike, lawyers practising in Strelsau. The Government were
represented by their Agent, Mr O. Tarrow, of the Ministry.
For these reasons, the Court unanimously
Declares the application inadmissible.
Karl Brandt Maria Lindqvist
Registrar President
"""
COMMISSION = """                      AS TO THE ADMISSIBILITY OF
                      Application No. 21417/93
                      by Oda VANE
                      against Ruritania

      The European Commission of Human Rights sitting in private on

10 April 1996, the following members being present:

           MM.   S. LINDQVIST, President
                 H. DVORSKY
           Mrs.  G.H. PEREIRA
           Mr.   H.C. BRANDT, Secretary to the Commission

      Having regard to Article 25 of the Convention;
THE FACTS
      The applicant is a Ruritanian national.
"""
DEPUTY = COURT.format("Heard today").replace(
    "Before:\nMR JUSTICE PELLEW", "B e f o r e :\n\nIVO HOLM QC\nSitting as a Deputy Judge")
CROWN = """IN THE HIGH COURT OF NAVARIA
Between:
THE QUEEN on the application of AB, a child
by her Mother and Litigation Friend, EF
Claimant
- and -
SECRETARY OF STATE FOR DEFENCE
Defendant
"""
BELFAST = """Neutral Citation No: [2024] NIKB 417
ICOS No: 24/016417/01
Delivered: 19/04/2024 |
IN THE HIGH COURT OF JUSTICE IN NORTHERN IRELAND
___________
IN THE MATTER OF AN APPLICATION BY ODA VANE
FOR JUDICIAL REVIEW
___________
Karl Brandt KC with Jan Dvorsky (instructed by Pike Solicitors) for the Applicant
___________
HOLM J
Introduction
[1] On 9 November 1997 the applicant was refused a permit by the council of the district.
"""
EMPLOYMENT = """Appeal No. UKEAT/0417/12
EMPLOYMENT APPEAL TRIBUNAL
             At the Tribunal
             On 28 April 2014

Before

HIS HONOUR JUDGE IVO HOLM

MS K PIKE



MS O VANE APPELLANT

THE BOROUGH OF QUAY RESPONDENT


JUDGMENT

    APPEARANCES
    For the Appellant MR JAN DVORSKY
    (of Counsel)
"""
COLUMNED = """UNITED STATES DISTRICT COURT
DISTRICT OF NAVARIA
__________________
)
)
ODA VANE et al., )
)
Plaintiffs, ) Civil Action No.: 08-0417 (RMU)
)
v. )
)
IVO PIKE, )
)
Defendant. )
__________________)
MEMORANDUM OPINION
HOLM, J.
This matter is before the court on the motion.
"""
LUXEMBOURG = """ORDER OF THE GENERAL COURT (Fifth Chamber)

27 September 2012

In Case T-417/12,

Quay Group Limited, established in Port Amary (Navaria), represented by N. Vane, Solicitor,

applicant,

v

European Commission,

defendant,

THE GENERAL COURT (Fifth Chamber),

composed of S. Holm (rapporteur), President, V. Brandt and K. Dvorsky, Judges,

Registrar: E. Pike,

makes the following

Order
"""
HAGUE = """International Criminal Court

No.: ICC-02/17-01/15
Date: 15 January 2019

TRIAL CHAMBER I

Before: Judge Ivo Holm, Presiding Judge
Judge Ana Pereira

SITUATION IN RURITANIA

IN THE CASE OF
THE PROSECUTOR v. ODA VANE and JAN PIKE

No. ICC-02/17-01/15 1/21 15 January 2019

The Office of the Prosecutor
Ms Lise Brandt

Counsel for Ms Oda Vane
Mr Karl Dvorsky
"""
MARYLAND = "IN THE COURT OF SPECIAL APPEALS\n\nOF MARYLAND\n\nNo. 1417\n\nODA VANE\n\nv.\n\nIVO PIKE\n"
OXFORD = COURT.format("ON APPEAL FROM THE QUAY COUNTY COURT\nHIS HONOUR JUDGE CHARLES HOLM QC").replace(
    "QUAY COUNCIL", "THE CHANCELLOR, MASTERS & SCHOLARS OF THE UNIVERSITY OF QUAY")
ALONE = "IN THE COURT OF APPEAL OF NAVARIA\nBetween:\nF (A Child)\n\n_________\n\nOda Vane for the Mother\n"
ESTATE = """IN THE SUPREME COURT OF NAVARIA
IN THE MATTER OF THE WILLS ACT 1910
IN THE MATTER OF THE ESTATE OF IVO PIKE,
Deceased.
"""
TABLE = COURT.format("").replace("- and -\nQUAY COUNCIL\nRespondent", "QUAY COUNCIL\n- and -\nRespondent")
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
    (COLUMNS, "heard", (date(2015, 1, 27),)),
    (COLUMNS, "decided", date(2015, 9, 11)),
    (COLUMNS, "judges", ("VANE", "I. A. Pike")),
    (COLUMNS, "parties", (Party("Oda Tarrow", "appellant"), Party("Secretary of State for Tolls", "respondent"))),
    (EDINBURGH, "judges", ("Vane", "Pike")),
    (EDINBURGH, "parties", (Party("ODA TARROW", "petitioner"), Party("SECRETARY OF STATE FOR TOLLS", "respondent"))),
    (EDINBURGH, "case_numbers", ("P417/13",)),
    (EDINBURGH, "decided", date(2015, 4, 17)),
    (CITY, "name", "Oda F. TARROW v QUAY MILLS"),
    (CITY, "case_numbers", ("71-2087",)),
    (CITY, "judges", ("VANE", "LYND", "PELLEW")),
    (CITY, "lawyers", ("William G. Pike", "Hamilton C. Brandt, Jr", "Archibald H. Dvorsky, III")),
    (PRETORIA, "decided", date(2023, 4, 28)),
    (PRETORIA, "judges", ("Vane",)),
    (PRETORIA, "parties", (
        Party("L[…] G[…]", "applicant"), Party("QUAY HOLDINGS (PTY) LTD", "respondent"),
        Party("MINISTER OF TOLLS AND ROADS FOR THE REPUBLIC OF SOUTH AFRICA", "respondent"))),
    (ADMISSIBILITY, "name", "Oda Maria VANE v. Ruritania"),
    (ADMISSIBILITY, "court", "European Court of Human Rights (First Section, Committee)"),
    (ADMISSIBILITY, "case_numbers", ("41217/07",)),
    (ADMISSIBILITY, "decided", date(2010, 12, 14)),
    (ADMISSIBILITY, "judges", ("Maria Lindqvist", "Jan Dvorsky")),
    (ADMISSIBILITY, "lawyers", ("P. Holm", "L. Pike", "O. Tarrow")),
    (ADMISSIBILITY, "outcome", "inadmissible"),
    (COMMISSION, "court", "European Commission of Human Rights"),
    (COMMISSION, "decided", date(1996, 4, 10)),
    (COMMISSION, "judges", ("S. LINDQVIST", "H. DVORSKY", "G.H. PEREIRA")),
    (DEPUTY, "judges", ("IVO HOLM",)),
    (DEPUTY, "lawyers", ()),
    (CROWN, "parties", (Party("AB", "claimant"), Party("SECRETARY OF STATE FOR DEFENCE", "defendant"))),
    (BELFAST, "name", "IN THE MATTER OF AN APPLICATION BY ODA VANE"),
    (BELFAST, "case_numbers", ("24/016417/01",)),
    (BELFAST, "judges", ("HOLM",)),
    (EMPLOYMENT, "judges", ("IVO HOLM",)),
    (EMPLOYMENT, "parties", (Party("O VANE", "appellant"), Party("BOROUGH OF QUAY", "respondent"))),
    (EMPLOYMENT, "lawyers", ("JAN DVORSKY",)),
    (EMPLOYMENT, "heard", (date(2014, 4, 28),)),
    (COLUMNED, "court", "UNITED STATES DISTRICT COURT, DISTRICT OF NAVARIA"),
    (COLUMNED, "parties", (Party("ODA VANE", "plaintiff"), Party("IVO PIKE", "defendant"))),
    (COLUMNED, "case_numbers", ("08-0417",)),
    (LUXEMBOURG, "court", "GENERAL COURT (Fifth Chamber)"),
    (LUXEMBOURG, "case_numbers", ("T-417/12",)),
    (LUXEMBOURG, "parties", (Party("Quay Group Limited", "applicant"), Party("European Commission", "defendant"))),
    (LUXEMBOURG, "judges", ("S. Holm", "V. Brandt", "K. Dvorsky")),
    (HAGUE, "court", "International Criminal Court (Trial Chamber I)"),
    (HAGUE, "case_numbers", ("ICC-02/17-01/15",)),
    (HAGUE, "parties", (Party("PROSECUTOR", "prosecutor"), Party("ODA VANE and JAN PIKE", "accused"))),
    (HAGUE, "judges", ("Ivo Holm", "Ana Pereira")),
    (HAGUE, "lawyers", ("Lise Brandt", "Karl Dvorsky")),
    (MARYLAND, "court", "COURT OF SPECIAL APPEALS OF MARYLAND"),
    ("[2018] UKEAT 0417_18_0404\n" + COURT.format(""), "citations", ("[2018] UKEAT 0417_18_0404",)),
    (OXFORD, "lawyers", ()),
    (OXFORD, "judges", ("PELLEW",)),
    (OXFORD, "name", "ODA VANE v CHANCELLOR, MASTERS & SCHOLARS OF THE UNIVERSITY OF QUAY"),
    (ALONE, "name", "F (A Child)"),
    (ESTATE, "name", "IN THE MATTER OF THE ESTATE OF IVO PIKE"),
    (TABLE, "parties", (Party("ODA VANE", "appellant"), Party("QUAY COUNCIL", "respondent"))),
]


def test_an_order_that_stands_before_the_judgment() -> None:
    case = extract(from_text(PRETORIA, kind="decision")).case
    assert isinstance(case, Case)
    assert [order.text for order in case.orders] == ["The application is dismissed."]
    assert case.outcome == "dismissed"


@pytest.mark.parametrize(("heading", "field", "value"), CARDS)
def test_a_field_of_the_card(heading: str, field: str, value: object) -> None:
    case = extract(from_text(heading, kind="decision")).case
    assert isinstance(case, Case)
    assert getattr(case, field) == value


KINDS = [  # a text's head and whether it is a decision
    ("Upper Tribunal\n(Asylum Chamber) Appeal Number: IA/34417/2013\nHeard at Quay House\n", "decision"),
    ("IN THE SUPREME COURT OF NAVARIA\nNo. 12-417\n\nPELLEW, Justice.\n\nThis case is about a will.\n", "decision"),
    ("Opinion\nNo. 7917.\nOda R. Vane, Port Amary, for appellant.\nIt is about a lease.\n", "decision"),
    ("The European Commission of Human Rights sitting in private on 10 April 1996, ...", "decision"),
    ("International Criminal Court\n\nNo.: ICC-02/17-01/15\nDate: 15 January 2019\n", "decision"),
    ("Opinion\n08-cv-417\nMEMORANDUM AND ORDER\nODA VANE UNITED STATES DISTRICT JUDGE.\nHe was sued.", "decision"),
    ("The European Court of Human Rights ruled on 12 cases in May.", "report"),
    ("Upper Tribunal\nMONTHLY REVIEW\nThe tribunal heard 12 appeals in May.\n", "report"),
    ("Opinion\nWhy the court is wrong, by Oda Vane, a lawyer\nTwelve men were shot.\n", "report"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_what_a_text_is(text: str, kind: str) -> None:
    assert from_text(text).kind == kind
