"""What a user would put together instead: pdfplumber's text, a small trained spaCy pipeline, a row for each number.

The pipeline is `benchmarks.reference`; every sentence with a number becomes a row, written by itself, with its nearest
entities. It finds far less than is needed; only its speed is of interest.
"""

import sqlite3
from bisect import bisect_left
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pdfplumber
from spacy.language import Language
from spacy.tokens import Doc

TABLE = """CREATE TABLE IF NOT EXISTS claim (
    id INTEGER PRIMARY KEY, file TEXT, start INTEGER, number TEXT, sentence TEXT, who TEXT, head TEXT)"""
INSERT = "INSERT INTO claim (file, start, number, sentence, who, head) VALUES (?, ?, ?, ?, ?, ?)"


def text_of(data: bytes) -> tuple[str, int]:
    """The text of a PDF and how many pages it has."""
    with pdfplumber.open(BytesIO(data)) as document:
        texts = []
        for page in document.pages:
            texts.append(page.extract_text() or "")
            page.close()
    return "\n\n".join(texts), len(texts)


def rows(doc: Doc, name: str) -> Iterator[tuple[str, int, str, str, str, str]]:
    """A row for each number, with the first entity near it; entities are looked up, for going through all is slow."""
    entities = doc.ents
    starts = [entity.start for entity in entities]
    for token in doc:
        if token.like_num:
            left, right = max(0, token.i - 15), min(len(doc), token.i + 15)
            first = bisect_left(starts, left)
            who = entities[first].text if first < len(starts) and starts[first] < right else ""
            yield name, token.idx, token.text, doc[left:right].text, who, token.head.text


def keep(place: Path, found: Iterator[tuple[str, int, str, str, str, str]]) -> int:
    """Writes row by row, each in a transaction, as a first program does."""
    count = 0
    with sqlite3.connect(place) as connection:
        connection.execute(TABLE)
        for row in found:
            connection.execute(INSERT, row)
            connection.commit()
            count += 1
    connection.close()
    return count


def ingest(nlp: Language, data: bytes, name: str, place: Path) -> int:
    """One PDF to rows; how many pages it has."""
    text, pages = text_of(data)
    keep(place, rows(nlp(text), name))
    return pages
