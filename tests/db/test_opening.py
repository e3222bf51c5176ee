"""What can be opened, and the sentence for what cannot."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from db import NewerVersion, Store, StoreError
from db.append_only import SEARCHED
from db.connect import SAFE_WAL, address, engine, shown
from db.migrations import newest
from db.tables import APPEND_ONLY, metadata
from tests.ledgers import document, extraction


def fill(store: Store) -> Store:
    read, data = document()
    store.add(read, data, extraction(), store.start_run("1.0", "0" * 64))
    return store


def test_a_ledger_is_opened_again(tmp_path: Path) -> None:
    fill(Store(tmp_path / "a.db")).close()
    assert Store(f"sqlite:///{tmp_path / 'a.db'}", create=False).status().claims == 4


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "a.db").touch()
    assert Store(tmp_path / "a.db").status().claims == 0


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")


def newer(path: Path) -> None:
    Store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE ledger SET version = version + 1")


def no_database(path: Path) -> None:
    path.write_bytes(b"Twelve people were detained. " * 200)


def folder(path: Path) -> None:
    path.mkdir()


BAD = [
    (foreign, "is a database of another program: name another one with --db"),
    (newer, rf"was written by a newer FactLedger \(version {newest() + 1} of the tables"),
    (no_database, "is not a database: name another file with --db"),
    (folder, "is a folder: name a file with --db"),
]


@pytest.mark.parametrize(("make", "sentence"), BAD)
def test_what_is_no_ledger_is_left_alone(tmp_path: Path, make: object, sentence: str) -> None:
    path = tmp_path / "a.db"
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(StoreError, match=sentence) as raised:
        Store(path)
    assert str(path) in str(raised.value) and "\n" not in str(raised.value)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_newer_version_has_its_own_error(tmp_path: Path) -> None:
    newer(tmp_path / "a.db")
    with pytest.raises(NewerVersion, match="update the program"):
        Store(tmp_path / "a.db")


def test_a_missing_file_is_not_made_for_readers(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"a\.db does not exist: `factledger ingest` makes it"):
        Store(tmp_path / "a.db", create=False)
    assert list(tmp_path.iterdir()) == []


ADDRESSES = [
    ("nothere/a.db", "cannot be created"),
    ("", "the database has no name"),
    ("oracle9://ana:secret@x/y", r"oracle9://ana:\*\*\*@x/y is a kind of database that is not supported"),
    ("sqlite:///no/such/folder/a.db", "cannot be created"),
    ("://", "the database's address cannot be read: write a path"),
    ("sqlite://host:port/a.db", "the database's address cannot be read: write a path"),
]


@pytest.mark.parametrize(("where", "sentence"), ADDRESSES)
def test_bad_addresses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, sentence: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match=sentence) as raised:
        Store(where)
    assert "secret" not in str(raised.value)


def test_a_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)  # as Python does for what is not installed
    with pytest.raises(StoreError, match=r"needs psycopg: install it with pip install 'factledger\[postgres\]'"):
        Store("postgresql://ana:secret@localhost/ledger")


def test_a_password_is_not_shown() -> None:
    assert "secret" not in shown(address("postgresql://ana:secret@host/ledger"))


def test_read_only(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    fill(Store(path)).close()
    store = Store(f"sqlite:///file:{path}?mode=ro&uri=true")
    assert store.status().claims == 4
    with pytest.raises(StoreError, match="is read-only: make the file and its folder writable"):
        store.start_run("1", "0")


LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.read()
"""


def test_locked_by_another_program(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = fill(Store(path, patience=0.1))
    words = [sys.executable, "-c", LOCK, str(path)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout and other.stdout.readline() == b"locked\n"
        for task in (store.status, lambda: store.start_run("1", "0"), lambda: Store(path, patience=0.1)):
            with pytest.raises(StoreError, match=r"a\.db is locked by another program: try again"):
                task()
        other.communicate()
    assert store.status().claims == 4


def test_settings_of_every_connection(tmp_path: Path, hurried: pytest.MonkeyPatch) -> None:
    hurried.undo()
    Store(tmp_path / "a.db").close()
    wal = sqlite3.sqlite_version_info >= SAFE_WAL
    settings: dict[str, object] = {"foreign_keys": 1, "recursive_triggers": 1, "synchronous": 2, "cache_size": -65_536}
    settings |= {"journal_mode": "wal" if wal else "delete"}
    with engine(address(tmp_path / "a.db"), 1).connect() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in settings}
    assert found == settings


def test_tables_are_strict_and_constraints_named(tmp_path: Path) -> None:
    Store(tmp_path / "a.db").close()
    with engine(address(tmp_path / "a.db"), 1).connect() as connection:
        rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
        made = {name: sql for name, sql in rows if "_search" not in name}  # those are FTS5's own
        triggers = set(connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars())
        names = [
            key["name"] for table in inspect(connection).get_table_names()
            for key in inspect(connection).get_foreign_keys(table)
        ]
    assert made.keys() == metadata.tables.keys()
    assert [name for name, sql in made.items() if "STRICT" not in sql] == []
    assert names and None not in names
    kept = {f"{table.name}_no_{action}" for table in APPEND_ONLY for action in ("update", "delete")}
    assert triggers == kept | set(SEARCHED)
