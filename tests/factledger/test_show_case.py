"""`factledger show-case`: the card of decisions of several courts, and what it says of anything else."""

from pathlib import Path

import pytest

from factledger.cli import main

STRASBOURG_NEW = """SECOND SECTION
CASE OF LINDQVAR AND OTHERS v. NORVALIA
(Applications nos. 41207/18 and 41208/18)
JUDGMENT
STRASBOURG
14 May 2024
FINAL
14/08/2024
This judgment has become final under Article 44 § 2 of the Convention.
In the case of Lindqvar and Others v. Norvalia,
The European Court of Human Rights (Second Section), sitting as a Chamber composed of:
 Maria Oksen, President,
 Jan Dvorsky,
 Ana Pereira, judges,
and Karl Brandt, Section Registrar,
Having deliberated in private on 9 April 2024,
Delivers the following judgment, which was adopted on that date:
PROCEDURE
1. The case originated in two applications against Norvalia.
2. The applicants were represented by Mr A. Renko, a lawyer practising in Tula.
FOR THESE REASONS, THE COURT
1. Declares, unanimously, the applications admissible;
2. Holds, by six votes to one, that there has been a violation of Article 3 of the Convention;
3. Holds, by six votes to one,
(a) that the respondent State is to pay the applicants, within three months, the following:
(i) EUR 7,800 (seven thousand eight hundred euros), plus any tax that may be chargeable, for non-pecuniary damage;
4. Dismisses, unanimously, the remainder of the applicants’ claim for just satisfaction.
Done in English, and notified in writing on 14 May 2024.
PARTLY DISSENTING OPINION OF JUDGE DVORSKY
1. I would have awarded EUR 20,000 to each applicant within six months.
"""

STRASBOURG_OLD = """COURT (CHAMBER)
CASE OF PELLEW v. RURITANIA
(Application no. 14312/88)
JUDGMENT
STRASBOURG
23 September 1994
In the case of Pellew v. Ruritania,
The European Court of Human Rights, sitting as a Chamber composed of the following judges:
Mr R. Halder, President,
Mr J.-P. Costin,
Mrs E. Palmgren,
and also of Mr H. Petz, Registrar,
Having deliberated in private on 24 March and 26 August 1994,
Delivers the following judgment, which was adopted on the last-mentioned date:
PROCEDURE
1. The case was referred to the Court by the Commission on 9 July 1993.
FOR THESE REASONS, THE COURT UNANIMOUSLY
1. Holds that there has been a breach of Article 6 para. 1 (art. 6-1);
2. Holds that the respondent State is to pay the applicant, within three months, 30,000 (thirty thousand)
French francs, less 6,500 French francs already received in legal aid, in respect of costs;
3. Dismisses the remainder of the claim for just satisfaction.
Done in English and in French, and delivered at a public hearing in Strasbourg on 23 September 1994.
"""

AMERICAN = """UNITED STATES COURT OF APPEALS FOR THE FOURTEENTH CIRCUIT

No. 07-90413

QUAY HARBOR CO., Plaintiff, Appellant,

v.

MARTA OKSEN, Defendant, Appellee.

Argued March 4, 2009   Decided August 21, 2009

John W. Tarrow argued the cause for appellant.

Before:  Bellwether, Chief Judge, Strand and Kovale,
Circuit Judges.

Strand, Circuit Judge:  A jury found for the defendant. We affirm.
"""

INDIAN = """IN THE SUPREME COURT OF INDIA
CRIMINAL APPELLATE JURISDICTION
CRIMINAL APPEAL NO. 7148 OF 2016

Ratan Deshkar ...APPELLANT(S)
VERSUS
State of Navaria ...RESPONDENT(S)

JUDGMENT
A.K. SORABI, J.

1) Leave granted.

2) The appellant was convicted on 3 March 2011 under Section 302 of the Indian Penal Code.

3) The appeal is allowed.

.......................J.
[A.K. SORABI]

.......................J.
[MEENA PELLEW]
NEW DELHI;
AUGUST 21, 2017.
"""

BRITISH = """Neutral Citation Number: [2031] EWHC 9015 (Admin)
Case No: CO/7782/2030
IN THE HIGH COURT OF JUSTICE
KING'S BENCH DIVISION
Date: 9 May 2031
Before :
MR JUSTICE PENHALE
Between :
| R (on the application of the Saltmarsh Families Trust) | Claimant
| - and - |
| Marlhaven District Council (formerly Marl Borough Council) | Defendant
| (1) Calder Council (2) Quill Holdings Limited | Interested Parties
Rosalind Achterby KC (instructed by Marlhaven District Council) for the Defendant
Hearing dates: 7 and 8 December 2030
Approved Judgment
1. This is a claim for judicial review of a grant of planning permission.
2. The claim is dismissed.
"""

CARDS = [
    (STRASBOURG_NEW, [
        "court European Court of Human Rights (Second Section) (international court)",
        "case Lindqvar and Others v. Norvalia", "numbers 41207/18, 41208/18", "decided 2024-05-14", "final 2024-08-14",
        "panel Maria Oksen, Jan Dvorsky, Ana Pereira", "respondent Norvalia", "lawyers A. Renko",
        "outcome violation found", "vote unanimously", "vote by six votes to one", "within three months",
        "sum EUR 7,800",
    ], ["20,000", "six months", ">= EUR"]),
    (STRASBOURG_OLD, [
        "panel R. Halder, J.-P. Costin, E. Palmgren", "decided 1994-09-23", "vote unanimously", "sum FRF 30,000",
        "sum FRF 6,500", "outcome violation found", "applicant Pellew", "respondent Ruritania",
    ], ["final"]),
    (AMERICAN, [
        "court UNITED STATES COURT OF APPEALS FOR THE FOURTEENTH CIRCUIT (appeal court, United States)",
        "numbers 07-90413", "heard 2009-03-04", "decided 2009-08-21", "panel Bellwether, Strand, Kovale",
        "plaintiff QUAY HARBOR CO.", "defendant MARTA OKSEN", "lawyers John W. Tarrow", "outcome affirmed",
    ], []),
    (INDIAN, [
        "court SUPREME COURT OF INDIA (supreme court, India)", "numbers 7148 OF 2016",
        "decided 2017-08-21", "panel A.K. SORABI, MEENA PELLEW", "appellant Ratan Deshkar",
        "respondent State of Navaria", "outcome allowed",
    ], ["Leave granted"]),
    (BRITISH, [
        "defendant Marlhaven District Council (formerly Marl Borough Council)",
        "court High Court of Justice (Administrative Court) (high court, United Kingdom)",
        "citations [2031] EWHC 9015 (Admin)",
        "heard 2030-12-07, 2030-12-08", "claimant Saltmarsh Families Trust",
        "interested party Calder Council", "interested party Quill Holdings Limited", "lawyers Rosalind Achterby",
    ], ["lawyers Marlhaven"]),
]


def card(path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert main(["show-case", str(path)]) == 0
    return [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(("text", "shown", "hidden"), CARDS)
def test_a_card_that_a_court_monitor_would_recognise(
    text: str, shown: list[str], hidden: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "decision.txt"
    path.write_text(text, encoding="utf8")
    lines = card(path, capsys)
    assert [line for line in shown if line not in lines] == []
    assert [word for word in hidden for line in lines if word in line] == []


def test_the_card_of_a_document_in_the_ledger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("decision.txt").write_text(INDIAN, encoding="utf8")
    assert main(["ingest", "decision.txt"]) == 0
    document = capsys.readouterr().out.split("decision.txt")[1].split(":")[0].strip()
    assert main(["show-case", document]) == 0
    assert "Ratan Deshkar" in capsys.readouterr().out


def test_what_is_no_decision_has_no_card(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "news.txt"
    path.write_text("Twelve people were killed in Tula on Monday, police said.", encoding="utf8")
    assert main(["show-case", str(path)]) == 1
    assert capsys.readouterr().err.startswith("factledger: news.txt: this is no court decision")


def test_two_equal_awards_are_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "decision.txt"
    second = "(ii) EUR 7,800 (seven thousand eight hundred euros) to the second applicant, within three months;\n4. "
    path.write_text(STRASBOURG_NEW.replace("4. ", second), encoding="utf8")
    lines = card(path, capsys)
    assert (lines.count("sum EUR 7,800"), lines.count("within three months")) == (2, 1)
