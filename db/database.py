"""One ledger opened: its file, its version, its transactions."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import Connection

from db import connect, drives, migrations
from db.errors import StoreError, translated

PATIENCE = 10.0  # seconds that a writer waits for another one


class Database:
    """What every part of the store stands on.

    `url` is the path of an SQLite file or an SQLAlchemy URL. With `create` False a file that does not exist is an
    error. Every method raises StoreError, with one sentence for the user.
    """

    def __init__(self, url: str | Path, create: bool = True, patience: float = PATIENCE) -> None:
        where = connect.address(url)
        self.name = connect.shown(where)
        with translated(self.name):
            self._prepare_file(connect.file_of(where), create)
            self._engine = connect.engine(where, patience)
        try:
            self._migrate()
        except BaseException:
            self.close()
            raise

    @property
    def warning(self) -> str | None:
        """What the user should know of the place where this ledger is kept, a sentence."""
        path = connect.file_of(self._engine.url)
        kind = drives.remote(path) if path else None
        return kind and (f"{self.name} is on a network drive ({kind}): two programs that write at once can damage it, "
                         "keep it on a drive of this machine or use PostgreSQL")

    @property
    def _writable(self) -> bool:
        """Whether the file can be written; a server tells when it is asked."""
        path = connect.file_of(self._engine.url)
        return path is None or os.access(path, os.W_OK)

    def _prepare_file(self, path: Path | None, create: bool) -> None:
        if path is None:
            return
        if path.is_dir():
            raise StoreError(f"{self.name} is a folder: name a file with --db")
        if create:
            connect.create_private(path)
        elif not path.exists():
            raise StoreError(f"{self.name} does not exist: `factledger ingest` makes it, or name another with --db")

    def _migrate(self) -> None:
        with self._reading() as connection:
            found = migrations.version(connection, self.name)
        migrations.check(found, self.name)
        if found < migrations.newest():
            with self._writing() as connection:
                migrations.upgrade(connection, self.name)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with translated(self.name), self._engine.connect() as connection:
            connect.begin(connection, writes=False)
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction: all of it is kept, or nothing."""
        with translated(self.name), self._engine.begin() as connection:
            connect.begin(connection, writes=True)
            yield connection

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def backend(self) -> str:
        """What the database runs on, in words: "SQLite 3.40.1, journal delete"."""
        with self._reading() as connection:
            if connection.dialect.name != "sqlite":
                return connection.dialect.name
            version = connection.exec_driver_sql("SELECT sqlite_version()").scalar_one()
            journal = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
        return f"SQLite {version}, journal {journal}"
