"""A run: one start of the extraction, with the code and the rules that it used."""

from sqlalchemy import Connection, insert, update

from db import events, tables
from db.clock import now


def start(connection: Connection, code_version: str, rules_sha256: str) -> int:
    """Notes the start; the run's number."""
    values = {"code_version": code_version, "rules_sha256": rules_sha256, "started_at": now()}
    number = int(connection.execute(insert(tables.run).values(values).returning(tables.run.c.id)).scalar_one())
    events.append(connection, "run started", at=values["started_at"],
                  detail={"run": number, "code_version": code_version, "rules_sha256": rules_sha256})
    return number


def finish(connection: Connection, number: int) -> None:
    """Notes that the run came to its end."""
    done = now()
    connection.execute(update(tables.run).where(tables.run.c.id == number).values(finished_at=done))
    events.append(connection, "run finished", at=done, detail={"run": number})
