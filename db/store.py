"""The store: documents with what was found in them, and what reviewers decided."""

import hashlib
from collections.abc import Iterator, Sequence

from db import keep, query, rerun
from db.auditing import Auditing
from db.errors import StoreError
from db.identity import find_claim, find_document
from db.keep import Addition
from db.layout import Layout, layout
from db.people import People
from db.prepared import Prepared, prepare
from db.queueing import Queueing
from db.records import Added, Filters, Reread, Status, StoredClaim, StoredDocument
from db.reviewing import Reviewing
from db.running import Running
from db.showing import Showing
from db.working import Working
from models import Document, Extraction, Page


class Store(Running, Queueing, Showing, Reviewing, Working, People, Auditing):
    """Documents, claims and decisions in one database.

    `url` is the path of an SQLite file or an SQLAlchemy URL. With `create` False a file that does not exist is an
    error. Every method raises StoreError, with one sentence for the user.
    """

    def known(self, sha256: str) -> str | None:
        """The id of the document that was read from the bytes with this SHA-256, if there is one."""
        with self._reading() as connection:
            return keep.known(connection, sha256)

    def add(self, document: Document, data: bytes, extraction: Extraction, run: int, name: str = "") -> Added:
        """Keeps a document and all that was found in it, in one transaction; bytes that are known change nothing.

        `data` is the source's bytes, `name` its file name, `run` the number from `start_run`.
        """
        return self.add_prepared(prepare(document, extraction), data, run, name)

    def add_prepared(self, made: Prepared, data: bytes, run: int, name: str = "") -> Added:
        """As `add`, for what `prepare` made, perhaps in another process."""
        (added,) = self.add_all([Addition(made, data, name)], run)
        return added

    def add_all(self, additions: Sequence[Addition], run: int) -> list[Added]:
        """Keeps these documents, one after another, in one transaction: a few together cost less than each alone."""
        for addition in additions:
            if hashlib.sha256(addition.data).hexdigest() != addition.made.sha256:
                raise StoreError(f"{addition.name or 'the document'} changed while it was read: ingest it again")
        with self._writing() as connection:
            return [keep.add(connection, addition, run) for addition in additions]

    def rerun(self, document: Document, extraction: Extraction, run: int) -> Reread:
        """Keeps a new reading of a known source, in one transaction; what was decided is carried over or stale.

        A decision is carried over only if the claim's key, its words and the 60 characters around them are the same
        and occur once, or the claim is unchanged in an unchanged text. Nothing is lost: see `Reread`.
        """
        return self.rerun_prepared(prepare(document, extraction), run)

    def rerun_prepared(self, made: Prepared, run: int) -> Reread:
        """As `rerun`, for what `prepare` made."""
        with self._writing() as connection:
            return rerun.rerun(connection, made, run)

    def documents(self) -> list[StoredDocument]:
        """Every document, in the order of adding."""
        with self._reading() as connection:
            return list(query.documents(connection))

    def entry(self, document: str) -> StoredDocument:
        """What is known of the document with this id, or the only one whose id begins so."""
        with self._reading() as connection:
            return next(query.documents(connection, [find_document(connection, document)]))

    def document(self, document: str) -> Document:
        """The document with this id (or the only one that begins so) as it was read."""
        with self._reading() as connection:
            return query.document(connection, find_document(connection, document))

    def layout(self, document: str) -> Layout:
        """Where the words of the document with this id stand on its pages."""
        with self._reading() as connection:
            return layout(connection, find_document(connection, document))

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

    def page(self, document: str, start: int) -> Page | None:
        """The page that this offset stands on, None where the source has no pages."""
        with self._reading() as connection:
            return query.page_of(connection, find_document(connection, document), start)

    def status(self) -> Status:
        """How much the ledger holds."""
        with self._reading() as connection:
            return query.status(connection)
