"""Runs are told afterwards; what failed is tried again; a manifest says what the files do not."""

import json
import re
from pathlib import Path

import pytest

from db import Store
from factledger.cli import main

Output = pytest.CaptureFixture[str]
REPORT = "At least 23 civilians were killed in the shelling of Belora on Monday. Police detained 12 students.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTLEDGER_DB", raising=False)
    Path("in").mkdir()
    Path("in/belora.txt").write_text(REPORT, encoding="utf8")
    Path("in/late.txt").write_text("", encoding="utf8")


def test_a_run_is_told_and_tried_again(capsys: Output) -> None:
    assert main(["ingest", "in", "--jobs", "1"]) == 1
    assert "`factledger retry 1` tries what failed in this run again." in capsys.readouterr().err
    assert main(["runs"]) == 0
    header, row = capsys.readouterr().out.splitlines()
    assert header.split() == ["run", "started", "version", "documents", "failed", "claims", "seconds"]
    assert re.match(r"1 +\d{4}-\d\d-\d\d \d\d:\d\d +\S+ +1 +1 +2 +\d+\.\d$", row)
    assert main(["runs", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "documents  1 new, 0 read again, 0 known, 1 failed"
    assert lines[2:4] == ["read       0 pages, 17 words", "found      2 claims, 2 numerals, 0 of them unread"]
    assert all(re.search(rf"{stage} \d+\.\d s", lines[4]) for stage in ("reading", "extraction", "rows", "storing"))
    assert lines[5:] == [f"failed   {Path('in/late.txt').resolve()}",
                         "         the file is empty; check that it was saved or downloaded to its end",
                         "`factledger retry 1` tries them again"]
    Path("in/late.txt").write_text("Nine officers were convicted of torture.", encoding="utf8")
    assert main(["retry", "1"]) == 0
    assert "1 new document (1 claim, " in capsys.readouterr().out
    assert main(["runs", "2", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["run"], record["documents"], record["report"]["new"], record["failures"]) == (2, 1, 1, [])
    assert main(["retry", "2"]) == 0
    assert capsys.readouterr().out == "nothing failed in run 2\n"
    assert main(["runs", "3"]) == 1
    assert "there is no run 3: `factledger runs` lists them" in capsys.readouterr().err


def test_a_run_that_did_not_end(capsys: Output) -> None:
    with Store("factledger.db") as store:
        store.start_run("1", "0" * 64)
    assert main(["runs", "1"]) == 0
    assert "it did not end, and kept 0 documents: the same ingest goes on" in capsys.readouterr().out
    assert main(["runs"]) == 0
    assert capsys.readouterr().out.endswith("did not end\n")


def test_what_would_be_read(capsys: Output) -> None:
    assert main(["ingest", "in", "none.pdf", "--dry-run"]) == 1
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [
        f"new      in/belora.txt  {len(REPORT)} bytes", "new      in/late.txt  0 bytes",
        "2 documents would be read, 0 known, 1 not found",
    ]
    assert "none.pdf: there is no such file" in captured.err and not Path("factledger.db").exists()
    assert main(["ingest", "in/belora.txt", "--quiet"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["ingest", "in/belora.txt", "--dry-run", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["status"] == "known"


def test_at_most_so_many(capsys: Output) -> None:
    """The limit counts what is not known yet, so that the same command goes on."""
    for number in range(4):
        text = f"Police detained {number + 12} students.{' ' * (9 - number)}"
        Path(f"in/{number}.txt").write_text(text, encoding="utf8")
    names = []
    for _ in range(2):
        assert main(["ingest", "in/?.txt", "--limit", "2", "--json"]) == 0
        *records, report = map(json.loads, capsys.readouterr().out.splitlines())
        names += [record["name"] for record in records]
        assert report["new"] == 2
    assert names == [f"in/{number}.txt" for number in range(4)]
    assert main(["ingest", "in/?.txt", "--limit", "2", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["new"] == 0


MANIFEST = """file,title,publisher,date,url,collector
in/belora.txt,Belora under fire,Tamar Watch,2021-05-06,https://example.org/belora,Ana Ruiz
in/none.txt,,,,,
,No file,,,,
in/late.txt,,,6 May,,
"""


def test_a_manifest_says_what_the_file_does_not(capsys: Output) -> None:
    """Publisher and day decide who speaks and what "Monday" is; the collector is in the log."""
    Path("list.csv").write_text(MANIFEST, encoding="utf8")
    assert main(["ingest", "--manifest", "list.csv"]) == 1
    captured = capsys.readouterr()
    assert captured.err.splitlines()[1:] == [
        f"  {Path('in/none.txt').resolve()}: the manifest has a row for it, but there is no such file; check the path",
        "  list.csv, row 4: names no file; fill the column 'file'",
        "  list.csv, row 5: '6 May' is no day; write it as 2021-05-04",
    ]
    with Store("factledger.db") as store:
        (entry,) = store.documents()
        assert (entry.title, entry.publisher, entry.published, entry.url) == (
            "Belora under fire", "Tamar Watch", "2021-05-06", "https://example.org/belora")
        killed = next(stored.claim for stored in store.claims() if stored.claim.event == "killed")
        assert killed.source.name == "Tamar Watch" and killed.happened and killed.happened.edtf == "2021-05-03"
        (card,) = [event.detail["card"] for event in store.events() if event.what == "import"]
        assert card["collector"] == "Ana Ruiz"
        assert store.verify().problems == ()


@pytest.mark.parametrize(("text", "sentence"), [
    (None, "list.csv: the manifest cannot be read (No such file or directory); check the path, and save it as CSV"),
    ("name\na.txt\n", "list.csv: the column 'name' is not known; its columns are "),
    ("title\na\n", "list.csv: it needs the column 'file' and a row; its columns are "),
    ("", "list.csv: it needs the column 'file' and a row"),
])
def test_a_bad_manifest_is_one_sentence(capsys: Output, text: str | None, sentence: str) -> None:
    if text is not None:
        Path("list.csv").write_text(text, encoding="utf8")
    assert main(["ingest", "in", "--manifest", "list.csv"]) == 1
    assert capsys.readouterr().err.startswith(f"factledger: {sentence}") and not Path("factledger.db").exists()


def test_addresses_of_other_file_systems(capsys: Output) -> None:
    """fsspec opens them: here one in memory, a folder behind file://, and one that is not there."""
    import fsspec  # type: ignore[import-untyped]

    with fsspec.open("memory://archive/a.txt", "wb") as stream:
        stream.write(REPORT.encode())
    here = Path("in").resolve()
    assert main(["ingest", "memory://archive/*.txt", f"file://{here}", "memory://none/b.pdf", "nofs://x/a.pdf"]) == 1
    captured = capsys.readouterr()
    assert captured.out.startswith("new      memory://") or "known    memory://" in captured.out
    assert f"known    file://{here}/belora.txt" in captured.out or f"new      file://{here}/belora.txt" in captured.out
    assert "memory://none/b.pdf: " in captured.err and "nofs://x/a.pdf: cannot be reached (ValueError)" in captured.err
