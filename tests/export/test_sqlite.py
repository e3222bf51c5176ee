"""The SQLite file as sqlite3 opens it: keys that hold, views that answer, nothing that can be written."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from db import Store
from export import ExportError, Options, columns, export
from tests.export.test_hostile import HOSTILE, exported

EVERYTHING = Options(everything=True)


def asked(path: Path, question: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
        return connection.execute(question).fetchall()


def test_facts_and_their_documents(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    assert export(store, path, EVERYTHING) == 4
    assert asked(path, "SELECT event, value_min, value_max, charges, approximate FROM fact ORDER BY char_start") == [
        ("killed", 23, None, "[]", 0), ("injured", None, None, "[]", 0), ("detained", 12, 20, "[]", 0),
        ("charged", 7, 7, '["rioting"]', 0),
    ]
    assert asked(path, "SELECT DISTINCT document_title, document_url FROM facts_with_sources") == [
        ("Clashes in Belora", "https://example.org/belora"),
    ]
    assert asked(path, "SELECT country, place, event, facts FROM places") == [("GE", "Belora", "killed", 1)]
    assert len(asked(path, "SELECT * FROM events")) == 4
    assert [name for (name,) in asked(path, 'SELECT name FROM "column" ORDER BY rowid')] == [c.name for c in columns()]


def test_it_is_whole(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    export(store, path, EVERYTHING)
    assert asked(path, "PRAGMA integrity_check") == [("ok",)] and asked(path, "PRAGMA foreign_key_check") == []
    assert {row[2] for row in asked(path, "PRAGMA foreign_key_list(fact)")} == {"document", "run"}
    assert asked(path, "PRAGMA journal_mode") == [("delete",)]
    assert path.stat().st_mode & 0o222 == 0


def test_fields(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "a.sqlite", Options(fields=("quote",)))
    names = [row[1] for row in asked(tmp_path / "a.sqlite", "PRAGMA table_info(fact)")]
    assert names == ["claim_id", "quote", "run_id", "document_id"]


def test_a_read_only_file_can_be_replaced(store: Store, tmp_path: Path) -> None:
    for everything, number in ((False, 1), (True, 4)):
        assert export(store, tmp_path / "a.sqlite", Options(everything=everything), force=True) == number
    assert asked(tmp_path / "a.sqlite", "SELECT count(*) FROM fact") == [(4,)]


def test_the_ledger_is_no_target(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is the ledger itself"):
        export(store, tmp_path / "ledger.db", force=True)
    assert len(store.documents()) == 1


@pytest.mark.parametrize("words", HOSTILE, ids=repr)
def test_hostile_words_are_exact(words: str, tmp_path: Path) -> None:
    path = exported(words, tmp_path / "a.sqlite")
    assert asked(path, "SELECT quote, counted, document_title FROM facts_with_sources") == [(words, words, words)]
    (boxes,) = asked(path, "SELECT boxes FROM fact")[0]
    assert isinstance(json.loads(boxes), list)
