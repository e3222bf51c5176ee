"""The people whose names stand in the ledger, with an account or without."""

from sqlalchemy import Connection, insert, select

from db import events, tables
from db.clock import now
from db.errors import StoreError


def may_write(connection: Connection, given: str) -> tuple[int, str]:
    """The row and the name of someone who writes into the ledger, new or known.

    Raises StoreError for someone whose account was deactivated, or is there for reading only.
    """
    row, name = named(connection, given)
    table = tables.account.c
    found = connection.execute(select(table.role, table.active).where(table.reviewer == row)).first()
    if found is not None and not found.active:
        raise StoreError(f"the account of {name} is deactivated: someone who leads can reactivate it")
    if found is not None and found.role == "reader":
        raise StoreError(f"{name} may read this ledger, not write into it: someone who leads can give another role")
    return row, name


def named(connection: Connection, given: str) -> tuple[int, str]:
    """The row and the name of this reviewer, new or known."""
    name = spelled(given)
    table = tables.reviewer
    row = connection.execute(select(table.c.id).where(table.c.name == name)).scalar()
    if row is None:
        added = now()
        values = {"name": name, "added_at": added}
        row = connection.execute(insert(table).values(values).returning(table.c.id)).scalar_one()
        events.append(connection, "reviewer", name, detail={"reviewer": int(row)}, at=added)
    return int(row), name


def spelled(given: str) -> str:
    """A name with single spaces. Raises StoreError for one that is empty."""
    name = " ".join(given.split())
    if not name:
        raise StoreError("a decision needs the name of a reviewer: give it with --by NAME")
    return name


def names(connection: Connection) -> list[str]:
    """Everyone whose name stands in the ledger, in alphabetical order."""
    return sorted(connection.execute(select(tables.reviewer.c.name)).scalars())
