"""An older ledger is brought up step by step, all of it or nothing."""

from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect, text

from db import Filters, NewerVersion, Queue, Store, StoreError, migrations
from db.connect import address, engine
from tests.db import old_ledgers
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


def shape(place: str) -> dict[str, object]:
    """Columns, keys, indexes and triggers by name, whatever their order."""
    with engine(address(place), 1).connect() as connection:
        found = inspect(connection)
        made: dict[str, object] = {
            table: (
                {column["name"]: (str(column["type"]), column["nullable"], column["default"])
                 for column in found.get_columns(table)},
                found.get_pk_constraint(table), sorted(found.get_indexes(table), key=str),
                sorted(found.get_unique_constraints(table), key=str), sorted(found.get_foreign_keys(table), key=str),
            ) for table in found.get_table_names()
        }
        return made | {"triggers": [tuple(row) for row in connection.execute(text(TRIGGERS[connection.dialect.name]))]}


TRIGGERS = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
    "postgresql": "SELECT tgname, pg_get_triggerdef(oid), tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1",
}


def test_every_earlier_version_is_tried() -> None:
    assert sorted(old_ledgers.OLD) == list(range(1, migrations.newest()))


@pytest.mark.parametrize("version", old_ledgers.OLD)
def test_an_older_ledger_becomes_as_a_new_one(place: str, version: int) -> None:
    Store(place).close()
    new = shape(place)
    old_ledgers.write(place, version)
    assert shape(place) != new
    Store(place).close()
    assert shape(place) == new


@pytest.mark.parametrize("version", old_ledgers.OLD)
def test_an_older_ledger_keeps_all(place: str, version: int) -> None:
    old_ledgers.write(place, version)
    with Store(place) as store:
        assert [(item.reviewer, item.verdict, item.reason) for item in store.decisions()] == [
            ("Ana Lima", "approve", "seen"), ("Ana Lima", "reject", "another day"), ("Boris", "reject", None),
        ]
        assert [stored.state for stored in store.claims()] == ["conflict", "rejected", "open", "open"]
        assert store.extraction(store.documents()[0].id).claims == extraction().claims
        assert store.next_claim(Queue(Filters(state="open"))) == [stored.id for stored in store.claims()][2]
        assert {state: number for state, number in store.state_counts().items() if number} == {
            "conflict": 1, "rejected": 1, "open": 2,
        }
        assert [hit.kind for hit in store.search("civilians")] == ["text", "claim"]
        assert store.verify().problems == ()
        assert [event.what for event in store.latest_events(limit=1)] == ["upgrade"]
        assert store.decide(store.conflicts()[0].id, "approve", "Carla", "the toll is confirmed") == "verified"
        read, data = document(data=b"another")
        assert store.add(read, data, extraction(), store.start_run("1", "0")).new
        assert store.verify().problems == ()


def test_a_step_that_loses_a_trigger_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tables(path)
    for name in ("decision_no_delete", "passage_search_insert"):
        with monkeypatch.context() as patch:
            step = partial(_drop, name)
            patch.setattr(migrations, "STEPS", [*migrations.STEPS, step])
            with pytest.raises(StoreError, match=f"would lose the trigger {name}: nothing was changed"):
                Store(path)
        assert tables(path) == before


def _drop(name: str, connection: Connection) -> None:
    connection.execute(text(f"DROP TRIGGER {name}"))


def test_version_1_gets_a_log(place: str) -> None:
    old_ledgers.write(place, 1)
    with Store(place) as store:
        told = [(event.what, event.who) for event in store.events()]
        assert sorted(told[:-1], key=str) == sorted([
            ("reviewer", "Ana Lima"), ("reviewer", "Boris"), ("run started", None), ("import", None),
            ("decision", "Ana Lima"), ("decision", "Ana Lima"), ("decision", "Boris"), ("run finished", None),
        ], key=str)
        assert told[-1] == ("upgrade", None)
