"""How documents with the same text in other bytes are found: the fingerprint of each, and sums that near ones share."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from db import tables
from db.driver import fitting, many


@dataclass(frozen=True, slots=True)
class Likeness:
    """A text's fingerprint, whose form is the caller's, with its bands: near texts have one in common, in its place."""

    fingerprint: str
    bands: Sequence[str]


_MARK = insert(tables.fingerprint)


def keep(connection: Connection, document: int, likeness: Likeness) -> None:
    """Notes how the document in this row is found again."""
    connection.execute(_MARK, {"document": document, "value": likeness.fingerprint})
    many(connection, tables.band, ("value", "number", "document"),
         [(value, number, document) for number, value in enumerate(likeness.bands)])


def alike(connection: Connection, likeness: Likeness) -> list[tuple[str, str]]:
    """The id and the fingerprint of each document that has a band in common, in the order of adding."""
    pairs = [(value, number) for number, value in enumerate(likeness.bands)]
    rows = set(fitting(connection, tables.band.c.document, ("value", "number"), pairs))
    if not rows:
        return []
    mark, document = tables.fingerprint.c, tables.document.c
    chosen = select(document.public_id, mark.value).join_from(tables.fingerprint, tables.document).where(
        mark.document.in_(rows)).order_by(document.id)
    return [(name, value) for name, value in connection.execute(chosen)]
