"""Correcting, settling, looking back: what the reviewers' verbs print, on a small ledger."""

import re
from pathlib import Path
from typing import Any

import pytest

from db import Store
from factledger.cli import main
from models.typed_value import quantity_of
from tests.ledgers import document, extraction

Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def claim(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The working directory holds a ledger; the id of the claim that 12 to 20 students were detained."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTLEDGER_DB", raising=False)
    with Store("factledger.db") as store:
        read, data = document()
        store.add(read, data, extraction(), store.start_run("1.0", "0" * 64), "belora.txt")
        return next(stored.id for stored in store.claims() if stored.claim.event == "detained")


def lines(output: Output) -> list[str]:
    captured = output.readouterr()
    assert captured.err == ""
    return captured.out.splitlines()


def test_correct(capsys: Output, claim: str) -> None:
    assert main(["settings", "required_approvals=2", "--by", "Lena"]) == 0
    assert main(["correct", claim, "--value", ">= 12", "--by", "Ana"]) == 0
    assert main(["approve", claim, "--correction", "1", "--by", "Boris", "--reason", "so it says"]) == 0
    assert main(["decisions", claim]) == 0
    assert main(["decisions", "--all"]) == 0
    said = [re.sub(r"[0-9-]+T[0-9:]+Z", "TIME", line) for line in lines(capsys)]
    assert said[:3] == [
        "required_approvals=2",
        f"{claim} is approved_once (12-20 civilians: detained), corrected by Ana",
        f"{claim} is corrected (>= 12 civilians: detained), approve by Boris",
    ]
    assert said[3:6] == said[6:] == [
        f"1 {claim} TIME correct to >= 12 by Ana",
        f"2 {claim} TIME approve of decision 1 by Boris: so it says",
        "2 decisions",
    ]


def test_a_figure_from_nowhere_needs_a_reason(capsys: Output, claim: str) -> None:
    assert main(["correct", claim, "--value", "13", "--by", "Ana"]) == 1
    assert "13 does not stand in the words" in capsys.readouterr().err
    assert main(["correct", claim, "--value", "13", "--event", "injured", "--by", "Ana", "--reason", "annex"]) == 0
    assert lines(capsys) == [f"{claim} is corrected (13 civilians: injured), corrected by Ana"]


def test_settings(capsys: Output) -> None:
    assert main(["settings"]) == 0
    assert main(["settings", "required_approvals.killed=3", "--by", "Lena"]) == 0
    assert lines(capsys) == ["required_approvals=1", "required_approvals=1", "required_approvals.killed=3"]


def test_backup(capsys: Output) -> None:
    assert main(["backup", "copy.db"]) == 0
    assert re.fullmatch(r"copy\.db: a copy of factledger\.db, head [0-9a-f]{64}", lines(capsys)[0])
    assert main(["backup", "copy.db"]) == 1
    assert "copy.db exists: name a new file" in capsys.readouterr().err


def test_agreement_and_worth(capsys: Output, claim: str) -> None:
    assert main(["agreement"]) == 0
    assert lines(capsys) == ["no two reviewers judged the same claim yet"]
    for who, verb in (("Ana", "approve"), ("Boris", "reject")):
        assert main([verb, claim, "--by", who, "--reason", "as it says"]) == 0
    capsys.readouterr()
    assert main(["agreement"]) == 0
    assert main(["rules", "worth"]) == 0
    assert [line.split() for line in lines(capsys)] == [
        ["reviewers", "event", "n", "raw", "kappa", "AC1"],
        ["Ana,", "Boris", "all", "1", "0.00", "0.00", "-1.00"],
        ["Ana,", "Boris", "detained", "1", "0.00", "0.00", "-1.00"],
        ["rule", "claims", "approved", "corrected", "rejected"],
        ["people-were-harmed", "4", "1", "0", "1"],
        ["1", "x", "as", "it", "says"],
    ]


MISUSES = [
    (["correct", "c"], "nothing is corrected: give --value or --event"),
    (["decisions"], "name one claim, or give --all"),
    (["decisions", "c", "--all"], "name one claim, or give --all"),
    (["settings", "required_approvals"], "has no value"),
]


@pytest.mark.parametrize(("words", "sentence"), MISUSES)
def test_misuse(capsys: Output, words: list[str], sentence: str) -> None:
    assert main(words) == 2
    assert sentence in capsys.readouterr().err


FOUND: dict[str, Any] = {"low": "9", "high": None, "low_open": False, "high_open": False, "approximate": False,
                         "vague": "dozens", "unit": "EUR", "wording": "nine"}
VALUES: list[tuple[str, str | None, str | None, bool, bool, bool]] = [
    ("23", "23", "23", False, False, False), (">= 23", "23", None, False, False, False),
    (">1,000", "1000", None, True, False, False), ("<= 9", None, "9", False, False, False),
    ("< 50", None, "50", False, True, False), ("~40", "40", "40", False, False, True),
    ("12-20", "12", "20", False, False, False), ("12 – 20.5", "12", "20.5", False, False, False),
    ("> ~ 7", "7", None, True, False, True),
]


@pytest.mark.parametrize(("typed", "low", "high", "low_open", "high_open", "approximate"), VALUES)
def test_values(typed: str, low: str, high: str, low_open: bool, high_open: bool, approximate: bool) -> None:
    assert quantity_of(typed, FOUND) == {
        "low": low, "high": high, "low_open": low_open, "high_open": high_open, "approximate": approximate,
        "vague": None, "unit": "EUR", "wording": "nine",
    }


@pytest.mark.parametrize("typed", ["", "many", "1e5", "-3", ">= 3-5", "20-12", "1.2.3", "٣"])
def test_no_values(typed: str) -> None:
    with pytest.raises(ValueError, match="is no value"):
        quantity_of(typed, FOUND)
