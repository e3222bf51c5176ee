"""Ledgers of earlier versions: versions/N.sql has what version N wrote, as SQLite's dump; here it becomes a database.

For PostgreSQL the dump is turned into what that version made there: the same tables under its own types and triggers.
"""

import re
import sqlite3
from pathlib import Path

from sqlalchemy import Connection, create_engine, text

from db import append_only, tables
from db.connect import address

OLD = {int(path.stem): path for path in sorted((Path(__file__).parent / "versions").glob("*.sql"))}

COUNTED = {"decision", "document", "mention", "claim", "numeral", "reviewer", "run", "succession", "failure", "comment",
           "passage"}  # their rows are numbered by the database
TYPES = {"REAL": "DOUBLE PRECISION", "BLOB": "BYTEA"}
CREATED = re.compile(r"CREATE TABLE (\w+) \(.*\)\s*STRICT", re.DOTALL)
FOREIGN = re.compile(r",\s*(CONSTRAINT fk_\w+ FOREIGN KEY\s*\(\w+\) REFERENCES \w+ \(\w+\))")
BYTES = re.compile(r"\bX'([0-9A-Fa-f]*)'")
WORDS_OF_CLAIMS = "left(quote, 10000)"


def write(place: str, version: int) -> None:
    """Makes the ledger at this address one of this version, with what it held."""
    dump = OLD[version].read_text(encoding="utf8")
    if "://" not in place:
        Path(place).unlink(missing_ok=True)
        with sqlite3.connect(place) as connection:
            connection.executescript(dump)
        return
    with create_engine(address(place)).begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
        _write_tables(connection, list(_statements(dump)))


def _statements(dump: str) -> list[str]:
    """The statements of a dump; a line that ends in a semicolon ends one, unless it is inside a trigger or a text."""
    found, rest = [], ""
    for line in dump.splitlines(keepends=True):
        rest += line
        if sqlite3.complete_statement(rest):
            found.append(rest.strip().removesuffix(";").strip())
            rest = ""
    return found


def _write_tables(connection: Connection, statements: list[str]) -> None:
    """Tables, then rows, then what binds tables to one another, the indexes, the triggers and the search."""
    made = {found[1]: found[0] for statement in statements if (found := CREATED.search(statement))}
    for name, statement in made.items():
        connection.exec_driver_sql(_table(name, FOREIGN.sub("", statement)))
    for statement in statements:
        if statement.startswith("INSERT INTO") and re.match(r'INSERT INTO "?(\w+)', statement)[1] in made:  # type: ignore[index]
            connection.exec_driver_sql(BYTES.sub(r"'\\x\1'::bytea", statement).replace("%", "%%"))
    for name, statement in made.items():
        for foreign in FOREIGN.findall(statement):
            connection.exec_driver_sql(f"ALTER TABLE {name} ADD {foreign}")
        if name in COUNTED:
            connection.exec_driver_sql(
                f"SELECT setval('{name}_id_seq', (SELECT coalesce(max(id), 0) + 1 FROM {name}), false)")
    for statement in statements:
        if statement.startswith("CREATE INDEX"):
            connection.exec_driver_sql(statement)
    append_only.protect(connection, tuple(table for table in tables.APPEND_ONLY if table.name in made
                                          and any(f"TRIGGER {table.name}_no_" in each for each in statements)))
    for name, words in (("passage", "words"), ("claim", WORDS_OF_CLAIMS)) if "passage" in made else ():
        connection.exec_driver_sql(
            f"CREATE INDEX ix_{name}_search ON {name} USING gin (to_tsvector('simple', {words}))")


def _table(name: str, statement: str) -> str:
    """The same table in PostgreSQL's words."""
    for theirs, ours in TYPES.items():
        statement = re.sub(rf"\b{theirs}\b", ours, statement)
    statement = re.sub(r"\bposition INTEGER", "position BIGINT", statement)
    if name in COUNTED:
        statement = re.sub(r"\bid INTEGER NOT NULL", "id SERIAL NOT NULL", statement, count=1)
    return re.sub(r"\s*STRICT\s*$", "", statement)
