"""What stands beside a claim in its document: its words, its page, and what else is said there."""

import json
from typing import Any

from sqlalchemy import Connection, func, select

from db import query, tables
from db.errors import StoreError
from db.layout import layout
from db.records import StoredClaim
from models import Page, Word

NEAR = 300  # characters between two claims that are shown together
LONGEST = 5_000  # characters that a claim which begins before those may have: an index finds the few
SHOWN = 100  # so many are shown beside a claim
LOOKED_AT = 2_000  # so many of the same event are compared


def text_between(connection: Connection, document: int, start: int, end: int) -> str:
    """These characters of the document's text, cut by the database."""
    length = max(0, end - start)
    cut = func.substr(tables.document.c.text, start + 1, length)
    words = str(connection.execute(select(cut).where(tables.document.c.id == document)).scalar_one())
    if len(words) < length:  # the text ends here, or has a NUL, where SQLite's substr stops
        return query.text(connection, document)[start:end]
    return words


def page_words(connection: Connection, document: int, number: int) -> tuple[Page, tuple[Word, ...]]:
    """A page of the document with its words. Raises StoreError when there is no such page."""
    found = layout(connection, document, tables.page.c.number == number)
    if not found.pages:
        raise StoreError(f"the document has no page {number}")
    return found.pages[0], tuple(found.words())


def words_between(connection: Connection, document: int, start: int, end: int) -> tuple[Word, ...]:
    """The words that stand, wholly or in part, between two offsets of the text; only their pages are unpacked."""
    return layout(connection, document, tables.page.c.start < end, tables.page.c.end > start).words_between(start, end)


def sentence_claims(connection: Connection, claim: int) -> list[StoredClaim]:
    """The other claims that overlap this one, or stand near it in the same block, in the order of the text."""
    table = tables.claim.c
    here = connection.execute(select(table.document, table.start, table.end).where(table.id == claim)).one()
    first, last = _block(connection, here)
    first, last = max(first, here.start - NEAR), min(last, here.end + NEAR)
    return query.shown(
        connection, table.document == here.document, table.id != claim, table.end > first,
        table.start.between(first - LONGEST, last - 1), most=SHOWN,
    )


def _block(connection: Connection, claim: Any) -> tuple[int, int]:
    """Where the block begins and ends that the claim stands in, its own ends if it stands in none."""
    written = connection.execute(select(tables.document.c.blocks).where(tables.document.c.id == claim.document))
    blocks = [(block["start"], block["end"]) for block in json.loads(written.scalar_one())]
    around = [(start, end) for start, end in blocks if start < claim.end and end > claim.start]
    return min([claim.start, *(start for start, _ in around)]), max([claim.end, *(end for _, end in around)])


def same_thing(connection: Connection, claim: int) -> list[StoredClaim]:
    """The other claims of the document with the same event and the same thing counted, in the order of the text."""
    table = tables.claim.c
    here = connection.execute(select(table.document, table.event, table.record).where(table.id == claim)).one()
    lemma = json.loads(here.record)["counted"]["lemma"]
    there = query.shown(connection, table.document == here.document, table.event == here.event, table.id != claim,
                        most=LOOKED_AT)
    return [stored for stored in there if stored.record["counted"]["lemma"] == lemma][:SHOWN]
