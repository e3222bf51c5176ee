"""A copy of a ledger that is whole, while others go on writing."""

import contextlib
import sqlite3
from pathlib import Path

from sqlalchemy import Connection

from db.connect import create_private
from db.errors import StoreError


def backup(connection: Connection, target: Path) -> None:
    """Copies the database into a new file that only its owner can read, with SQLite's online backup.

    Raises StoreError when the file is there already or cannot be written.
    """
    if connection.dialect.name != "sqlite":
        raise StoreError("only an SQLite ledger is copied into a file: use pg_dump for PostgreSQL")
    if target.exists():
        raise StoreError(f"{target} exists: name a new file for the backup")
    create_private(target)
    try:
        _copy(connection, target)
    except BaseException as error:
        target.unlink(missing_ok=True)
        if isinstance(error, sqlite3.Error):
            raise StoreError(f"{target} cannot be written ({error}): nothing was left there") from error
        raise


def _copy(connection: Connection, target: Path) -> None:
    """All pages at once, within one read: the copy is of one moment."""
    with contextlib.closing(sqlite3.connect(target)) as copy:
        source: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
        source.backup(copy)
        if copy.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise sqlite3.DatabaseError("the copy is damaged")
