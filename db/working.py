"""What reviewers do beside deciding: they write, look at numbers, and find what the rules missed."""

from collections.abc import Mapping
from typing import Any

from db import comments, coverage, missed, query, tables
from db.database import Database
from db.identity import find_claim, find_document
from db.records import StoredClaim, StoredDocument
from db.work_records import Comment, Progress, StoredNumeral


class Working(Database):
    """Comments, missed claims, and how much of a document was looked at; each deed is an event."""

    def comment(self, claim: str, who: str, text: str) -> Comment:
        """Keeps what this person writes about a claim."""
        with self._writing() as connection:
            return comments.add(connection, find_claim(connection, claim), who, text)

    def comments(self, claim: str) -> list[Comment]:
        """What was written about a claim, and about what it was before its source was read again; the oldest first."""
        with self._reading() as connection:
            return comments.of(connection, find_claim(connection, claim))

    def add_missed(
        self, document: str, start: int, end: int, number_start: int, number_end: int, event: str, who: str,
        slots: Mapping[str, Any] | None = None, reason: str | None = None,
    ) -> str:
        """Adds a claim that the rules missed, approved once by this person; its id.

        Its words and its number are given by their offsets in the document's text, `slots` are others of the claim's
        record in their JSON form: `quantity` at least. A figure that does not stand in its words needs a reason.
        """
        number = {"start": number_start, "end": number_end}
        record = {**(slots or {}), "start": start, "end": end, "number": number, "event": event}
        with self._writing() as connection:
            return missed.add(connection, find_document(connection, document), record, who, reason)

    def numerals(self, document: str) -> list[StoredNumeral]:
        """Every number that is written in the document, with what became of it and who looked at it."""
        with self._reading() as connection:
            return coverage.numerals(connection, find_document(connection, document))

    def look_at(self, document: str, numeral: int, who: str) -> None:
        """Notes that this person looked at a number of the document; a second look changes nothing."""
        with self._writing() as connection:
            coverage.look_at(connection, find_document(connection, document), numeral, who)

    def unlook(self, document: str, numeral: int, who: str) -> None:
        """Takes a look back."""
        with self._writing() as connection:
            coverage.unlook(connection, find_document(connection, document), numeral, who)

    def progress(self, document: str) -> Progress:
        """How far a document is."""
        with self._reading() as connection:
            return coverage.progress(connection, find_document(connection, document))

    def documents_after(self, document: str | None, limit: int) -> list[tuple[StoredDocument, Progress]]:
        """The documents that were added after this one (None: from the beginning), and how far each is."""
        with self._reading() as connection:
            before = 0 if document is None else find_document(connection, document)
            rows = query.documents_after(connection, before, limit)
            far = [coverage.progress(connection, row) for row in rows]
            return list(zip(query.documents(connection, rows), far, strict=True))

    def conflicts(self) -> list[StoredClaim]:
        """The claims that reviewers disagree on, in the order of documents and text; at most 1,000."""
        with self._reading() as connection:
            return query.shown(connection, tables.claim_state.c.state == "conflict", most=1_000)
