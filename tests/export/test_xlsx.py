"""The workbook as another program (openpyxl) reads it: whole texts, real numbers, no formula."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from db import Store
from export import Options, columns, export
from export.cells import exact_number, visible
from tests.export.test_hostile import HOSTILE, exported

EVERYTHING = Options(everything=True)


def sheets(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of each sheet by its header."""
    found = {}
    for sheet in load_workbook(path).worksheets:
        head, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(map(str, head), row, strict=True)) for row in rows]
    return found


def test_sheets(store: Store, tmp_path: Path) -> None:
    assert export(store, tmp_path / "a.xlsx", EVERYTHING) == 4
    found = sheets(tmp_path / "a.xlsx")
    assert list(found) == ["About", "count", "Columns"]
    assert [row["column"] for row in found["Columns"]] == [column.name for column in columns()]
    assert {"Contents", "Codebook", "Run 1"} <= {row["About this file"] for row in found["About"]}


def test_values(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "a.xlsx", EVERYTHING)
    killed, injured, detained, charged = sheets(tmp_path / "a.xlsx")["count"]
    assert (killed["value_min"], killed["value_max"], killed["value_raw"]) == (23, None, "At least 23")
    assert (injured["vague"], injured["value_min"], detained["value_max"]) == ("dozens", None, 20)
    assert (killed["event_date"], killed["event_date_precision"]) == ("2021-05-04", "day")
    assert (killed["value_min_open"], killed["approximate"]) == (False, False)
    assert (charged["charges"], charged["part_of"], charged["page"]) == ("rioting", detained["claim_id"], 1)


def test_header_is_frozen_and_filtered(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "a.xlsx", Options(everything=True, fields=("event", "quote")))
    sheet = load_workbook(tmp_path / "a.xlsx")["count"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B5")


def test_nothing_verified(tmp_path: Path) -> None:
    with Store("sqlite://") as empty:
        assert export(empty, tmp_path / "a.xlsx") == 0
    assert sheets(tmp_path / "a.xlsx")["facts"] == []


@pytest.mark.parametrize("words", [*HOSTILE, "<r><t>x</t></r>"], ids=repr)
def test_hostile_words_are_text(words: str, tmp_path: Path) -> None:
    path = exported(words, tmp_path / "a.xlsx")
    workbook = load_workbook(path)
    assert {cell.data_type for sheet in workbook for row in sheet for cell in row} <= {"s", "n", "b", "inlineStr"}
    assert not [cell for sheet in workbook for row in sheet for cell in row if cell.hyperlink]
    found = sheets(path)
    (row,) = found["count"]
    if len(words) > 32_767:
        assert row["quote"] == "[40,000 characters: see the sheet Long texts]"
        parts = [part["text"] for part in found["Long texts"] if part["column"] == "quote"]
        assert "".join(parts) == words
    else:
        assert unescape(row["quote"]).rstrip() == visible(words).rstrip()


@pytest.mark.parametrize(("figure", "number"), [
    ("23", 23), ("0.3333", 0.3333), ("-5", -5), ("1E+3", 1000), (0.9, 0.9), (7, 7), ("1234567890123456", None),
    ("123456789012345", 123456789012345), ("0.1234567890123456", None),
])
def test_exact_number(figure: str | float, number: float | None) -> None:
    assert exact_number(figure) == number
