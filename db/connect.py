"""How a database is opened: its address, its settings, its transactions."""

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from db.errors import StoreError

# before this version a rare reset of the write-ahead log can damage the file (sqlite.org/wal.html)
SAFE_WAL = (3, 51, 3)
CACHE = 65_536  # KiB of pages: with SQLite's usual 2 MB a ledger of 100,000 claims takes a fifth longer to write to
SYNCHRONOUS = "FULL"  # what was committed outlives a power cut


def address(where: str | Path) -> URL:
    """An SQLAlchemy URL as it is, anything else as the path of an SQLite file. Raises StoreError."""
    if isinstance(where, str) and "://" in where:
        return _parsed(where)
    if not str(where):
        raise StoreError("the database has no name: give a path or an address with --db")
    return URL.create("sqlite", database=str(where))


def _parsed(where: str) -> URL:
    try:
        url = make_url(where)
    except (ArgumentError, ValueError):
        raise StoreError(
            "the database's address cannot be read: write a path, or dialect://user:password@host/name"
        ) from None
    return url.set(drivername="postgresql+psycopg") if url.drivername in ("postgres", "postgresql") else url


def shown(url: URL) -> str:
    """The name by which messages call this database: the file, or the address without its password."""
    if url.get_backend_name() == "sqlite":
        return url.database or "the database in memory"
    return url.render_as_string(hide_password=True)


def file_of(url: URL) -> Path | None:
    """The file that an SQLite address names, if it is a plain one."""
    name = url.database
    plain = url.get_backend_name() == "sqlite" and name and name != ":memory:" and not name.startswith("file:")
    return Path(name) if plain and name else None


def create_private(path: Path) -> None:
    """An empty file that only its owner can read; one that exists is left as it is."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        pass
    except OSError as error:
        raise StoreError(f"{path} cannot be created ({error.strerror}): name another place with --db") from None


def engine(url: URL, patience: float) -> Engine:
    """`patience` is how many seconds a writer waits for another one."""
    if url.get_backend_name() != "sqlite":
        return create_engine(url)
    made = create_engine(url, connect_args={"timeout": patience})
    event.listen(made, "connect", _settle)
    return made


def _settle(connection: Any, _record: Any) -> None:
    """SQLite's settings for one connection. Transactions are begun by `begin`, not by the driver."""
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")  # else INSERT OR REPLACE gets round the delete triggers
    connection.execute(f"PRAGMA cache_size = -{CACHE}")
    connection.execute(f"PRAGMA synchronous = {SYNCHRONOUS}")
    wanted = "wal" if sqlite3.sqlite_version_info >= SAFE_WAL else "delete"
    if connection.execute("PRAGMA journal_mode").fetchone()[0] not in (wanted, "memory"):
        try:
            connection.execute(f"PRAGMA journal_mode = {wanted}")
        except sqlite3.OperationalError:
            return  # read-only or in use: it stays as it is


# any number will do, as long as every program of ours takes the same
QUEUE = 4_107_226


def begin(connection: Connection, writes: bool) -> None:
    """A writer takes its lock at once: a reader that turns writer half-way would fail without waiting.

    PostgreSQL's writers go one after another, as SQLite's do: the chain of events has one end. This is no listener of
    the engine's, for with one SQLAlchemy looks for more at every statement.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
    elif writes:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({QUEUE})")
