"""An older ledger is brought up step by step, all of it or nothing."""

from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from db import NewerVersion, Store, StoreError, migrations
from db.connect import address, engine
from tests.ledgers import document, extraction


def add_column(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE decision ADD COLUMN undoes INTEGER"))


def break_off(connection: Connection) -> None:
    connection.execute(text("CREATE TABLE half (a INTEGER)"))
    connection.execute(text("SELECT * FROM nothere"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of the newest version with one decision."""
    with Store(tmp_path / "a.db") as store:
        read, data = document()
        store.add(read, data, extraction(), store.start_run("1", "0"))
        store.decide(next(store.claims()).id, "approve", "Ana")
    return tmp_path / "a.db"


def tables(path: Path) -> set[str]:
    with engine(address(path), 1).connect() as connection:
        return set(connection.execute(text("SELECT name FROM sqlite_master")).scalars())


def test_a_step_keeps_rows_and_triggers(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tables(path)
    monkeypatch.setattr(migrations, "STEPS", [*migrations.STEPS, add_column])
    with Store(path) as store:
        assert [decision.verdict for decision in store.decisions()] == ["approve"]
    assert tables(path) == before
    with engine(address(path), 1).connect() as connection:
        assert connection.execute(text("SELECT undoes FROM decision")).scalars().all() == [None]
        assert connection.execute(text("SELECT version FROM ledger")).scalars().all() == [migrations.newest()]


def test_a_step_runs_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "STEPS", [*migrations.STEPS, add_column])
    for _ in range(2):
        Store(path).close()


def test_a_step_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tables(path)
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", [*migrations.STEPS, add_column, break_off])
        with pytest.raises(StoreError, match="no such table: nothere"):
            Store(path)
    assert tables(path) == before
    assert Store(path).status().decisions == 1


def test_an_older_program_refuses_a_newer_ledger(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", [*migrations.STEPS, add_column])
        Store(path).close()
    with pytest.raises(NewerVersion, match="update the program"):
        Store(path)
