"""Ledgers of any size, made fast of our own sentences: the same for the same size.

A few hundred documents are kept by the ledger's own functions. The rest are copies of their rows under other numbers,
ids and keys, made within SQLite: every index, the full-text search and the counts are as the ledger would have made
them. Only the log of events does not tell of the copies.
"""

import hashlib
import random
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from sqlalchemy import Connection, Table

from db import Store, connect, tables, tallies
from models import Block, Claim, Counted, Document, Extraction, Numeral, Place, Quantity, Source, Span

SEED, VARIANTS, DOCUMENT_CLAIMS, DECIDED = 8, 200, 50, 1_000
EVENTS = ("killed", "killed", "killed", "injured", "detained", "displaced", "evicted", "charged", "convicted")
COUNTED = ("civilians", "farmers", "students", "miners", "families", "officers", "houses", "villagers")
SOURCES = ("the mayor", "Tamar Watch", "the ministry", "a neighbour", "the prosecutor", "the clinic")


def fill(path: Path, claims: int) -> None:
    """A ledger with so many claims, a few of them decided; one that is there already is left as it is."""
    if path.exists():
        return
    durable, connect.SYNCHRONOUS = connect.SYNCHRONOUS, "OFF"
    try:
        with Store(path) as store:
            run = store.start_run("benchmark", "0" * 64)
            for number in range(VARIANTS):
                read, found = _variant(random.Random(SEED + number), number)
                store.add(read, read.title.encode(), found, run, f"{number}.txt")
            with store._writing() as connection:
                _multiply(connection, claims // (VARIANTS * DOCUMENT_CLAIMS))
            _decide(store)
    finally:
        connect.SYNCHRONOUS = durable


def _multiply(connection: Connection, times: int) -> None:
    """Makes every row so many times as many."""
    queue = tables.claim_state
    for index in queue.indexes:
        index.drop(connection)
    for table, changed in COPIED.items():
        _copy(connection, table, changed, times)
    for index in sorted(queue.indexes, key=lambda index: str(index.name)):
        index.create(connection)
    tallies.rebuild(connection)


# what a copy has instead of the column's own value: {n} is its number from 1, {step} how many rows one copy has
NEXT = "{column} + {n} * {step}"
DOCUMENT = f"document + {{n}} * {VARIANTS}"
COPIED: dict[Table, dict[str, str]] = {
    tables.source_file: {"sha256": "printf('%032x', {n}) || substr(sha256, 33)"},
    tables.document: {"id": NEXT, "public_id": "printf('d%04x', {n}) || substr(public_id, 2)",
                      "source_sha256": "printf('%032x', {n}) || substr(source_sha256, 33)"},
    tables.extraction: {"document": DOCUMENT},
    tables.passage: {"id": NEXT, "document": DOCUMENT},
    tables.numeral: {"id": NEXT, "document": DOCUMENT},
    tables.claim: {"id": NEXT, "document": DOCUMENT, "public_id": "printf('c%04x', {n}) || substr(public_id, 2)",
                   "key": "printf('%04x', {n}) || key"},
    tables.claim_state: {"claim": f"claim + {{n}} * {VARIANTS * DOCUMENT_CLAIMS}",
                         "position": f"position + {{n}} * {VARIANTS} * {tallies.SPAN}"},
}


def _copy(connection: Connection, table: Table, changed: dict[str, str], times: int) -> None:
    step = connection.exec_driver_sql(f"SELECT count(*) FROM {table.name}").scalar_one()
    for number in range(1, times):
        values = ", ".join(
            changed.get(column.name, '"{column}"').format(column=column.name, n=number, step=step)
            for column in table.columns
        )
        first = f"LIMIT {step}" if number > 1 else ""
        connection.exec_driver_sql(f"INSERT INTO {table.name} SELECT {values} FROM {table.name} ORDER BY rowid {first}")


def _variant(chance: random.Random, number: int) -> tuple[Document, Extraction]:
    """A document of as many sentences as it has claims, in paragraphs of five."""
    text, claims, numerals, blocks = "", [], [], []
    for place in range(DOCUMENT_CLAIMS):
        claim, sentence = _sentence(chance, f"{number}-{place}", len(text))
        if place % 5 == 0:
            blocks.append(Block("paragraph", len(text), len(text)))
        text += sentence
        blocks[-1] = replace(blocks[-1], end=len(text))
        claims.append(claim)
        where, read_as = claim.number, ("claim", claim.key) if place % 7 else ("unread", None)
        numerals.append(Numeral(where.start, where.end, text[where.start:where.end], claim.quantity, *read_as))
    title = f"Clashes, report {number}"
    read = Document(text=text, sha256=_sha256(title), text_sha256=_sha256(text), media_type="text/plain", title=title,
                    publisher="Tamar Watch", language="en", blocks=tuple(blocks))
    return read, Extraction(claims=tuple(claims), numerals=tuple(numerals))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _sentence(chance: random.Random, name: str, start: int) -> tuple[Claim, str]:
    """A claim, and the sentence that it stands in."""
    figure, counted, event = chance.randrange(2, 400), chance.choice(COUNTED), chance.choice(EVENTS)
    place, source = f"Belora {chance.randrange(500)}", chance.choice(SOURCES)
    event = "executed" if chance.random() < 0.002 else event
    words = f"At least {figure} {counted} were {event}"
    sentence = f"{words} in {place.replace(' ', '')} near the river on that night, {source} said. "
    value = Quantity(low=Decimal(figure), wording=f"At least {figure}")
    where = Span(start + 9, start + 9 + len(str(figure)))
    return Claim(
        start=start, end=start + len(words), number=where, quantity=value, kind="count",
        counted=Counted(counted, counted.removesuffix("s"), None), event=event,  # type: ignore[arg-type]
        polarity="affirmed", status="stated", source=Source(source, "speaker"), rule=f"rule-{chance.randrange(40)}",
        confidence=round(chance.uniform(0.5, 0.99), 2), key=_sha256(name)[:32], place=Place(place, "GE"),
        evidence={"number": where},
    ), sentence


def _decide(store: Store) -> None:
    """Some claims from everywhere are decided, a few of them by two who disagree."""
    documents = store.documents()
    for number in range(min(DECIDED, len(documents))):
        entry = documents[number * len(documents) // min(DECIDED, len(documents))]
        claim = sorted(store.claim_ids(entry.id).values())[0]
        store.decide(claim, "approve", "Ana")
        if number % 50 == 0:
            store.decide(claim, "reject", "Boris")
