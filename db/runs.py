"""A run: one start of the extraction, with the code and the rules that it used."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from db import events, tables
from db.clock import now
from db.errors import UnknownId
from db.events import canonical
from db.records import Failure, Run


def start(connection: Connection, code_version: str, rules_sha256: str) -> int:
    """Notes the start; the run's number."""
    values = {"code_version": code_version, "rules_sha256": rules_sha256, "started_at": now()}
    number = int(connection.execute(insert(tables.run).values(values).returning(tables.run.c.id)).scalar_one())
    events.append(connection, "run started", at=values["started_at"],
                  detail={"run": number, "code_version": code_version, "rules_sha256": rules_sha256})
    return number


def finish(connection: Connection, number: int, report: Mapping[str, Any] | None = None) -> None:
    """Notes that the run came to its end, and what came of it."""
    done = now()
    values = {"finished_at": done, "report": report and canonical(dict(report))}
    connection.execute(update(tables.run).where(tables.run.c.id == number).values(values))
    events.append(connection, "run finished", at=done, detail={"run": number})


def fail(connection: Connection, number: int, name: str, fault: str, remedy: str) -> None:
    """Notes a document that the run could not keep."""
    values = {"run": number, "name": name, "fault": fault, "remedy": remedy, "failed_at": now()}
    connection.execute(insert(tables.failure).values(values))


def failures(connection: Connection, number: int) -> list[Failure]:
    """What the run could not keep, in the order of time."""
    table = tables.failure.c
    chosen = select(table.name, table.fault, table.remedy, table.failed_at).where(table.run == number)
    return [Failure(*row) for row in connection.execute(chosen.order_by(table.id))]


def kept(connection: Connection, number: int) -> int:
    """How many documents the run has read so far."""
    table = tables.extraction.c
    return int(connection.execute(select(func.count()).where(table.run == number)).scalar_one())


def found(connection: Connection, number: int | None = None) -> list[Run]:
    """Every run, the oldest first, or the one with this number."""
    table = tables.run.c
    chosen = select(table.id, table.code_version, table.rules_sha256, table.started_at, table.finished_at, table.report)
    if number is not None:
        chosen = chosen.where(table.id == number)
    rows = connection.execute(chosen.order_by(table.id))
    return [Run(run, code, rules, started, finished, report and json.loads(report))
            for run, code, rules, started, finished, report in rows]


def one(connection: Connection, number: int) -> Run:
    """The run with this number. Raises UnknownId."""
    if runs := found(connection, number):
        return runs[0]
    raise UnknownId(f"there is no run {number}: `factledger runs` lists them")


def readings(connection: Connection, document: int) -> tuple[str, list[Run]]:
    """When the document in this row was added, and the runs that read it, the oldest first."""
    added = connection.execute(select(tables.document.c.added_at).where(tables.document.c.id == document)).scalar_one()
    table = tables.extraction.c
    numbers = connection.execute(select(table.run).where(table.document == document).order_by(table.run)).scalars()
    return added, [one(connection, number) for number in numbers]
