"""Decisions made elsewhere: each joins the claim of its key once, and what does not fit is said."""

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from db import Store
from factledger.cli import main
from models import Block, Counted, Extraction, Source, Span
from tests.ledgers import document, extraction

Output = pytest.CaptureFixture[str]
GOOD = {"fact_id": "killed-23", "verdict": "approve", "reviewer": "Dora  Ek", "reason": "seen on paper"}


@pytest.fixture(autouse=True)
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTLEDGER_DB", raising=False)
    with Store("factledger.db") as store:
        read, data = document()
        store.add(read, data, extraction(), store.start_run("1.0", "0" * 64), "belora.txt")


def write(*records: object) -> None:
    lines = [record if isinstance(record, str) else json.dumps(record) for record in records]
    Path("decisions.jsonl").write_text("\n".join(lines) + "\n", encoding="utf8")


def test_a_decision_is_added_once(capsys: Output) -> None:
    write(GOOD)
    assert main(["import", "decisions.jsonl"]) == 0
    assert main(["import", "decisions.jsonl"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1 decision added, 0 known already, 0 not brought in", "0 decisions added, 1 known already, 0 not brought in",
    ]
    with Store("factledger.db") as store:
        assert [(said.reviewer, said.verdict, said.reason) for said in store.decisions()] == [
            ("Dora Ek", "approve", "seen on paper"),
        ]
        assert next(store.claims()).state == "verified"


def test_nothing_is_overwritten(capsys: Output) -> None:
    write(GOOD, GOOD | {"verdict": "reject", "reason": "a second look"})
    assert main(["import", "decisions.jsonl"]) == 0
    with Store("factledger.db") as store:
        assert [said.verdict for said in store.decisions()] == ["approve", "reject"]


WRONG = [
    (GOOD | {"fact_id": "killed-24"}, "line 2: no claim here has the key killed-24"),
    (GOOD | {"verdict": "yes"}, "line 2: the verdict 'yes' is none of approve, reject, correct"),
    (GOOD | {"reviewer": "reviewer 1"}, "line 2: 'reviewer 1' is a pseudonym of another ledger"),
    (GOOD | {"reviewer": None}, "line 2: it names no reviewer"),
    ("not JSON", "line 2: it is no JSON"),
    ({"verdict": "approve"}, "line 2: it has no fact_id"),
    ("[]", "line 2: it has no fact_id"),
]


@pytest.mark.parametrize(("record", "sentence"), WRONG)
def test_what_does_not_fit_is_said_and_the_rest_is_brought_in(capsys: Output, record: object, sentence: str) -> None:
    write(GOOD, record)
    assert main(["import", "decisions.jsonl"]) == 1
    captured = capsys.readouterr()
    assert captured.err.startswith(sentence) and captured.err.count("\n") == 1
    assert captured.out == "1 decision added, 0 known already, 1 not brought in\n"


def test_who_decided_can_be_said_once(capsys: Output) -> None:
    write({"fact_id": "detained-12", "verdict": "reject"})
    assert main(["import", "decisions.jsonl", "--by", "Dora Ek"]) == 0
    with Store("factledger.db") as store:
        assert [said.reviewer for said in store.decisions()] == ["Dora Ek"]


def test_a_missing_file(capsys: Output) -> None:
    assert main(["import", "no.jsonl"]) == 1
    assert capsys.readouterr().err.startswith("factledger: no.jsonl cannot be read")


def exported(name: str) -> list[dict[str, str]]:
    """The rows of an export of every claim."""
    assert main(["export", "facts.csv", "--all", "--force"]) == 0
    with Path("facts.csv").open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))


def checked(path: Path, rows: list[dict[str, str]], delimiter: str = ",", encoding: str = "utf8") -> None:
    """What a spreadsheet program saves of these rows."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    if path.suffix == ".xlsx":
        workbook = Workbook()
        sheet = workbook.active
        assert sheet is not None
        sheet.append(names)
        for row in rows:
            sheet.append([row.get(name) for name in names])
        workbook.create_sheet("Notes").append(["not for us"])
        workbook.save(path)
        return
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, names, delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.parametrize(("name", "delimiter", "encoding"), [
    ("a.xlsx", ",", ""), ("a.csv", ",", "utf8"), ("a.csv", ";", "utf-8-sig"), ("a.tsv", "\t", "utf8"),
])
def test_a_spreadsheet_checked_by_hand(capsys: Output, name: str, delimiter: str, encoding: str) -> None:
    killed, injured, *others = exported(name)
    killed |= {"Verdict": " Approve ", "Reviewer": "Dora Ek", "Reason": "seen on paper\nin the archive"}
    injured |= {"Verdict": "reject", "Reviewer": "", "Reason": "no number there"}
    checked(Path(name), [killed, injured, *others], delimiter, encoding)
    for outcome in ("2 decisions added, 0 known already", "0 decisions added, 2 known already"):
        assert main(["import", name, "--by", "Ana Lima"]) == 0
        assert outcome in capsys.readouterr().out
    with Store("factledger.db") as store:
        assert [(said.reviewer, said.verdict, said.reason) for said in store.decisions()] == [
            ("Dora Ek", "approve", "seen on paper\nin the archive"), ("Ana Lima", "reject", "no number there"),
        ]


def test_the_workbook_of_an_export_comes_back(capsys: Output) -> None:
    assert main(["export", "facts.xlsx", "--all"]) == 0
    workbook = load_workbook("facts.xlsx")
    sheet = workbook["count"]
    last = sheet.max_column + 1
    sheet.cell(1, last, "verdict")
    sheet.cell(3, last, "approve")
    workbook.save("facts.xlsx")
    assert main(["import", "facts.xlsx", "--by", "Dora Ek"]) == 0
    with Store("factledger.db") as store:
        assert [stored.state for stored in store.claims()] == ["open", "verified", "open", "open"]


# what is changed in the row of the 12 to 20 students detained: cells, what is printed, what becomes of the claim
CHANGED: list[tuple[dict[str, str], str, dict[str, object]]] = [
    ({"verdict": "correct", "value_min": "20"}, "", {"low": "20", "high": "20"}),
    ({"verdict": "correct", "value_max": "", "value_min": "12.0"}, "", {"low": "12", "high": None}),
    ({"verdict": "correct", "event": "injured", "place": "Belora", "as_of": "2021-05"}, "",
     {"event": "injured", "place": "Belora", "as_of": "2021-05"}),
    ({"verdict": "correct", "value_min": "13"}, "row 4: 13 does not stand in the words", {}),
    ({"verdict": "correct", "value_min": "13", "reason": "the annex"}, "", {"low": "13"}),
    ({"verdict": "correct", "value_min": "30"}, "row 4: value_min 30 is above value_max 20: change both", {}),
    ({"verdict": "correct", "value_min": "a few"}, "row 4: value_min is no figure: 'a few'", {}),
    ({"verdict": "correct", "event": "eaten"}, "row 4: the correction is no claim", {}),
    ({"verdict": "correct", "value_min": " 12.0 ", "approximate": "FALSE", "event_date": "5/4/2021"},
     "row 4: no cell was changed", {}),
    ({"verdict": "approve", "value_min": "12.0", "event_date": "5/4/2021"}, "", {"low": "12"}),
    ({"verdict": "approve", "event": "injured"}, "row 4: event was changed: write correct as the verdict", {}),
    ({"verdict": "reject", "event": "injured", "reason": "no"}, "", {"event": "detained"}),
    ({"event": "injured"}, "row 4: event was changed, but the row has no verdict", {}),
    ({"place": "Belora"}, "", {}),
]


@pytest.mark.parametrize(("cells", "sentence", "wanted"), CHANGED)
@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_changed_cell(capsys: Output, name: str, cells: dict[str, str], sentence: str, wanted: Any) -> None:
    rows = exported("facts.csv")
    assert rows[2]["event"] == "detained"
    rows[2] |= cells
    if "verdict" not in cells:
        rows[2]["verdict"] = ""
    checked(Path(name), rows)
    status = main(["import", name, "--by", "Ana Lima"])
    said = capsys.readouterr().err.replace("sheet Sheet, ", "")
    assert said.startswith(sentence) and (status, said.count("\n")) == ((1, 1) if sentence else (0, 0))
    with Store("factledger.db") as store:
        decided = store.decisions()
        stored = next(stored for stored in store.claims() if stored.record["key"] == "detained-12")
    now = {**stored.record, **(stored.corrected or {})}
    flat = now["quantity"] | {"event": now["event"], "place": (now["place"] or {}).get("name"),
                              "as_of": (now["as_of"] or {}).get("edtf")}
    assert {slot: flat[slot] for slot in wanted} == wanted
    assert len(decided) == (not sentence and "verdict" in cells)


def test_a_correction_is_added_once_and_stands_in_the_next_export(capsys: Output) -> None:
    rows = exported("facts.csv")
    rows[2] |= {"verdict": "correct", "event": "injured"}
    checked(Path("a.csv"), rows)
    for outcome in ("1 decision added, 0 known already", "0 decisions added, 1 known already"):
        assert main(["import", "a.csv", "--by", "Ana Lima"]) == 0
        assert outcome in capsys.readouterr().out
    rows = exported("facts.csv")
    assert rows[2]["event"] == "injured"
    checked(Path("b.csv"), [rows[2] | {"verdict": "approve"}])
    assert main(["import", "b.csv", "--by", "Boris"]) == 0
    with Store("factledger.db") as store:
        assert [(said.verdict, said.follows) for said in store.decisions()] == [("correct", None), ("approve", 1)]


def test_what_reviewers_of_another_ledger_said(tmp_path: Path, capsys: Output) -> None:
    """A correction, the approval of it, a change of mind: each reviewer's last word comes over, once."""
    with Store("factledger.db") as store:
        killed, injured, detained, charged = (stored.id for stored in store.claims())
        store.correct(killed, {"event": "injured"}, "Ana")
        store.decide(killed, "approve", "Boris", "so it says", follows=1)
        store.decide(injured, "approve", "Ana")
        store.decide(injured, "reject", "Ana", "no figure")
        store.decide(detained, "approve", "Ana")
        store.decide(detained, "withdraw", "Ana")
        store.decide(charged, "skip", "Boris")
    assert main(["export", "facts.jsonl", "--all", "--names"]) == 0
    with Store("other.db") as store:
        read, data = document()
        store.add(read, data, extraction(), store.start_run("1.0", "0" * 64), "belora.txt")
    for outcome in ("3 decisions added, 0 known already, 0 not", "0 decisions added, 3 known already, 0 not"):
        assert main(["import", "facts.jsonl", "--db", "other.db"]) == 0
        assert outcome in capsys.readouterr().out
    with Store("other.db") as store:
        assert [(said.reviewer, said.verdict, said.reason, said.follows) for said in store.decisions()] == [
            ("Ana", "correct", None, None), ("Boris", "approve", "so it says", 1), ("Ana", "reject", "no figure", None),
        ]
        assert [stored.state for stored in store.claims()] == ["corrected", "rejected", "open", "open"]
        assert store.verify().problems == ()


BAD = [
    ("a.csv", b"fact_id,verdit\nkilled-23,approve\n", "a.csv has no column verdict: did you mean that by 'verdit'?"),
    ("a.csv", b"fact_id,event\nkilled-23,killed\n", "a.csv has no column verdict: add one with approve, reject or"),
    ("a.csv", b"verdict\napprove\n", "a.csv has no column fact_id"),
    ("a.csv", b"", "a.csv has no column fact_id"),
    ("a.csv", b"fact_id,verdict,reason\nk,reject,caf\xe9\n", "a.csv cannot be read: it is not in UTF-8; save it as"),
    ("a.xlsx", b"fact_id,verdict\n", "a.xlsx: is a broken zip file"),
    ("a.xlsx", None, "a.xlsx cannot be read: there is no such file"),
    ("a.csv", b"fact_id,verdict\nkilled-23,maybe\n", "row 2: the verdict 'maybe' is none of approve, reject, correct"),
    ("a.csv", b"fact_id,verdict\n,approve\n", "row 2: it has no fact_id"),
]


@pytest.mark.parametrize(("name", "data", "sentence"), BAD)
def test_a_spreadsheet_that_does_not_do(capsys: Output, name: str, data: bytes | None, sentence: str) -> None:
    if data is not None:
        Path(name).write_bytes(data)
    assert main(["import", name, "--by", "Ana"]) == 1
    assert sentence in capsys.readouterr().err


def test_claims_with_one_key_are_told_apart_by_their_id(tmp_path: Path) -> None:
    text = "7 died. 7 died."
    first = replace(extraction().claims[0], start=0, end=6, number=Span(0, 1), place=None, happened=None, evidence={},
                    source=Source("the mayor", "speaker"), counted=Counted("people", "people"), key="twice")
    second = replace(first, start=8, end=14, number=Span(8, 9))
    with Store("factledger.db") as store:
        read, data = document(text, words=(), pages=(), blocks=(Block("paragraph", 0, len(text)),))
        store.add(read, data, Extraction(claims=(first, second)), store.start_run("1.0", "0" * 64), "twice.txt")
        ids = [stored.id for stored in store.claims() if stored.record["key"] == "twice"]
    said = {"fact_id": "twice", "verdict": "approve", "reviewer": "Dora Ek"}
    write(said)
    assert main(["import", "decisions.jsonl"]) == 1
    write(said | {"claim_id": ids[1]})
    assert main(["import", "decisions.jsonl"]) == 0
    with Store("factledger.db") as store:
        assert [said.claim for said in store.decisions()] == [ids[1]]
