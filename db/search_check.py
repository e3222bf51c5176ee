"""Is the index of the full-text search whole?"""

from collections.abc import Iterator

from sqlalchemy import Connection, select, text
from sqlalchemy.exc import DatabaseError

from db import tables
from db.passages import passages


def wrong(connection: Connection) -> Iterator[str]:
    """A sentence for each document whose passages are not those of its text, and for each index that is damaged."""
    table, passage = tables.document.c, tables.passage.c
    for row, name in connection.execute(select(table.id, table.public_id).order_by(table.id)).all():
        whole, blocks = connection.execute(select(table.text, table.blocks).where(table.id == row)).one()
        kept = connection.execute(
            select(passage.start, passage.end, passage.words).where(passage.document == row).order_by(passage.id)
        )
        if [tuple(piece) for piece in kept] != passages(whole, blocks):
            yield f"a search does not find all of document {name}: what is indexed is not its text"


def damaged(connection: Connection) -> Iterator[str]:
    """A sentence if the index does not fit the passages; SQLite takes the question for a change.

    PostgreSQL keeps its indexes itself. FTS5 compares: sqlite.org/fts5.html, 6.4.
    """
    if connection.dialect.name != "sqlite":
        return
    try:
        connection.execute(text("INSERT INTO passage_search (passage_search, rank) VALUES ('integrity-check', 1)"))
    except DatabaseError as error:
        if "CORRUPT" not in getattr(error.orig, "sqlite_errorname", ""):
            raise
        yield "the search index of passages is damaged: `factledger verify --rebuild` makes it anew"
