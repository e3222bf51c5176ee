"""What a reviewer sees beside a claim."""

from db import beside, blind, search
from db.database import Database
from db.identity import find_claim, find_document
from db.records import Decision, StoredClaim
from db.work_records import Hit
from models import Page, Word


class Showing(Database):
    """Parts of a document, read without the whole of it, and what else is known of a claim."""

    def text_between(self, document: str, start: int, end: int) -> str:
        """The characters between these offsets of the document's text."""
        with self._reading() as connection:
            return beside.text_between(connection, find_document(connection, document), start, end)

    def page_words(self, document: str, number: int) -> tuple[Page, tuple[Word, ...]]:
        """A page of the document, and the words on it."""
        with self._reading() as connection:
            return beside.page_words(connection, find_document(connection, document), number)

    def words_between(self, document: str, start: int, end: int) -> tuple[Word, ...]:
        """The words that stand, wholly or in part, between two offsets of the text."""
        with self._reading() as connection:
            return beside.words_between(connection, find_document(connection, document), start, end)

    def search(self, words: str, limit: int = 50, document: str | None = None) -> list[Hit]:
        """The paragraphs and claims that have all these words, in the order of documents and text.

        Nothing in the words is a command: AND, quotation marks and the like are looked for as they are written.
        """
        with self._reading() as connection:
            row = None if document is None else find_document(connection, document)
            return search.search(connection, words, limit, row)

    def sentence_claims(self, claim: str) -> list[StoredClaim]:
        """The other claims that overlap this one, or stand within 300 characters of it in the same block."""
        with self._reading() as connection:
            return beside.sentence_claims(connection, find_claim(connection, claim))

    def same_thing(self, claim: str) -> list[StoredClaim]:
        """The other claims of the document with the same event and the same thing counted."""
        with self._reading() as connection:
            return beside.same_thing(connection, find_claim(connection, claim))

    def visible_decisions(self, claim: str, reviewer: str) -> list[Decision]:
        """The decisions on a claim that this person may see.

        Where several must approve it, only who leads sees what others said before they said something themselves.
        """
        with self._reading() as connection:
            return blind.visible(connection, find_claim(connection, claim), reviewer)
