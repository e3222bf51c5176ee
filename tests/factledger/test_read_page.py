"""What was read, as text, as blocks, as JSON and as a picture."""

import json
from pathlib import Path

import pytest

from factledger.cli import main
from factledger.page_boxes import strokes_of
from factledger.verbs.read import on_page
from models import Document, from_dict
from tests.corpus.pdf_writer import Put, pdf

Output = pytest.CaptureFixture[str]
TEXT = "At least 12 men were killed in the north."
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([[Put(70, 60, "Held at the River", 20), Put(70, 100, TEXT)], [Put(70, 100, "Page two.")]]))
    return str(path)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ([], f"Held at the River\n\n{TEXT}\n\nPage two.\n"),
        (["--page", "2"], "Page two.\n"),
        (["--format", "blocks"], "title 1            0-17      Held at the River\n"
                                 f"paragraph         19-60      {TEXT}\nparagraph         62-71      Page two.\n"),
    ],
)
def test_read(report: str, capsys: Output, words: list[str], shown: str) -> None:
    assert main(["read", report, *words]) == 0
    assert capsys.readouterr().out == shown


def test_read_as_json(report: str, capsys: Output) -> None:
    assert main(["read", report, "--format", "json"]) == 0
    document = from_dict(Document, json.loads(capsys.readouterr().out))
    assert [len(on_page(document, number)) for number in (1, 2)] == [2, 1]


@pytest.mark.parametrize(
    ("words", "problem"),
    [(["read", "FILE", "--page", "9"], "there is no page 9: the document has 2"),
     (["page", "FILE", "9", "out.png"], "has no page 9; name one of 1 to 2"),
     (["read", "FILE.none"], "there is no such file; check the path")],
)
def test_what_is_not_there_is_told(report: str, capsys: Output, words: list[str], problem: str) -> None:
    assert main([word.replace("FILE", report) for word in words]) == 1
    assert capsys.readouterr().err.rstrip().endswith(problem)


@pytest.mark.parametrize("boxes", [[], ["--boxes"], ["--boxes", "claims"]])
def test_page(report: str, tmp_path: Path, capsys: Output, boxes: list[str]) -> None:
    out = tmp_path / "out.png"
    assert main(["page", report, "1", str(out), *boxes]) == 0
    data = out.read_bytes()
    width, height = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    assert data[:8] == PNG and (width, height) == (910, 1287)
    assert (data[25] == 2) == bool(boxes)    # colours where something is drawn


def test_what_is_drawn(report: str, capsys: Output) -> None:
    main(["read", report, "--format", "json"])
    document = from_dict(Document, json.loads(capsys.readouterr().out))
    words = [word for word in document.words if word.page == 1]
    framed = {stroke[:2] for stroke in strokes_of(document, 1, "words")}
    assert {word.box[:2] for word in words} <= framed
    claimed = strokes_of(document, 1, "claims")
    assert claimed and {stroke[1] for stroke in claimed}.isdisjoint({words[0].box[1]})
