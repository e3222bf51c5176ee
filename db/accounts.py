"""Accounts: who may log in, and as what. Nothing is deleted: an account is deactivated, and each change is an event.

An event has the whole account as it was made then, and of the password's hash only the SHA-256.
"""

import hashlib
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Select, insert, select, update

from db import events, presence, tables
from db.clock import now
from db.errors import StoreError, UnknownId
from db.reviewers import named, spelled
from db.work_records import Account

Role = Literal["reviewer", "lead", "reader"]
ROLES: tuple[str, ...] = get_args(Role)


def add(connection: Connection, name: str, role: str, password_hash: str | None, who: str | None) -> Account:
    """A new account, active at once. Raises StoreError for a role that is none, and for a name that has one."""
    _check(role)
    row, name = named(connection, name)
    if find(connection, name) is not None:
        raise StoreError(f"{name} has an account already")
    values = {"reviewer": row, "role": role, "password_hash": password_hash, "active": 1, "added_at": now()}
    connection.execute(insert(tables.account).values(values))
    return _log(connection, name, who)


def change(connection: Connection, name: str, who: str | None, **values: Any) -> Account:
    """Changes role, password_hash or active of an account; whoever was logged in with it has to log in again."""
    if "role" in values:
        _check(values["role"])
    account = known(connection, name)
    row = select(tables.reviewer.c.id).where(tables.reviewer.c.name == account.name).scalar_subquery()
    connection.execute(update(tables.account).where(tables.account.c.reviewer == row).values(values))
    presence.close_sessions(connection, account.name)
    return _log(connection, account.name, who)


def find(connection: Connection, name: str) -> Account | None:
    """The account of this name, if there is one."""
    row = connection.execute(_accounts().where(tables.reviewer.c.name == spelled(name))).first()
    return None if row is None else _account(row)


def known(connection: Connection, name: str) -> Account:
    """The account of this name. Raises UnknownId when there is none."""
    found = find(connection, name)
    if found is None:
        raise UnknownId(f"{spelled(name)} has no account")
    return found


def everyone(connection: Connection) -> list[Account]:
    """Every account, by name."""
    return [_account(row) for row in connection.execute(_accounts().order_by(tables.reviewer.c.name))]


def leads(connection: Connection, name: str) -> bool:
    """Whether this person has an account that leads."""
    found = find(connection, name)
    return found is not None and found.active and found.role == "lead"


def logged(account: Account) -> dict[str, Any]:
    """What an event says of an account."""
    secret = account.password_hash
    return {"name": account.name, "role": account.role, "active": account.active, "added_at": account.added_at,
            "password": secret and hashlib.sha256(secret.encode("utf8", "surrogatepass")).hexdigest()}


def _log(connection: Connection, name: str, who: str | None) -> Account:
    account = known(connection, name)
    events.append(connection, "account", who, detail=logged(account))
    return account


def _accounts() -> Select[Any]:
    table = tables.account.c
    chosen = select(tables.reviewer.c.name, table.role, table.password_hash, table.active, table.added_at)
    return chosen.join(tables.account, table.reviewer == tables.reviewer.c.id)


def _account(row: Any) -> Account:
    name, role, password_hash, active, added_at = row
    return Account(name, role, password_hash, bool(active), added_at)


def _check(role: str) -> None:
    if role not in ROLES:
        raise StoreError(f"{role!r} is no role: it is one of {', '.join(ROLES)}")
