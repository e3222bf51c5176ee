"""Decisions are added, never changed; each one renews its claim's state in the same transaction."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, insert, select, update

from db import events, tables
from db.clock import now
from db.errors import StoreError
from db.records import Decision
from db.states import State, check_verdict, derive


def decide(connection: Connection, claim: int, verdict: str, reviewer: str, reason: str | None) -> State:
    """Adds a decision on the claim in this row; the claim's new state."""
    check_verdict(verdict)
    row, name = _reviewer(connection, reviewer)
    values = {"claim": claim, "reviewer": row, "verdict": verdict, "reason": reason, "made_at": now()}
    number = connection.execute(insert(tables.decision).values(values).returning(tables.decision.c.id)).scalar_one()
    _log(connection, int(number), claim, name, values)
    return renew(connection, claim)


def _log(connection: Connection, number: int, claim: int, reviewer: str, values: dict[str, Any]) -> None:
    table = tables.claim
    about = select(table.c.public_id, table.c.key, tables.document.c.source_sha256).join(tables.document)
    public_id, key, source = connection.execute(about.where(table.c.id == claim)).one()
    detail = {"decision": number, "claim": public_id, "verdict": values["verdict"], "reason": values["reason"]}
    events.append(connection, "decision", reviewer, key, source, detail, values["made_at"])


def renew(connection: Connection, claim: int) -> State:
    """Derives the claim's state from its decisions and writes it into the cache."""
    state = state_of(connection, claim)
    connection.execute(update(tables.claim_state).where(tables.claim_state.c.claim == claim).values(state=state))
    return state


def state_of(connection: Connection, claim: int) -> State:
    """What the decisions on the claim in this row amount to."""
    table = tables.decision
    said = select(table.c.reviewer, table.c.verdict).where(table.c.claim == claim).order_by(table.c.id)
    return derive((reviewer, verdict) for reviewer, verdict in connection.execute(said))


def renew_all(connection: Connection) -> int:
    """Derives the state of every claim; how many there are."""
    rows = connection.execute(select(tables.claim.c.id)).scalars().all()
    for row in rows:
        renew(connection, row)
    return len(rows)


def history(connection: Connection, claim: int | None = None) -> Iterator[Decision]:
    """The decisions on a claim, or all of them, the oldest first."""
    chosen = _said() if claim is None else _said().where(tables.decision.c.claim == claim)
    rows: Any = connection.execute(chosen)
    return (Decision(*row) for row in rows)


def _said() -> Select[tuple[int, str, str, int, str, str, str]]:
    decision, reviewer = tables.decision, tables.reviewer
    return select(
        decision.c.id, tables.claim.c.public_id, reviewer.c.name, reviewer.c.id,
        decision.c.verdict, decision.c.reason, decision.c.made_at,
    ).join(reviewer, reviewer.c.id == decision.c.reviewer).join(tables.claim).order_by(decision.c.id)


def _reviewer(connection: Connection, given: str) -> tuple[int, str]:
    """The row and the name of this reviewer, new or known."""
    name = " ".join(given.split())
    if not name:
        raise StoreError("a decision needs the name of a reviewer: give it with --by NAME")
    table = tables.reviewer
    row = connection.execute(select(table.c.id).where(table.c.name == name)).scalar()
    if row is None:
        added = now()
        values = {"name": name, "added_at": added}
        row = connection.execute(insert(table).values(values).returning(table.c.id)).scalar_one()
        events.append(connection, "reviewer", name, detail={"reviewer": int(row)}, at=added)
    return int(row), name
