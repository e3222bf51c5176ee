"""Every verb that needs no extraction, on a small ledger: what it prints and its exit status."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from db import Store
from export import FORMATS
from factledger.cli import VERBS, main
from factledger.verbs.export import ENDINGS
from models import Claim, from_dict
from tests.ledgers import document, extraction

Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The working directory holds a ledger with one document, and nothing else that matters."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTLEDGER_DB", raising=False)
    monkeypatch.setenv("COLUMNS", "110")
    with Store("factledger.db") as store:
        read, data = document()
        store.add(read, data, extraction(), store.start_run("1.0", "0" * 64), "belora.txt")


def lines(output: Output) -> list[str]:
    captured = output.readouterr()
    assert captured.err == ""
    return captured.out.splitlines()


def first() -> str:
    with Store("factledger.db") as store:
        return next(store.claims()).id


def test_status(capsys: Output) -> None:
    assert main(["status", "--documents"]) == 0
    assert lines(capsys)[1:] == [
        "1 document, 4 claims, 2 mentions, 0 decisions",
        "3 numerals: 1 claim, 1 date, 1 unread",
        "",
        "event     open  all",
        "charged      1    1",
        "detained     1    1",
        "injured      1    1",
        "killed       1    1",
        "all          4    4",
        "",
        "id      file        published   claims  numerals  unread  title",
        "ddeced  belora.txt  2021-06-01  4       3         1       Clashes in Belora",
    ]


def test_claims_table(capsys: Output) -> None:
    assert main(["claims"]) == 0
    shown = lines(capsys)
    assert shown[:4] == [
        "ddeced Clashes in Belora (Tamar Watch, 2021-06-01, belora.txt)",
        "id      value   event     counted    who says so  date        place   state",
        f"{first()}  >= 23   killed    civilians  the mayor    2021-05-04  Belora  open",
        "        At least 23 civilians were killed",
    ]
    assert shown[-1] == "4 claims"


@pytest.mark.parametrize("columns", [80, 100, 140])
def test_the_table_fits(capsys: Output, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert main(["claims"]) == 0
    assert max(map(len, lines(capsys))) <= columns


def test_claims_as_json_lines(capsys: Output) -> None:
    assert main(["claims", "--format", "jsonl"]) == 0
    records = [json.loads(line) for line in lines(capsys)]
    assert [(record.pop("document"), record.pop("state")) for record in records] == [("ddeced", "open")] * 4
    assert [record.pop("quote") for record in records][1] == "Dozens were injured"
    assert records[0].pop("id") == first()
    assert from_dict(Claim, records[0]) == extraction().claims[0]


@pytest.mark.parametrize(("words", "number"), [
    (["--event", "killed"], 1), (["--state", "verified"], 0), (["--document", "dd"], 4),
    (["--event", "injured", "--state", "open"], 1),
])
def test_claims_filters(capsys: Output, words: list[str], number: int) -> None:
    assert main(["claims", *words]) == 0
    assert re.match(rf"{number} claims?$", lines(capsys)[-1])


def test_show(capsys: Output) -> None:
    assert main(["approve", first()[:4], "--by", "Ana", "--reason", "seen"]) == 0
    assert main(["show", first()]) == 0
    shown = "\n".join(lines(capsys))
    for expected in (
        f"{first()} is verified (>= 23 civilians: killed), approve by Ana\n",
        f"{first()} >= 23 civilians: killed [verified]\n",
        "  At least [23] [civilians] were [killed] in [Belora] on [4 May 2021], [the mayor] said.\n",
        "  value       >= 23  “23” 40-42\n",
        "  source      the mayor (speaker)  “the mayor” 90-99\n",
        "Rule people-were-harmed",
        "It fired on number “23” 40-42, event “killed” 58-64\n",
        "Document ddeced: Clashes in Belora (Tamar Watch, 2021-06-01), file belora.txt\n",
        "Page 1 (iv in print), characters 31-64\n",
        "Z approve by Ana: seen",
    ):
        assert expected in shown + "\n"


def test_show_names_the_whole(capsys: Output) -> None:
    with Store("factledger.db") as store:
        *_, detained, charged = (stored.id for stored in store.claims())
    assert main(["show", charged]) == 0
    assert f"  part of     {detained}" in lines(capsys)


def test_show_a_document(capsys: Output) -> None:
    assert main(["show", "dd"]) == 0
    assert lines(capsys) == [
        "ddeced Clashes in Belora",
        "",
        "  file        belora.txt (text/plain)",
        "  publisher   Tamar Watch",
        "  published   2021-06-01",
        "  kind        report",
        "  url         https://example.org/belora",
        "  sha256      36db59d7f6b6dba64446232520b597ab6154231c7250567ea9ab57476ea4f5a1",
        "  length      213 characters, 1 page",
        "  found       4 claims, 3 numerals, 1 unread",
        "  note        one picture was not read",
        "  unread      84-88: ivilians were killed in Belora on 4 May [2021], the mayor said. Dozens were injured. P",
    ]


def test_reject(capsys: Output) -> None:
    assert main(["reject", first(), "--by", "Ana", "--reason", "other day"]) == 0
    assert main(["claims", "--state", "rejected"]) == 0
    assert lines(capsys)[-1] == "1 claim"


def test_the_login_name_decides(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "documenter")
    assert main(["approve", first()]) == 0
    assert lines(capsys)[0].endswith("approve by documenter")


def test_export(capsys: Output) -> None:
    assert main(["approve", first(), "--by", "Ana"]) == 0
    assert main(["export", "facts.csv"]) == 0
    assert main(["export", "facts.jsonl", "--all"]) == 0
    assert lines(capsys)[1:] == [
        "facts.csv: 1 verified fact, 3 open in the ledger", "facts.jsonl: 4 claims, 3 open in the ledger",
    ]


@pytest.mark.parametrize(("filters", "number"), [
    (["--event", "killed"], 1), (["--event", "killed", "--place", "Belora"], 1), (["--since", "2021-06"], 0),
    (["--until", "2021-06"], 1), (["--source", "mayor"], 1), (["--reviewer", "reviewer 1"], 0),
    (["--document", "d"], 4),
    (["--state", "open", "--where", "event=killed or event=injured"], 2),
])
def test_export_filters(filters: list[str], number: int) -> None:
    assert main(["export", "facts.csv", "--all", *filters]) == 0
    assert Path("facts.csv").read_bytes().count(b"\r\n") == number + 1


def test_export_help_names_every_ending() -> None:
    assert ENDINGS.split() == [made.suffix for made in FORMATS.values()]


def test_an_evidence_pack(capsys: Output) -> None:
    assert main(["approve", first(), "--by", "Ana"]) == 0
    assert main(["export", "pack", "--bag", "--where", "event=killed", "--codebook", "acled"]) == 0
    assert lines(capsys)[1:] == ["pack: 1 verified fact, 3 open in the ledger"]
    assert subprocess.run([sys.executable, "pack/verify.py"], stdout=subprocess.DEVNULL, check=False).returncode == 0
    assert main(["export", "open.csv", "--where", "state=open"]) == 0
    assert lines(capsys) == ["open.csv: 3 claims, 3 open in the ledger"]
    assert main(["export", "pack", "--bag", "--format", "csv"]) == 2
    assert main(["export", "facts.csv", "--where", "evnt=killed"]) == 2
    assert "'evnt' is no column: did you mean event?" in capsys.readouterr().err


def test_export_of_nothing_says_how_many_are_open(capsys: Output) -> None:
    assert main(["export", "facts.jsonl"]) == 0
    assert lines(capsys) == ["facts.jsonl: 0 verified facts, 4 open in the ledger"]
    assert Path("facts.jsonl").read_bytes() == b""


def test_search(capsys: Output) -> None:
    assert main(["search", "none of these words"]) == 0
    assert capsys.readouterr().out == "0 results\n"
    assert main(["search", '"civilians"', "KILLED"]) == 0
    text, claim, last = lines(capsys)
    assert re.fullmatch(r"d\w+  text     31-213  At least 23 \[civilians\] were \[killed\] in Belora on.*…", text)
    assert claim.split()[1] == first() and claim.endswith("31-64  At least 23 [civilians] were [killed]")
    assert last == "2 results"
    assert main(["search", "civilians", "--limit", "1"]) == 0
    assert lines(capsys)[-1] == "1 result, there may be more: --limit"


def test_verify_can_mend(capsys: Output) -> None:
    assert main(["verify", "--rebuild"]) == 0
    assert "made anew" in capsys.readouterr().out


def test_verify(capsys: Output) -> None:
    assert main(["approve", first(), "--by", "Ana"]) == 0
    assert main(["verify"]) == 0
    _, checked, head = lines(capsys)
    assert checked == "5 events, 1 decision, 1 document, 4 claims: 0 problems"
    assert re.fullmatch("head [0-9a-f]{64}", head)
    assert main(["verify", "--head", head.split()[1]]) == 0
    capsys.readouterr()
    assert main(["verify", "--head", "0" * 64]) == 1
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [checked.replace("0 problems", "1 problem"), head]
    assert captured.err.endswith("is not in the chain: its end was cut off, or it was written anew\n")


def test_the_environment_names_the_database(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    Store("other.db").close()
    monkeypatch.setenv("FACTLEDGER_DB", "other.db")
    assert main(["status"]) == 0
    assert main(["status", "--db", "factledger.db"]) == 0
    shown = lines(capsys)
    assert shown[0].startswith("other.db (SQLite") and shown[2].startswith("factledger.db (SQLite")


def test_version(capsys: Output) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert re.match(r"factledger \S+", lines(capsys)[0])


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(capsys: Output, verb: str) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([verb, "--help"])
    assert len(lines(capsys)) > 4


FAILURES = [
    (["show", "czzz"], "no claim has the id 'czzz': see `factledger claims`"),
    (["show", "dzzz"], "no document has the id 'dzzz': see `factledger status --documents`"),
    (["approve", "czzz", "--by", "Ana"], "no claim has the id 'czzz': see `factledger claims`"),
    (["reject", "c", "--by", "Ana"], "'c' is the beginning of several claim ids: "),
    (["approve", "c", "--by", " "], "'c' is the beginning of several claim ids: "),
    (["claims", "--document", "d00"], "no document has the id 'd00': see `factledger status --documents`"),
    (["status", "--db", "none.db"], "none.db does not exist: `factledger ingest` makes it, or name another with --db"),
    (["status", "--db", "."], ". is a folder: name a file with --db"),
    (["claims", "--db", "text.db"], "text.db is not a database: name another file with --db"),
    (["export", "taken.csv"], "taken.csv exists: give --force to replace it, or another name"),
    (["export", "none/facts.csv"], "none/facts.csv cannot be written: No such file or directory"),
    (["evaluate", "--gold", "none"], "none"),
]


@pytest.mark.parametrize(("words", "sentence"), FAILURES)
def test_a_failure_is_one_sentence(capsys: Output, words: list[str], sentence: str) -> None:
    Path("taken.csv").touch()
    Path("text.db").write_text("Twelve people were detained. " * 100, encoding="utf8")
    assert main(words) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"factledger: {sentence}") and captured.err.count("\n") == 1


MISUSES = [
    ([], "the following arguments are required: VERB"),
    (["sing"], "invalid choice: 'sing'"),
    (["claims", "--event", "kiled"], "'kiled' is no event: did you mean killed?"),
    (["claims", "--state", "opened"], "'opened' is no state: did you mean open?"),
    (["claims", "--format", "xml"], "invalid choice: 'xml'"),
    (["show"], "the following arguments are required: CLAIM"),
    (["extract"], "the following arguments are required: FILE"),
    (["export"], "the following arguments are required: OUT"),
    (["rules"], "the following arguments are required: "),
]


@pytest.mark.parametrize(("words", "sentence"), MISUSES)
def test_wrong_usage(capsys: Output, words: list[str], sentence: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(words)
    assert sentence in capsys.readouterr().err


def test_an_unknown_format_is_wrong_usage(capsys: Output) -> None:
    assert main(["export", "facts.xls"]) == 2
    assert "facts.xls names no format that can be written: " in capsys.readouterr().err
