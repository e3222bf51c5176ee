"""The ledger: one database, opened by its path or address."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, insert, update

from db import connect, decisions, keep, migrations, query, tables
from db.clock import now
from db.errors import StoreError, translated
from db.identity import find_claim, find_document
from db.records import Added, Decision, Filters, Run, Status, StoredClaim, StoredDocument
from db.states import State
from models import Document, Extraction

PATIENCE = 10.0  # seconds that a writer waits for another one


class Store:
    """Documents, claims and decisions in one database.

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
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction: all of it is kept, or nothing."""
        with translated(self.name), self._engine.execution_options(writes=True).begin() as connection:
            yield connection

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()

    def __enter__(self) -> "Store":
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

    def start_run(self, code_version: str, rules_sha256: str) -> int:
        """Notes the start of an extraction; its number."""
        values = {"code_version": code_version, "rules_sha256": rules_sha256, "started_at": now()}
        with self._writing() as connection:
            made = connection.execute(insert(tables.run).values(values).returning(tables.run.c.id))
            return int(made.scalar_one())

    def finish_run(self, number: int) -> None:
        """Notes that the run came to its end."""
        with self._writing() as connection:
            connection.execute(update(tables.run).where(tables.run.c.id == number).values(finished_at=now()))

    def run(self, number: int) -> Run:
        """Which code and rules a run used."""
        with self._reading() as connection:
            return query.run(connection, number)

    def runs(self) -> list[Run]:
        """Every run, the oldest first."""
        with self._reading() as connection:
            return query.runs(connection)

    def known(self, sha256: str) -> str | None:
        """The id of the document that was read from the bytes with this SHA-256, if there is one."""
        with self._reading() as connection:
            return keep.known(connection, sha256)

    def add(self, document: Document, data: bytes, extraction: Extraction, run: int, name: str = "") -> Added:
        """Keeps a document and all that was found in it, in one transaction; bytes that are known change nothing.

        `data` is the source's bytes, `name` its file name, `run` the number from `start_run`.
        """
        if hashlib.sha256(data).hexdigest() != document.sha256:
            raise StoreError(f"{name or 'the document'} changed while it was read: ingest it again")
        with self._writing() as connection:
            if found := keep.known(connection, document.sha256):
                return Added(found, new=False)
            return Added(keep.keep(connection, document, data, name, extraction, run), new=True)

    def documents(self) -> list[StoredDocument]:
        """Every document, in the order of adding."""
        with self._reading() as connection:
            return list(query.documents(connection))

    def entry(self, document: str) -> StoredDocument:
        """What is known of the document with this id, or the only one whose id begins so."""
        with self._reading() as connection:
            return next(query.documents(connection, find_document(connection, document)))

    def document(self, document: str) -> Document:
        """The document with this id (or the only one that begins so) as it was read."""
        with self._reading() as connection:
            return query.document(connection, find_document(connection, document))

    def extraction(self, document: str) -> Extraction:
        """Everything that was found in the document with this id."""
        with self._reading() as connection:
            return query.extraction(connection, find_document(connection, document))

    def text(self, document: str) -> str:
        """The canonical text of the document with this id."""
        with self._reading() as connection:
            return query.text(connection, find_document(connection, document))

    def source(self, document: str) -> bytes:
        """The bytes that the document with this id was read from."""
        with self._reading() as connection:
            return query.source(connection, find_document(connection, document))

    def claims(self, filters: Filters | None = None) -> Iterator[StoredClaim]:
        """The claims that fit, in the order of documents and text.

        One short transaction for each document: a slow consumer keeps no writer waiting.
        """
        chosen = filters or Filters()
        with self._reading() as connection:
            documents = query.documents_with_claims(connection, chosen)
        for document in documents:
            with self._reading() as connection:
                found = query.claims(connection, document, chosen)
            yield from found

    def claim(self, claim: str) -> StoredClaim:
        """The claim with this id, or the only one whose id begins so."""
        with self._reading() as connection:
            return query.claim(connection, find_claim(connection, claim))

    def claim_ids(self, document: str) -> dict[str, str]:
        """The id of each claim of a document by the claim's key, such as one that another is part of."""
        with self._reading() as connection:
            return query.claim_ids(connection, find_document(connection, document))

    def page(self, document: str, start: int) -> int | None:
        """The number of the page that this offset stands on, None where the source has no pages."""
        with self._reading() as connection:
            return query.page_of(connection, find_document(connection, document), start)

    def decide(self, claim: str, verdict: str, reviewer: str, reason: str | None = None) -> State:
        """Adds a reviewer's verdict ("approve" or "reject") on a claim; the claim's new state."""
        with self._writing() as connection:
            row = find_claim(connection, claim)
            return decisions.decide(connection, row, verdict, reviewer, reason)

    def decisions(self, claim: str | None = None) -> list[Decision]:
        """The decisions on a claim, or all of them, the oldest first."""
        with self._reading() as connection:
            row = None if claim is None else find_claim(connection, claim)
            return list(decisions.history(connection, row))

    def rebuild_states(self) -> int:
        """Derives every claim's state anew from the decisions; how many claims were renewed."""
        with self._writing() as connection:
            return decisions.renew_all(connection)

    def status(self) -> Status:
        """How much the ledger holds."""
        with self._reading() as connection:
            return query.status(connection)
