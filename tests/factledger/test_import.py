"""Decisions made elsewhere: each joins the claim of its key once, and what does not fit is said."""

import json
from pathlib import Path

import pytest

from db import Store
from factledger.cli import main
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
    (GOOD | {"verdict": "yes"}, "line 2: the verdict 'yes' is none of approve, reject"),
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
