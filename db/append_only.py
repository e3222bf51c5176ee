"""Triggers that keep a row as it was written."""

from sqlalchemy import Connection, Table, text

from db.tables import APPEND_ONLY

SQLITE = """CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""

POSTGRESQL_FUNCTION = """CREATE OR REPLACE FUNCTION append_only() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$ LANGUAGE plpgsql"""
POSTGRESQL = """CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION append_only()"""

# made by db.search: they bring what is written into the index
SEARCHED = ["passage_search_insert", "passage_search_delete"]


def protect(connection: Connection, protected: tuple[Table, ...] = APPEND_ONLY) -> None:
    """Refuses every change and removal of a row in these tables."""
    pattern, actions = SQLITE, ["update", "delete"]
    if connection.dialect.name == "postgresql":
        connection.execute(text(POSTGRESQL_FUNCTION))
        pattern, actions = POSTGRESQL, ["update", "delete", "truncate"]
    for table in protected:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"REVOKE UPDATE, DELETE, TRUNCATE ON {table.name} FROM PUBLIC"))
        for action in actions:
            connection.execute(text(pattern.format(table=table.name, action=action)))


def missing(connection: Connection) -> list[str]:
    """The triggers that should be there and are not: of the append-only tables, and of SQLite's search."""
    catalogue = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    if connection.dialect.name == "postgresql":
        catalogue = "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'"
    there = set(connection.execute(text(catalogue)).scalars())
    wanted = [f"{table.name}_no_{action}" for table in APPEND_ONLY for action in ("update", "delete")]
    if connection.dialect.name == "sqlite":
        wanted += SEARCHED
    return [name for name in wanted if name not in there]
