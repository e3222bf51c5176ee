"""What the reviewers agreed on: how many people must approve a claim, for all events or for one.

A setting's name is `required_approvals`, or `required_approvals.killed` for one event.
"""

from typing import Any, get_args

from sqlalchemy import Connection, delete, insert, select

from db import events, tables
from db.errors import StoreError
from models.vocabulary import Event

APPROVALS = "required_approvals"
MOST = 9


def required(connection: Connection, event: str) -> int:
    """How many people must say the same before a claim of this event is verified."""
    known = everything(connection)
    return int(known.get(f"{APPROVALS}.{event}", known.get(APPROVALS, "1")))


def everything(connection: Connection) -> dict[str, str]:
    """Every setting that was made, by name."""
    table = tables.setting.c
    rows: Any = connection.execute(select(table.name, table.value).order_by(table.name))
    return dict(iter(rows))


def put(connection: Connection, name: str, value: str, who: str) -> None:
    """Makes a setting, and an event of it. Raises StoreError for a name or a value that is none."""
    check(name, value)
    before = everything(connection).get(name)
    connection.execute(delete(tables.setting).where(tables.setting.c.name == name))
    connection.execute(insert(tables.setting).values(name=name, value=value))
    events.append(connection, "setting", who, detail={"name": name, "value": value, "before": before})


def check(name: str, value: str) -> None:
    """Raises StoreError for a name or a value that is none."""
    base, _, event = name.partition(".")
    if base != APPROVALS or ("." in name and event not in get_args(Event)):
        raise StoreError(f"{name!r} is no setting: it is {APPROVALS}, or {APPROVALS}.EVENT for one event")
    if value not in map(str, range(1, MOST + 1)):
        raise StoreError(f"{name} is a number from 1 to {MOST}, not {value!r}")
