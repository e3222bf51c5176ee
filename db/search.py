"""Full-text search over paragraphs and the words of claims: SQLite's FTS5, PostgreSQL's tsvector with a GIN index.

What is asked for is words, never the language of either search: each is quoted, and all of them must be there. Results
come in the order of documents and text, so that the first ones are found without looking at all.
"""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Table,
    column,
    delete,
    exists,
    func,
    insert,
    literal,
    literal_column,
    null,
    select,
    table,
    text,
)

from db import tables
from db.passages import passages
from db.work_records import Hit

LONGEST, MOST = 1_000, 32  # characters and words of a search
# what PostgreSQL looks at: of a claim's words the beginning
_WORDS = {"passage": "words", "claim": "left(quote, 10000)"}

_INDEXED = {"passage": "words", "claim": "quote"}
# nothing is ranked, so no text's length is kept
_SQLITE = """CREATE VIRTUAL TABLE {table}_search USING fts5({column}, content='{table}', content_rowid='id',
columnsize=0, tokenize="unicode61 remove_diacritics 2")"""
_FOLLOW = """CREATE TRIGGER {table}_search_insert AFTER INSERT ON {table}
BEGIN INSERT INTO {table}_search (rowid, {column}) VALUES (new.id, new.{column}); END"""
_FORGET = """CREATE TRIGGER {table}_search_delete AFTER DELETE ON {table}
BEGIN INSERT INTO {table}_search ({table}_search, rowid, {column}) VALUES ('delete', old.id, old.{column}); END"""


def create(connection: Connection) -> None:
    """Makes the indexes; triggers keep SQLite's."""
    for name, words in _INDEXED.items():
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"CREATE INDEX ix_{name}_search ON {name} USING gin ({_vector(name)})"))
            continue
        for statement in (_SQLITE, _FOLLOW, *([_FORGET] if name == "passage" else [])):
            connection.execute(text(statement.format(table=name, column=words)))


def rebuild(connection: Connection) -> None:
    """Cuts every text into passages anew, and indexes all."""
    if connection.dialect.name == "sqlite":
        for name in _INDEXED:
            connection.execute(text(f"DROP TABLE IF EXISTS {name}_search"))
            connection.execute(text(f"DROP TRIGGER IF EXISTS {name}_search_insert"))
            connection.execute(text(f"DROP TRIGGER IF EXISTS {name}_search_delete"))
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
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO claim_search (claim_search) VALUES ('rebuild')"))


def _vector(name: str) -> str:
    return f"to_tsvector('simple', {_WORDS[name]})"


def search(connection: Connection, asked: str, limit: int, document: int | None) -> list[Hit]:
    """The paragraphs and the claims that have all these words, in the order of documents and text."""
    clean = asked[:LONGEST].replace("\0", " ").encode("utf8", "replace").decode("utf8")
    words = [word for word in clean.split() if any(map(str.isalnum, word))][:MOST]
    if not words or limit < 1:
        return []
    found: list[tuple[int, Hit]] = []
    for chosen, order in (_passages(connection, words, document), _claims(connection, words, document)):
        rows: Any = connection.execute(chosen.order_by(order).limit(limit))
        found += [(row, Hit(*hit)) for row, *hit in rows]
    found.sort(key=lambda item: (item[0], item[1].start, item[1].kind == "claim"))
    return [hit for _, hit in found[:limit]]


Chosen = tuple[Select[Any], ColumnElement[int]]  # the hits, each with its document's row, and their order


def _passages(connection: Connection, words: list[str], document: int | None) -> Chosen:
    here, kept = tables.passage.c, tables.extraction.c
    source, matches, order = _matching(connection, tables.passage, words)
    chosen = select(here.document, tables.document.c.public_id, here.start, here.end, here.words,
                    literal("text"), null())
    shown = exists().where(kept.document == here.document, kept.superseded_by.is_(None))
    joined = source.join(tables.document, tables.document.c.id == here.document)
    fits = _within(connection, tables.passage, order, document)
    return chosen.select_from(joined).where(matches, shown, *fits), order


def _claims(connection: Connection, words: list[str], document: int | None) -> Chosen:
    here = tables.claim.c
    source, matches, order = _matching(connection, tables.claim, words)
    chosen = select(here.document, tables.document.c.public_id, here.start, here.end, here.quote, literal("claim"),
                    here.public_id)
    joined = source.join(tables.document, tables.document.c.id == here.document)
    shown = joined.join(tables.claim_state, tables.claim_state.c.claim == here.id)
    return chosen.select_from(shown).where(matches, *_within(connection, tables.claim, order, document)), order


def _within(
    connection: Connection, rows: Table, order: ColumnElement[int], document: int | None
) -> list[ColumnElement[bool]]:
    """The rows of one document, also by their numbers: the index then passes over those of others."""
    if document is None:
        return []
    ends = select(func.min(rows.c.id), func.max(rows.c.id)).where(rows.c.document == document)
    first, last = connection.execute(ends).one()
    return [rows.c.document == document, order.between(first or 0, last or 0)]


def _matching(
    connection: Connection, rows: Table, words: list[str]
) -> tuple[FromClause, ColumnElement[bool], ColumnElement[int]]:
    """Where to look, whether a row has all the words, and its number."""
    if connection.dialect.name == "postgresql":
        wanted = func.plainto_tsquery(literal_column("'simple'::regconfig"), " ".join(words))
        return rows, literal_column(_vector(rows.name)).bool_op("@@")(wanted), rows.c.id
    name = f"{rows.name}_search"
    index = table(name, column("rowid"), column(name))
    asked = " ".join('"' + word.replace('"', '""') + '"' for word in words)
    return index.join(rows, rows.c.id == index.c.rowid), index.c[name].bool_op("MATCH")(asked), index.c.rowid
