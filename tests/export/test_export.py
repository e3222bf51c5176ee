"""What leaves the ledger is what is in it: verified only, the same bytes each time, whole or not at all."""

import csv
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db import Store
from export import FORMATS, ExportError, Options, UnknownFormat, columns, export, facts
from export.atomic import written
from models import Claim, from_dict
from tests.ledgers import TEXT, extraction


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").split("\n") if line]


READERS: dict[str, Callable[[Path], list[dict[str, Any]]]] = {".csv": rows, ".jsonl": lines}
FORMAT_NAMES = sorted(READERS)
EVERYTHING = Options(everything=True)


@pytest.mark.parametrize("suffix", FORMAT_NAMES)
def test_verified_only(store: Store, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"facts{suffix}"
    assert export(store, out) == 1
    assert [record["state"] for record in READERS[suffix](out)] == ["verified"]


@pytest.mark.parametrize("suffix", FORMAT_NAMES)
def test_everything_with_its_state(store: Store, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"facts{suffix}"
    assert export(store, out, EVERYTHING) == 4
    assert [record["state"] for record in READERS[suffix](out)] == ["verified", "rejected", "open", "open"]


VERIFIED = {
    "fact_id": "killed-23", "kind": "count", "event": "killed", "value_raw": "At least 23", "value_min": "23",
    "value_max": "", "value_min_open": "false", "approximate": "false", "vague": "", "unit": "", "counted": "civilians",
    "polarity": "affirmed", "status": "stated", "attribution": "the mayor", "attribution_kind": "speaker",
    "attribution_chain": "Tamar Watch", "event_date": "2021-05-04", "event_date_precision": "day",
    "event_date_raw": "4 May 2021", "as_of": "", "place": "Belora", "country": "GE", "part_of": "", "charges": "",
    "quote": "At least 23 civilians were killed", "quote_prefix": "Tamar Watch: clashes in Belora\n", "page": "1",
    "page_label": "iv",    "boxes": "[[1, 72.0, 90.5, 84.25, 102.0]]",
    "char_start": "31", "char_end": "64", "document_title": "Clashes in Belora", "document_publisher": "Tamar Watch",
    "document_date": "2021-06-01", "document_url": "https://example.org/belora", "rule_id": "people-were-harmed",
    "rules_version": "a" * 64, "run_id": "1", "confidence": "0.9",
    "verified_by_1": "reviewer 1", "verified_by_2": "reviewer 2",
}


def test_csv_cells(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "facts.csv")
    (row,) = rows(tmp_path / "facts.csv")
    assert {name: row[name] for name in VERIFIED} == VERIFIED
    assert list(row) == [column.name for column in columns() if column.shown == "always"]
    assert row["verified_at_1"].endswith("Z")


def test_slots_that_need_other_rows(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "facts.csv", EVERYTHING)
    killed, injured, detained, charged = rows(tmp_path / "facts.csv")
    assert charged["part_of"] == detained["claim_id"]
    assert charged["charges"] == "rioting"
    assert (injured["vague"], injured["value_min"], injured["verified_by_1"]) == ("dozens", "", "")
    assert killed["source_sha256"] == store.documents()[0].sha256


def test_every_cell_is_quoted(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "facts.csv")
    data = (tmp_path / "facts.csv").read_bytes()
    assert data.startswith(b'"fact_id","claim_id",') and data.endswith(b'"\r\n')
    assert b",," not in data


def test_jsonl_holds_the_whole_claim_and_its_decisions(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "facts.jsonl")
    (record,) = lines(tmp_path / "facts.jsonl")
    assert from_dict(Claim, record["claim"]) == extraction().claims[0]
    assert TEXT[record["char_start"]:record["char_end"]] == record["quote"]
    assert [(said["reviewer"], said["verdict"]) for said in record["decisions"]] == [
        ("reviewer 1", "approve"), ("reviewer 2", "approve"),
    ]
    assert (record["value_max"], record["approximate"], record["charges"]) == (None, False, [])


@pytest.mark.parametrize("suffix", FORMAT_NAMES)
def test_names_only_when_asked(store: Store, tmp_path: Path, suffix: str) -> None:
    export(store, tmp_path / f"a{suffix}")
    export(store, tmp_path / f"b{suffix}", Options(names=True))
    assert "Ana Lima" not in (tmp_path / f"a{suffix}").read_text(encoding="utf8")
    assert READERS[suffix](tmp_path / f"b{suffix}")[0]["verified_by_1"] == "Ana Lima"


def test_who_takes_an_approval_back_is_not_named(store: Store) -> None:
    claim_id = next(store.claims()).id
    store.decide(claim_id, "reject", "Ana Lima")
    store.decide(claim_id, "approve", "Cem", "the words are there")
    (fact,) = facts(store, Options(names=True))
    assert (fact.record["verified_by_1"], fact.record["verified_by_2"]) == ("Bo", "Cem")


@pytest.mark.parametrize("suffix", sorted(made.suffix for made in FORMATS.values() if made.extra is None))
@pytest.mark.parametrize("everything", [False, True])
def test_same_ledger_same_bytes(store: Store, tmp_path: Path, suffix: str, everything: bool) -> None:
    for name in ("a", "b"):
        export(store, tmp_path / f"{name}{suffix}", Options(everything=everything))
    assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()


@pytest.mark.parametrize(("suffix", "content"), [(".csv", 1), (".jsonl", 0)])
def test_nothing_verified_is_a_valid_empty_file(tmp_path: Path, suffix: str, content: int) -> None:
    out = tmp_path / f"facts{suffix}"
    assert export(Store(tmp_path / "ledger.db"), out) == 0
    assert out.read_bytes().count(b"\r\n") == content
    assert READERS[suffix](out) == []


def test_columns_are_filled_and_documented(store: Store) -> None:
    names = [column.name for column in columns()]
    assert len(set(names)) == len(names)
    assert {column.type for column in columns()} == set(KINDS)
    assert [column.name for column in columns() if not column.says or column.says.endswith(".")] == []
    for fact in facts(store, EVERYTHING):
        assert fact.record.keys() == set(names)


KINDS: dict[str, tuple[type, ...]] = {
    "text": (str,), "date": (str,), "figure": (str,), "truth": (bool,), "number": (int, float), "list": (list,),
    "boxes": (list,),
}


def test_values_are_of_their_columns_type(store: Store) -> None:
    wrong = [
        (column.name, fact.record[column.name]) for fact in facts(store, EVERYTHING) for column in columns()
        if not isinstance(fact.record[column.name], (*KINDS[column.type], type(None)))
    ]
    assert wrong == []


def test_an_existing_file_is_kept(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "facts.csv"
    out.write_text("mine", encoding="utf8")
    with pytest.raises(ExportError, match=r"facts\.csv exists: give --force to replace it"):
        export(store, out)
    assert out.read_text(encoding="utf8") == "mine"
    assert export(store, out, force=True) == 1
    assert len(rows(out)) == 1


@pytest.mark.parametrize(("name", "error", "sentence"), [
    ("facts.xls", UnknownFormat, r"facts\.xls names no format that can be written"),
    ("facts", UnknownFormat, "names no format"),
    ("no/such/folder/facts.csv", ExportError, r"facts\.csv cannot be written: No such file or directory"),
])
def test_what_cannot_be_written(store: Store, tmp_path: Path, name: str, error: type[Exception], sentence: str) -> None:
    with pytest.raises(error, match=sentence):
        export(store, tmp_path / name)


def test_a_folder_is_no_target(store: Store, tmp_path: Path) -> None:
    (tmp_path / "facts.csv").mkdir()
    with pytest.raises(ExportError, match="is a folder: name a file"):
        export(store, tmp_path / "facts.csv", force=True)


def test_half_a_file_is_never_seen(tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_text("old", encoding="utf8")
    with pytest.raises(KeyboardInterrupt), written(tmp_path / "facts.csv", force=True) as path:
        path.write_text("half", encoding="utf8")
        raise KeyboardInterrupt
    assert (tmp_path / "facts.csv").read_text(encoding="utf8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["facts.csv"]


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_others_may_read_an_export(store: Store, tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        export(store, tmp_path / "facts.csv")
    finally:
        os.umask(mask)
    assert (tmp_path / "facts.csv").stat().st_mode & 0o777 == 0o644
