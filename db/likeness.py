"""How documents with the same text in other bytes are found: the fingerprint of each, and sums that near ones share."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, or_, select

from db import tables
from db.driver import many


@dataclass(frozen=True, slots=True)
class Likeness:
    """A text's fingerprint, whose form is the caller's, with its bands: near texts have one in common, in its place."""

    fingerprint: str
    bands: Sequence[str]


def keep(connection: Connection, document: str, likeness: Likeness) -> None:
    """Notes how the document with this id is found again."""
    row = connection.execute(select(tables.document.c.id).where(tables.document.c.public_id == document)).scalar_one()
    connection.execute(insert(tables.fingerprint).values(document=row, value=likeness.fingerprint))
    many(connection, tables.band, ("value", "number", "document"),
         [(value, number, row) for number, value in enumerate(likeness.bands)])


def alike(connection: Connection, likeness: Likeness) -> list[tuple[str, str]]:
    """The id and the fingerprint of each document that has a band in common, in the order of adding."""
    band, mark, document = tables.band.c, tables.fingerprint.c, tables.document.c
    same = [(band.value == value) & (band.number == number) for number, value in enumerate(likeness.bands)]
    rows = select(band.document).where(or_(*same)).distinct()
    chosen = select(document.public_id, mark.value).join_from(tables.fingerprint, tables.document).where(
        mark.document.in_(rows)).order_by(document.id)
    return [(name, value) for name, value in connection.execute(chosen)]
