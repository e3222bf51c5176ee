"""One document laid out for a person: what it says of itself, a decision's card, and the numbers left unread."""

from collections.abc import Iterator

from db import StoredDocument
from factledger.case_card import case_card
from factledger.terminal import count, plain, spaced
from models import Document, Extraction

CONTEXT = 40  # characters shown on both sides of an unread number

Line = tuple[str, str]  # name, value


def document_card(entry: StoredDocument, document: Document, found: Extraction) -> Iterator[Line]:
    """Every line that has something to say."""
    lines = (*_document(entry, document), *case_card(document, found), *_unread(document, found))
    return ((name, value) for name, value in lines if value)


def _document(entry: StoredDocument, document: Document) -> Iterator[Line]:
    yield "file", f"{entry.name} ({entry.media_type})"
    yield "publisher", entry.publisher or ""
    yield "published", entry.published or ""
    yield "kind", entry.kind
    yield "url", entry.url or ""
    yield "sha256", entry.sha256
    pages = f", {count(len(document.pages), 'page')}" if document.pages else ""
    yield "length", count(len(document.text), "character") + pages
    yield "found", f"{count(entry.claims, 'claim')}, {count(entry.numerals, 'numeral')}, {entry.unread:,} unread"
    yield from (("note", note) for note in document.notes)


def _unread(document: Document, found: Extraction) -> Iterator[Line]:
    for numeral in found.numerals:
        if numeral.fate == "unread":
            before = document.text[max(0, numeral.start - CONTEXT):numeral.start]
            after = document.text[numeral.end:numeral.end + CONTEXT]
            yield "unread", f"{numeral.start}-{numeral.end}: {spaced(before)}[{plain(numeral.text)}]{spaced(after)}"
