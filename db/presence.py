"""Who is there: sessions, who looks at which claim, and how they want the page to be. None of it is an event."""

import time
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, exists, insert, select

from db import tables
from db.reviewers import spelled

FRESH = 0.5  # the part of a lease that must be left for it not to be renewed: looking again costs no writing


def open_session(connection: Connection, token_sha256: str, name: str, until: float) -> None:
    """Keeps a session; those that are over are forgotten."""
    table = tables.session
    connection.execute(delete(table).where((table.c.until <= time.time()) | (table.c.token_sha256 == token_sha256)))
    connection.execute(insert(table).values(token_sha256=token_sha256, name=spelled(name), until=until))


def session(connection: Connection, token_sha256: str, now: float) -> str | None:
    """Whose session this is, None if there is none, it is over, or the account was deactivated."""
    table, account, reviewer = tables.session.c, tables.account.c, tables.reviewer.c
    closed = exists().where(reviewer.name == table.name, account.reviewer == reviewer.id, account.active == 0)
    chosen = select(table.name).where(table.token_sha256 == token_sha256, table.until > now, ~closed)
    return connection.execute(chosen).scalar()


def close_session(connection: Connection, token_sha256: str) -> None:
    """Ends a session."""
    connection.execute(delete(tables.session).where(tables.session.c.token_sha256 == token_sha256))


def close_sessions(connection: Connection, name: str) -> None:
    """Ends all sessions of this person."""
    connection.execute(delete(tables.session).where(tables.session.c.name == spelled(name)))


def holder(connection: Connection, claim: int, name: str, seconds: float) -> str | None:
    """Who looks at a claim, as long as that need not be written; None if the claim is free or should be renewed."""
    found = _lease(connection, claim)
    if found is None or found.until <= time.time():
        return None
    mine = found.name == spelled(name)
    return None if mine and found.until - time.time() < seconds * FRESH else str(found.name)


def lease(connection: Connection, claim: int, name: str, seconds: float) -> str:
    """Gives a claim to this person for so many seconds, unless someone else has it; who has it now."""
    person, now = spelled(name), time.time()
    found = _lease(connection, claim)
    if found is not None and found.until > now and found.name != person:
        return str(found.name)
    table = tables.lease
    connection.execute(delete(table).where((table.c.claim == claim) | (table.c.until <= now)))
    connection.execute(insert(table).values(claim=claim, name=person, until=now + seconds))
    return person


def release(connection: Connection, claim: int, name: str) -> None:
    """Gives a claim back that this person has."""
    table = tables.lease
    connection.execute(delete(table).where(table.c.claim == claim, table.c.name == spelled(name)))


def held_by_others(claim: ColumnElement[int], name: str) -> ColumnElement[bool]:
    """Whether someone else looks at this claim now."""
    table = tables.lease.c
    return exists().where(table.claim == claim, table.name != spelled(name), table.until > time.time())


def preferences(connection: Connection, person: str) -> dict[str, str]:
    """How this person wants the page to be, by name."""
    table = tables.preference.c
    rows: Any = connection.execute(select(table.name, table.value).where(table.person == spelled(person)))
    return dict(iter(rows))


def set_preferences(connection: Connection, person: str, values: Mapping[str, str]) -> None:
    """Keeps these and forgets all others of this person."""
    table, name = tables.preference, spelled(person)
    connection.execute(delete(table).where(table.c.person == name))
    for key, value in values.items():
        connection.execute(insert(table).values(person=name, name=key, value=value))


def _lease(connection: Connection, claim: int) -> Any:
    table = tables.lease.c
    return connection.execute(select(table.name, table.until).where(table.claim == claim)).first()
