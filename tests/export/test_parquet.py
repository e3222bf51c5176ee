"""The Parquet file as pyarrow reads it, and what is said where pyarrow is not installed."""

import sys
from pathlib import Path

import pytest
from pyarrow import parquet

from db import Store
from export import ExportError, Options, columns, export

EVERYTHING = Options(everything=True)


def test_values(store: Store, tmp_path: Path) -> None:
    assert export(store, tmp_path / "a.parquet", EVERYTHING) == 4
    table = parquet.read_table(tmp_path / "a.parquet")
    assert table.column_names == [column.name for column in columns() if column.shown == "always"]
    killed, injured, _, charged = table.to_pylist()
    assert (killed["value_min"], killed["page"], killed["approximate"]) == ("23", 1, False)
    assert (injured["vague"], injured["value_min"], charged["charges"]) == ("dozens", None, ["rioting"])
    assert killed["boxes"] == [[1, 72.0, 90.5, 84.25, 102.0]]
    assert b"Contents" in table.schema.metadata


def test_not_installed(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "export.parquet_format", raising=False)
    with pytest.raises(ExportError, match=r"needs pyarrow: install it with pip install 'factledger\[parquet\]'"):
        export(store, tmp_path / "a.parquet", EVERYTHING)
    assert not (tmp_path / "a.parquet").exists()
