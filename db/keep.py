"""Writing one document with all that was found in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from sqlalchemy import Connection, insert, select

from db import events, prepared, state_cache, tables
from db.clock import now
from db.digest import digest
from db.driver import many
from db.identity import claim_hash, document_hash, shortest, taken_ids, times_seen
from db.passages import passages
from db.prepared import Prepared, Row

KEY, START, END, RECORD = map(prepared.CLAIM.index, ("key", "start", "end", "record"))
BLOCKS = prepared.DOCUMENT.index("blocks")
FATE = prepared.NUMERAL.index("fate")


def known(connection: Connection, sha256: str) -> str | None:
    """The id of the document that was read from these bytes, the newest reading if there are several."""
    table = tables.document
    found = select(table.c.public_id).where(table.c.source_sha256 == sha256).order_by(table.c.id.desc()).limit(1)
    return connection.execute(found).scalar()


def keep(
    connection: Connection, made: Prepared, data: bytes, name: str, run: int, card: Mapping[str, str]
) -> str:
    """Writes the document and its extraction; the new document's id. The caller's transaction makes it one step."""
    _keep_source(connection, made.sha256, data, name)
    public_id, row = keep_document(connection, made)
    keep_found(connection, made, row, run)
    ids, _ = keep_claims(connection, made.claims, made.text, row, run)
    named = [(name, *found) for name, found in zip(ids, made.claims, strict=True)]
    events.append(connection, "import", source=made.sha256, detail={
        "document": public_id, "name": name, "run": run, "digest": digest(
            [(public_id, *made.document)], made.pages, [(made.case,)], made.mentions, made.numerals, named,
        ), **({"card": dict(card)} if card else {}),
    })
    return public_id


def keep_found(connection: Connection, made: Prepared, document: int, run: int) -> None:
    """Writes what a run found in the document in this row, all but the claims."""
    connection.execute(insert(tables.extraction).values(
        document=document, run=run, case=made.case, mentions=len(made.mentions), numerals=len(made.numerals),
        unread=sum(row[FATE] == "unread" for row in made.numerals),
    ))
    place = (document, run)
    many(connection, tables.mention, ("document", "run", *prepared.MENTION), [(*place, *row) for row in made.mentions])
    many(connection, tables.numeral, ("document", "run", *prepared.NUMERAL), [(*place, *row) for row in made.numerals])


def _keep_source(connection: Connection, sha256: str, data: bytes, name: str) -> None:
    table = tables.source_file
    if connection.execute(select(table.c.sha256).where(table.c.sha256 == sha256)).scalar() is None:
        values = {"sha256": sha256, "name": name, "size": len(data), "data": data, "added_at": now()}
        connection.execute(insert(table).values(values))


def keep_document(connection: Connection, made: Prepared) -> tuple[str, int]:
    """Writes a new reading of a source, with its pages; its public id and its row."""
    table = tables.document
    first = document_hash(made.sha256, made.text_sha256)
    (public_id,) = shortest("d", [first], partial(taken_ids, connection, table.c.public_id))
    values = dict(zip(prepared.DOCUMENT, made.document, strict=True))
    values |= {"text": made.text, "public_id": public_id, "added_at": now()}
    row = int(connection.execute(insert(table).values(values).returning(table.c.id)).scalar_one())
    many(connection, tables.page, ("document", *prepared.PAGE), [(row, *page) for page in made.pages])
    pieces = passages(made.text, made.document[BLOCKS])
    many(connection, tables.passage, ("document", "start", "end", "words"), [(row, *piece) for piece in pieces])
    return public_id, row


def keep_claims(
    connection: Connection, claims: Sequence[Row], text: str, document: int, run: int
) -> tuple[list[str], list[int]]:
    """Writes the claims, each open; their ids and their rows."""
    keys = [claim[KEY] for claim in claims]
    seen = times_seen(connection, keys)
    digests = [claim_hash(key, repeat) for key, repeat in _numbered(keys, seen)]
    ids = shortest("c", digests, partial(taken_ids, connection, tables.claim.c.public_id))
    columns = ("document", "run", "quote", "public_id", *prepared.CLAIM)
    many(connection, tables.claim, columns, [
        (document, run, text[claim[START]:claim[END]], name, *claim) for claim, name in zip(claims, ids, strict=True)
    ])
    made = _rows_of(connection, document, run)
    rows = [made[name] for name in ids]
    if rows:
        state_cache.open_all(connection, document, min(rows))
    return ids, rows


def _rows_of(connection: Connection, document: int, run: int) -> dict[str, int]:
    """The row of each claim that a run wrote of a document, by its public id."""
    table = tables.claim.c
    chosen = select(table.public_id, table.id).where(table.document == document, table.run == run)
    rows: Any = connection.execute(chosen)
    return dict(iter(rows))


def _numbered(keys: Iterable[str], seen: Counter[str]) -> Iterator[tuple[str, int]]:
    """Each key with how often it came before."""
    for key in keys:
        yield key, seen[key]
        seen[key] += 1
