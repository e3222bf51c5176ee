"""Full-text search over paragraphs: SQLite's FTS5, PostgreSQL's tsvector with a GIN index. Claims have no index of
their own, which every claim would pay for when it is written: they are looked for in the paragraphs that are found.

What is asked for is words, never the language of either search: each is quoted, and all of them must be there. Results
come in the order of documents and text, so that the first ones are found without looking at all.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    case,
    column,
    delete,
    exists,
    func,
    insert,
    literal_column,
    or_,
    select,
    table,
    text,
)

from db import tables
from db.passages import passages
from db.work_records import Hit

LONGEST, MOST = 1_000, 32  # characters and words of a search
# nothing is ranked, so no text's length is kept
_SQLITE = """CREATE VIRTUAL TABLE passage_search USING fts5(words, content='passage', content_rowid='id',
columnsize=0, tokenize="unicode61 remove_diacritics 2")"""
_FOLLOW = """CREATE TRIGGER passage_search_insert AFTER INSERT ON passage
BEGIN INSERT INTO passage_search (rowid, words) VALUES (new.id, new.words); END"""
_FORGET = """CREATE TRIGGER passage_search_delete AFTER DELETE ON passage
BEGIN INSERT INTO passage_search (passage_search, rowid, words) VALUES ('delete', old.id, old.words); END"""
_WORD = re.compile(r"[^\W_]+")
_VECTOR = "to_tsvector('simple', words)"


def create(connection: Connection) -> None:
    """Makes the index; triggers keep SQLite's."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"CREATE INDEX ix_passage_search ON passage USING gin ({_VECTOR})"))
        return
    for statement in (_SQLITE, _FOLLOW, _FORGET):
        connection.execute(text(statement))


def rebuild(connection: Connection) -> None:
    """Cuts every text into passages anew, and indexes all."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("DROP TABLE IF EXISTS passage_search"))
        for action in ("insert", "delete"):
            connection.execute(text(f"DROP TRIGGER IF EXISTS passage_search_{action}"))
        connection.execute(delete(tables.passage))
        create(connection)
    connection.execute(delete(tables.passage))
    for row in connection.execute(select(tables.document.c.id)).scalars().all():
        found = connection.execute(
            select(tables.document.c.text, tables.document.c.blocks).where(tables.document.c.id == row)
        ).one()
        pieces = [dict(zip(("start", "end", "words"), piece, strict=True)) for piece in passages(*found)]
        if pieces:
            connection.execute(insert(tables.passage).values(document=row), pieces)


def search(connection: Connection, asked: str, limit: int, document: int | None) -> list[Hit]:
    """The paragraphs and the claims that have all these words, in the order of documents and text.

    A claim's words stand in its paragraph, so the first paragraphs have the first claims.
    """
    clean = asked[:LONGEST].replace("\0", " ").encode("utf8", "replace").decode("utf8")
    words = [word for word in clean.split() if any(map(str.isalnum, word))][:MOST]
    if not words or limit < 1:
        return []
    chosen, order = _passages(connection, words, document)
    rows: Any = connection.execute(chosen.order_by(order).limit(limit)).all()
    found = [(row.document, Hit(row.public_id, row.start, row.end, row.words, "text", None))
             for row in rows if row.shown]
    found += _claims(connection, [row.id for row in rows], words)
    found.sort(key=lambda item: (item[0], item[1].start, item[1].kind == "claim"))
    return [hit for _, hit in found[:limit]]


def _passages(
    connection: Connection, words: list[str], document: int | None
) -> tuple[Select[Any], ColumnElement[int]]:
    """The passages that have the words, and their order; `shown` is 0 in a reading that only has claims still."""
    here, kept, tally = tables.passage.c, tables.extraction.c, tables.document_tally.c
    source, matches, order = _matching(connection, words)
    shown = exists().where(kept.document == here.document, kept.superseded_by.is_(None))
    claimed = exists().where(tally.document == here.document, tally.number > 0)
    chosen = select(here.id, here.document, tables.document.c.public_id, here.start, here.end, here.words,
                    case((shown, 1), else_=0).label("shown"))
    joined = source.join(tables.document, tables.document.c.id == here.document)
    fits = _within(connection, order, document)
    return chosen.select_from(joined).where(matches, or_(shown, claimed), *fits), order


def _claims(connection: Connection, found: Sequence[int], words: list[str]) -> Iterator[tuple[int, Hit]]:
    """The claims in these passages that have all the words, each with its document's row."""
    here, passage = tables.claim.c, tables.passage.c
    inside = (here.document == passage.document) & here.start.between(passage.start, passage.end - 1)
    joined = tables.passage.join(tables.claim, inside).join(tables.document, tables.document.c.id == here.document)
    shown = joined.join(tables.claim_state, tables.claim_state.c.claim == here.id)
    chosen = select(here.document, tables.document.c.public_id, here.start, here.end, here.quote, here.public_id)
    wanted = [_plain(word) for word in words]
    for row, name, start, end, quote, claim in connection.execute(
        chosen.select_from(shown).where(passage.id.in_(found))
    ):
        there = _plain(quote)
        if all(word in there for word in wanted):
            yield row, Hit(name, start, end, quote, "claim", claim)


def _plain(words: str) -> str:
    """The words as FTS5's unicode61 tells them apart: letters and figures without case and accents, a space around."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", words) if not unicodedata.combining(letter))
    return " ".join(["", *_WORD.findall(bare.lower()), ""])


def _within(connection: Connection, order: ColumnElement[int], document: int | None) -> list[ColumnElement[bool]]:
    """The passages of one document, also by their numbers: the index then passes over those of others."""
    if document is None:
        return []
    here = tables.passage.c
    ends = select(func.min(here.id), func.max(here.id)).where(here.document == document)
    first, last = connection.execute(ends).one()
    return [here.document == document, order.between(first or 0, last or 0)]


def _matching(
    connection: Connection, words: list[str]
) -> tuple[FromClause, ColumnElement[bool], ColumnElement[int]]:
    """Where to look, whether a passage has all the words, and its number."""
    rows = tables.passage
    if connection.dialect.name == "postgresql":
        wanted = func.plainto_tsquery(literal_column("'simple'::regconfig"), " ".join(words))
        return rows, literal_column(_VECTOR).bool_op("@@")(wanted), rows.c.id
    index = table("passage_search", column("rowid"), column("passage_search"))
    asked = " ".join('"' + word.replace('"', '""') + '"' for word in words)
    return index.join(rows, rows.c.id == index.c.rowid), index.c.passage_search.bool_op("MATCH")(asked), index.c.rowid
