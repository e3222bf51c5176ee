"""What is PostgreSQL's own: the rows that stay, and writers that wait for each other."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from db import Store, StoreError
from db.connect import address
from db.tables import APPEND_ONLY
from tests.ledgers import document, extraction

pytestmark = pytest.mark.parametrize("place", ["postgresql"], indirect=True)


def fill(place: str) -> Store:
    store = Store(place)
    read, data = document()
    store.add(read, data, extraction(), store.start_run("1", "0"))
    store.decide(next(store.claims()).id, "approve", "Ana")
    return store


@pytest.mark.parametrize("statement", [
    "DELETE FROM {table}", "TRUNCATE {table} CASCADE", "UPDATE {table} SET {key} = {key}",
])
def test_what_is_written_stays(place: str, statement: str) -> None:
    fill(place).close()
    for table in APPEND_ONLY:
        key = next(iter(table.primary_key)).name
        with pytest.raises(DBAPIError, match="is append-only"), create_engine(address(place)).begin() as connection:
            connection.execute(text(statement.format(table=table.name, key=key)))


def test_a_removed_trigger_is_found(place: str) -> None:
    store = fill(place)
    with create_engine(address(place)).begin() as connection:
        connection.execute(text("ALTER TABLE decision DISABLE TRIGGER decision_no_update"))
        connection.execute(text("UPDATE decision SET verdict = 'reject'"))
    problems = store.verify().problems
    assert problems[0].startswith("the trigger decision_no_update is missing")
    assert problems[1] == "decision 1 was changed: the log says otherwise"


def test_writers_wait_for_each_other(place: str) -> None:
    """The ledger is made and filled by several at once; the chain of events has one end."""
    def write(first: int) -> None:
        with Store(place) as store:
            for number in range(first, first + 4):
                read, data = document(data=str(number).encode())
                name = store.add(read, data, extraction(), store.start_run("1", "0")).document
                for claim in store.claim_ids(name).values():
                    store.decide(claim, "approve", f"Reviewer {first}")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, (0, 0, 10, 20)))
    with Store(place) as store:
        found = store.verify()
        assert found.problems == ()
        assert found.documents == 12 and found.decisions >= 48


def test_a_backup_is_postgresqls_own_task(place: str, tmp_path: object) -> None:
    with pytest.raises(StoreError, match="use pg_dump for PostgreSQL"):
        fill(place).backup(f"{tmp_path}/copy.db")
