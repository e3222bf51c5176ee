"""One read-only SQLite file that Datasette opens: facts, documents and runs with foreign keys, and views of them.

A figure is a number where a double holds it exactly, else decimal text (STRICT tables, columns of type ANY).
The tables `column` and `about` say what everything means.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from export.cells import exact_number
from export.columns import Column, columns
from export.fact import Fact, Record
from export.view import View

AT_ONCE = 1000
TYPES = {"text": "TEXT", "date": "TEXT", "truth": "INTEGER", "number": "ANY", "figure": "ANY"}
OF_DOCUMENT = tuple(column for column in columns() if column.name.startswith("document_")) + tuple(
    column for column in columns() if column.name in ("source_sha256", "text_sha256")
)
KEYS = {"document_id": 'REFERENCES "document"(document_id)', "run_id": 'REFERENCES "run"(run_id)'}
TABLES = """
CREATE TABLE "about" (name TEXT PRIMARY KEY, says TEXT NOT NULL) STRICT;
CREATE TABLE "column" (name TEXT PRIMARY KEY, type TEXT NOT NULL, says TEXT NOT NULL) STRICT;
CREATE TABLE "run" (run_id INTEGER PRIMARY KEY, code_version TEXT NOT NULL, rules_sha256 TEXT NOT NULL) STRICT;
"""
VIEWS = """
CREATE VIEW "events" AS SELECT event, state, count(*) AS facts, count(DISTINCT document_id) AS documents
  FROM "fact" GROUP BY event, state ORDER BY facts DESC, event;
CREATE VIEW "places" AS SELECT country, place, event, count(*) AS facts FROM "fact"
  WHERE place IS NOT NULL GROUP BY country, place, event ORDER BY country, place, event;
CREATE VIEW "facts_with_sources" AS SELECT "fact".*, "document".document_title, "document".document_publisher,
  "document".document_date, "document".document_url FROM "fact" JOIN "document" USING (document_id);
"""
INDEXES = ("event", "place", "event_date", "document_id", "run_id")


def write(facts: Iterable[Fact], path: Path, view: View) -> int:
    """Writes the facts; how many. Raises OSError."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            return _fill(connection, facts, view)
    except sqlite3.Error as error:
        raise OSError(str(error)) from None


def _fill(connection: sqlite3.Connection, facts: Iterable[Fact], view: View) -> int:
    chosen = _chosen(view)
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;")
    connection.executescript(f"BEGIN; {TABLES}")
    connection.execute(_table("document", OF_DOCUMENT, "document_id"))
    connection.execute(_table("fact", chosen, "claim_id"))
    connection.executemany('INSERT INTO "about" VALUES (?, ?)', view.about)
    connection.executemany('INSERT INTO "column" VALUES (?, ?, ?)', ((c.name, c.type, c.says) for c in columns()))
    runs = ((run.number, run.code_version, run.rules_sha256) for run in view.runs)
    connection.executemany('INSERT INTO "run" VALUES (?, ?, ?)', runs)
    number = sum(_insert(connection, chosen, some) for some in _packets(facts))
    _finish(connection, chosen)
    return number


def _finish(connection: sqlite3.Connection, chosen: tuple[Column, ...]) -> None:
    names = {column.name for column in chosen}
    for name in INDEXES:
        if name in names:
            connection.execute(f'CREATE INDEX "fact_{name}" ON "fact" ("{name}")')
    if names >= {"event", "state", "place", "country"}:
        connection.executescript(VIEWS)
    connection.commit()
    connection.execute("VACUUM")


def _chosen(view: View) -> tuple[Column, ...]:
    """The columns of a fact: those asked for without the document's, and the keys."""
    wanted = {column.name for column in view.columns} | {"claim_id", "document_id", "run_id"}
    apart = {column.name for column in OF_DOCUMENT} - {"document_id"}
    return tuple(column for column in columns() if column.name in wanted - apart)


def _table(name: str, parts: tuple[Column, ...], key: str) -> str:
    defined = [
        f'"{part.name}" {TYPES.get(part.type, "TEXT")} '
        + ("PRIMARY KEY" if part.name == key else KEYS.get(part.name, ""))
        for part in parts
    ]
    return f'CREATE TABLE "{name}" ({", ".join(defined)}) STRICT'


def _packets(facts: Iterable[Fact]) -> Iterator[list[Record]]:
    records = (fact.record for fact in facts)
    while some := list(islice(records, AT_ONCE)):
        yield some


def _insert(connection: sqlite3.Connection, chosen: tuple[Column, ...], records: list[Record]) -> int:
    documents = {record["document_id"]: record for record in records}.values()
    _rows(connection, "INSERT OR IGNORE INTO", "document", OF_DOCUMENT, documents)
    _rows(connection, "INSERT INTO", "fact", chosen, records)
    return len(records)


def _rows(
    connection: sqlite3.Connection, verb: str, table: str, parts: tuple[Column, ...], records: Iterable[Record]
) -> None:
    marks = ", ".join("?" * len(parts))
    rows = ([_value(record[part.name], part.type) for part in parts] for record in records)
    connection.executemany(f'{verb} "{table}" VALUES ({marks})', rows)


def _value(value: Any, kind: str) -> Any:
    if value is None or kind in ("text", "date"):
        return value
    if kind in ("list", "boxes"):
        return json.dumps(value, ensure_ascii=False)
    number = exact_number(value) if kind in ("figure", "number") else int(value)
    return str(value) if number is None else number
