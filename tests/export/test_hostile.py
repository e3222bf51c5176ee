"""Hostile words: exact in JSON lines and CSV, never a formula for a spreadsheet, never cut."""

import csv
import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import Store
from export import Options, export
from export.cells import guarded, visible
from models import Block, Counted, Extraction
from tests.ledgers import document, extraction

HOSTILE = [
    "=HYPERLINK(\"https://example.org\",\"23\")", "+1 killed", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1", "\n=1", " =1",
    "\ufeff=1", "\u200f=1", "＝1+1", "a\x00b", "line\rline\r\nline\nline\u2028line\x85line", "\u202e23\u202c",
    "x" * 40_000, '"', "''", "\x1b[31m",
    "_x0041_", "https://example.org", "1E5", "00012", "3-4", "TRUE", "#N/A", "<b>&amp;</b>", "]]>", "\ufffe",
]


def ledger(words: str) -> Store:
    """One claim whose quote, counted words and title are these."""
    read, data = document(words, blocks=(Block("paragraph", 0, len(words)),), title=words)
    first = extraction().claims[0]
    found = replace(first, start=0, end=len(words), counted=Counted(words, words), place=None, happened=None)
    store = Store("sqlite://")
    store.add(read, data, Extraction(claims=(found,)), store.start_run("1", "0"))
    return store


def exported(words: str, path: Path, **options: bool) -> Path:
    with ledger(words) as store:
        export(store, path, Options(everything=True, **options))  # type: ignore[arg-type]
    return path


def cells(path: Path, encoding: str = "utf8") -> dict[str, str]:
    csv.field_size_limit(1_000_000)
    with path.open(encoding=encoding, newline="") as file:
        return next(csv.DictReader(file))


@pytest.mark.parametrize("words", HOSTILE, ids=repr)
def test_exact_in_text_formats(words: str, tmp_path: Path) -> None:
    record = json.loads(exported(words, tmp_path / "a.jsonl").read_text(encoding="utf8"))
    row = cells(exported(words, tmp_path / "a.csv"))
    for found in (record, row):
        assert (found["quote"], found["counted"], found["document_title"]) == (words, words, words)


@pytest.mark.parametrize("words", HOSTILE, ids=repr)
def test_no_cell_for_excel_begins_a_formula(words: str, tmp_path: Path) -> None:
    path = exported(words, tmp_path / "a.csv", for_excel=True)
    assert path.read_bytes().startswith(b'\xef\xbb\xbf"fact_id"')
    row = cells(path, "utf-8-sig")
    assert row["quote"].removeprefix("'") == words.removeprefix("'")
    assert not row["quote"].strip().lstrip("\ufeff\u200f").startswith(("=", "+", "-", "@", "＝"))


@pytest.mark.parametrize(("cell", "shown"), [
    ("-5", "-5"), ("+5.25", "+5.25"), ("-5-5", "'-5-5"), ("=1", "'=1"), ("killed", "killed"), ("", ""), ("- a", "'- a"),
    ("\x00=1", "'\x00=1"), ("٣", "٣"), ("-٣", "'-٣"), ("[[1, 2]]", "[[1, 2]]"), ("“=”", "“=”"), ("-5\n", "'-5\n"),
])
def test_guarded(cell: str, shown: str) -> None:
    assert guarded(cell) == shown


@pytest.mark.parametrize(("words", "shown"), [
    ("a\x00b", "a␀b"), ("a\tb\nc", "a\tb\nc"), ("a\r\nb", "a␍\nb"), ("\x7f\ufffe", "␡\ufffd"), ("\u202eab", "\u202eab"),
])
def test_visible(words: str, shown: str) -> None:
    assert visible(words) == shown


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_any_words_come_through(words: str) -> None:
    with TemporaryDirectory() as folder:
        row = cells(exported(words, Path(folder) / "a.csv"))
        record = json.loads(exported(words, Path(folder) / "a.jsonl").read_text(encoding="utf8"))
    assert (row["quote"], record["quote"]) == (words, words)
