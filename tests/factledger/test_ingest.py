"""From files to claims with the real reader, the real rules and the real ledger, as a user types it."""

import json
import re
import sqlite3
from pathlib import Path

import pytest

from db import Store
from factledger.cli import main
from models import Claim, Document, Extraction, Mention, Numeral, from_dict

Output = pytest.CaptureFixture[str]
REPORT = """Clashes in Belora

(Geneva, June 2, 2021) – At least 23 civilians were killed in the shelling of Belora on May 4, 2021, \
Tamar Watch said today. Police detained 12 students. Article 5 protects everyone.
"""
PAGE = "<html><head><title>Mine</title></head><body><p>Seven miners were injured on Monday.</p></body></html>"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTLEDGER_DB", raising=False)
    Path("in/deep").mkdir(parents=True)
    Path("in/belora.txt").write_text(REPORT, encoding="utf8")
    Path("in/deep/mine.html").write_text(PAGE, encoding="utf8")


def test_ingest_and_again(capsys: Output) -> None:
    assert main(["ingest", "in"]) == 0
    *documents, summary = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in documents] == [["new", "in/belora.txt"], ["new", "in/deep/mine.html"]]
    for line in documents:
        assert re.search(r"d[0-9a-f]{5}: \d+ claims?, \d+ numerals?( \(\d+ unread\))?, \d+\.\d\d s$", line)
    assert re.match(r"2 new documents \(\d+ claims, \d+ numerals\), 0 known, 0 failed, \d+\.\d s$", summary)
    assert main(["ingest", "in/*.txt", "in/belora.txt"]) == 0
    known, summary = capsys.readouterr().out.splitlines()
    assert known.startswith("known    in/belora.txt  d")
    assert summary.startswith("0 new documents (0 claims, 0 numerals), 1 known, 0 failed")
    with Store("factledger.db") as store:
        assert len(store.documents()) == 2
        assert len(store.runs()) == 1 and store.runs()[0].finished_at


def test_claims_are_kept_with_their_place(capsys: Output) -> None:
    assert main(["ingest", "in/belora.txt"]) == 0
    capsys.readouterr()
    assert main(["claims", "--event", "killed", "--format", "jsonl"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    record = json.loads(line)
    assert (record["quantity"]["low"], record["quantity"]["high"]) == ("23", None)
    with Store("factledger.db") as store:
        text = store.text(record["document"])
    assert text[record["number"]["start"]:record["number"]["end"]].endswith("23")
    assert main(["show", record["id"]]) == 0
    shown = capsys.readouterr().out
    assert re.search(r"\[At least 23\] \[civilians\] .*killed\]", shown)
    assert f"Rule {record['rule']}: " in shown


def test_extract_without_a_database(capsys: Output) -> None:
    assert main(["extract", "in/belora.txt", "in/deep/mine.html", "--format", "jsonl"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [list(record) for record in records] == [["document", "mentions", "claims", "numerals", "case"]] * 2
    document = from_dict(Document, records[0]["document"])
    shapes = [from_dict(Claim, claim) for claim in records[0]["claims"]]
    mentions = [from_dict(Mention, mention) for mention in records[0]["mentions"]]
    numerals = [from_dict(Numeral, numeral) for numeral in records[0]["numerals"]]
    assert shapes and mentions and numerals
    assert [document.text[item.start:item.end] for item in mentions] == [item.text for item in mentions]
    assert [document.text[item.start:item.end] for item in numerals] == [item.text for item in numerals]
    assert not Path("factledger.db").exists()


BAD: list[tuple[str, bytes | None, str]] = [
    ("empty.txt", b"", "empty.txt: the file is empty"),
    ("blank.txt", b" \n\n ", "blank.txt: the file is empty"),
    ("broken.pdf", b"%PDF-1.4 broken", "broken.pdf: "),
    ("noise.pdf", bytes(range(256)) * 20, "noise.pdf: is a binary file, not a document"),
    ("nothere.txt", None, "nothere.txt: there is no such file; check the path"),
    ("nothere/*.pdf", None, "nothere/*.pdf: no file matches this pattern; check it"),
]


@pytest.mark.parametrize("verb", ["ingest", "extract"])
@pytest.mark.parametrize(("name", "data", "sentence"), BAD)
def test_a_bad_file_stops_no_other(capsys: Output, verb: str, name: str, data: bytes | None, sentence: str) -> None:
    if data is not None:
        Path(name).write_bytes(data)
    assert main([verb, name, "in/belora.txt"]) == 1
    captured = capsys.readouterr()
    assert sentence in captured.err and "Traceback" not in captured.err
    assert "belora.txt  d" in captured.out if verb == "ingest" else captured.out.startswith('{"document"')


def test_a_folder_without_documents_is_an_error(capsys: Output) -> None:
    Path("empty").mkdir()
    assert main(["ingest", "empty"]) == 1
    captured = capsys.readouterr()
    assert captured.out.startswith("0 new documents (0 claims, 0 numerals), 0 known, 1 failed")
    assert "empty: the folder has no document that can be read" in captured.err
    assert not Path("factledger.db").exists()


def test_a_name_that_is_no_unicode(capsys: Output) -> None:
    Path(b"in/\xff.txt".decode("utf8", "surrogateescape")).write_text("Nine were fined.", encoding="utf8")
    assert main(["ingest", "in"]) == 0
    assert ".txt  d" in capsys.readouterr().out
    with Store("factledger.db") as store:
        assert "\ufffd.txt" in [entry.name for entry in store.documents()]


def newer() -> None:
    Store("factledger.db").close()
    with sqlite3.connect("factledger.db") as connection:
        connection.execute("UPDATE ledger SET version = 99")


def text() -> None:
    Path("factledger.db").write_text("Twelve people were detained. " * 100, encoding="utf8")


@pytest.mark.parametrize(("make", "sentence"), [
    (newer, "factledger.db was written by a newer FactLedger (version 99"),
    (text, "factledger.db is not a database: name another file with --db"),
])
def test_a_bad_database_is_one_sentence(capsys: Output, make: object, sentence: str) -> None:
    make()  # type: ignore[operator]
    assert main(["ingest", "in"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"factledger: {sentence}") and captured.err.count("\n") == 1


def test_rules_check(capsys: Output) -> None:
    status = main(["rules", "check"])
    captured = capsys.readouterr()
    found = re.fullmatch(r"[\d,]+ rules, [\d,]+ examples: ([\d,]+) problems?\n", captured.out)
    assert found, captured.err
    assert int(found[1]) == captured.err.count("\n  in: ")
    assert status == (found[1] != "0")


def test_documents_are_read_again(capsys: Output) -> None:
    """A decision on a claim that the rules find is carried over; one on a claim that they do not find is shown."""
    assert main(["ingest", "in/belora.txt"]) == 0
    with Store("factledger.db") as store:
        killed = next(stored for stored in store.claims() if stored.claim.event == "killed")
        store.decide(killed.id, "approve", "Ana")
    with sqlite3.connect("factledger.db") as connection:  # as if older rules had seen another event
        connection.execute("DROP TRIGGER claim_no_update")
        connection.execute("UPDATE claim SET record = replace(record, 'detained', 'affected')")
    capsys.readouterr()
    assert main(["ingest", "--rerun"]) == 0
    line, summary = capsys.readouterr().out.splitlines()
    counts = r"0 new, 0 gone, 0 changed, 1 carried, 0 stale, \d+ the same"
    assert re.match(rf"again    belora\.txt  d[0-9a-f]{{5}}: {counts}, ", line)
    assert summary.startswith("0 new documents (0 claims, 0 numerals), 1 read again, 0 known, 0 failed")
    with Store("factledger.db") as store:
        assert store.claim(killed.id).state == "verified"
        assert "affected" not in [stored.claim.event for stored in store.claims()]
        read, found = store.document(killed.document), store.extraction(killed.document)
        store.rerun(read, Extraction(mentions=found.mentions), store.start_run("2", "0"))
    assert main(["claims", "--state", "stale"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "1 claim"
    assert main(["show", killed.id]) == 0
    assert "approve by Ana (of c" in (shown := capsys.readouterr().out) and "counts no more)" in shown
    assert main(["ingest", "--rerun", "in"]) == 0
    assert "1 carried, 0 stale" in capsys.readouterr().out


def test_nothing_to_read(capsys: Output) -> None:
    assert main(["ingest"]) == 2
    assert capsys.readouterr().err == (
        "factledger: name the files to read, or give --rerun to read those of the ledger again\n"
    )
    assert main(["ingest", "--rerun"]) == 1
    assert "factledger.db does not exist" in capsys.readouterr().err
