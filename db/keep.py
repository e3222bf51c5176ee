"""Writing one document with all that was found in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from sqlalchemy import Connection, bindparam, insert, select

from db import events, likeness, prepared, state_cache, tables
from db.clock import now
from db.digest import prepared_digest
from db.driver import many
from db.identity import Neighbours, claim_hash, document_hash, shortest, taken_ids
from db.likeness import Likeness
from db.passages import passages
from db.prepared import Prepared, Row
from db.records import Added

KEY, START, END, RECORD = map(prepared.CLAIM.index, ("key", "start", "end", "record"))
BLOCKS = prepared.DOCUMENT.index("blocks")
FATE = prepared.NUMERAL.index("fate")

# written once: to put a statement together takes longer than to run it
_KNOWN = select(tables.document.c.public_id).where(
    tables.document.c.source_sha256 == bindparam("sha256")).order_by(tables.document.c.id.desc()).limit(1)
_SOURCE, _DOCUMENT = insert(tables.source_file), insert(tables.document).returning(tables.document.c.id)
_EXTRACTION = insert(tables.extraction)
_ROW = select(tables.claim.c.id).where(tables.claim.c.public_id == bindparam("name"))


@dataclass(frozen=True, slots=True)
class Addition:
    """A document to be kept: what `prepare` made of these bytes, and the name of their file.

    `likeness` is how near duplicates are found, `card` what the collector knew: it goes into the event log.
    """

    made: Prepared
    data: bytes
    name: str = ""
    likeness: Likeness | None = None
    card: Mapping[str, str] = field(default_factory=dict)


def known(connection: Connection, sha256: str) -> str | None:
    """The id of the document that was read from these bytes, the newest reading if there are several."""
    return connection.execute(_KNOWN, {"sha256": sha256}).scalar()


def add(connection: Connection, addition: Addition, run: int) -> Added:
    """Writes the document and what was found in it, unless its bytes are known, within the caller's transaction."""
    made, mark = addition.made, addition.likeness
    if found := known(connection, made.sha256):
        return Added(found, new=False)
    near = likeness.alike(connection, mark) if mark else []
    source = {"sha256": made.sha256, "name": addition.name, "size": len(addition.data), "data": addition.data}
    connection.execute(_SOURCE, {**source, "added_at": now()})
    public_id, row = keep_document(connection, made)
    keep_found(connection, made, row, run)
    ids = keep_claims(connection, made.claims.rows, made.text, row, run)
    if mark:
        likeness.keep(connection, row, mark)
    card = {"card": dict(addition.card)} if addition.card else {}
    written = prepared_digest(made, public_id, ids)
    events.append(connection, "import", source=made.sha256, detail={
        "document": public_id, "name": addition.name, "run": run, "digest": written, **card,
    })
    return Added(public_id, True, tuple(near))


def keep_found(connection: Connection, made: Prepared, document: int, run: int) -> None:
    """Writes what a run found in the document in this row, all but the claims."""
    connection.execute(_EXTRACTION, {
        "document": document, "run": run, "case": made.case, "mentions": len(made.mentions.rows),
        "numerals": len(made.numerals.rows), "unread": sum(row[FATE] == "unread" for row in made.numerals.rows),
    })
    for table, columns, found in ((tables.mention, prepared.MENTION, made.mentions),
                                  (tables.numeral, prepared.NUMERAL, made.numerals)):
        many(connection, table, ("document", "run", *columns), [(document, run, *row) for row in found.rows])


def keep_document(connection: Connection, made: Prepared) -> tuple[str, int]:
    """Writes a new reading of a source, with its pages; its public id and its row."""
    table = tables.document
    first = document_hash(made.sha256, made.text_sha256)
    (public_id,) = shortest("d", [first], partial(taken_ids, connection, table.c.public_id))
    values = dict(zip(prepared.DOCUMENT, made.document, strict=True))
    values |= {"text": made.text, "public_id": public_id, "added_at": now()}
    row = int(connection.execute(_DOCUMENT, values).scalar_one())
    many(connection, tables.page, ("document", *prepared.PAGE), [(row, *page) for page in made.pages])
    pieces = passages(made.text, made.document[BLOCKS])
    many(connection, tables.passage, ("document", "start", "end", "words"), [(row, *piece) for piece in pieces])
    return public_id, row


def keep_claims(
    connection: Connection, claims: Sequence[Row], text: str, document: int, run: int
) -> list[str]:
    """Writes the claims, each open; their ids."""
    keys = [claim[KEY] for claim in claims]
    near = Neighbours(connection, keys)
    digests = [claim_hash(key, repeat) for key, repeat in _numbered(keys, near.seen)]
    ids = shortest("c", digests, near.taken)
    columns = ("document", "run", "quote", "public_id", *prepared.CLAIM)
    many(connection, tables.claim, columns, [
        (document, run, text[claim[START]:claim[END]], name, *claim) for claim, name in zip(claims, ids, strict=True)
    ])
    if ids:
        state_cache.open_all(connection, document, row_of(connection, ids[0]), claims)
    return ids


def row_of(connection: Connection, claim: str) -> int:
    """The row of the claim with exactly this id."""
    return int(connection.execute(_ROW, {"name": claim}).scalar_one())


def _numbered(keys: Iterable[str], seen: Counter[str]) -> Iterator[tuple[str, int]]:
    """Each key with how often it came before."""
    for key in keys:
        yield key, seen[key]
        seen[key] += 1
