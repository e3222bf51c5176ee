"""Decisions are added, never changed; each one renews its claim's state in the same transaction."""

from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select, update

from db import events, lineage, tables
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
    state = renew(connection, claim)
    if state is None:
        raise StoreError("the claim was read anew in the meantime: look at it again")
    return state


def _log(connection: Connection, number: int, claim: int, reviewer: str, values: dict[str, Any]) -> None:
    table = tables.claim
    about = select(table.c.public_id, table.c.key, tables.document.c.source_sha256).join(tables.document)
    public_id, key, source = connection.execute(about.where(table.c.id == claim)).one()
    detail = {"decision": number, "claim": public_id, "verdict": values["verdict"], "reason": values["reason"]}
    events.append(connection, "decision", reviewer, key, source, detail, values["made_at"])


def renew(connection: Connection, claim: int) -> State | None:
    """Derives the claim's state from its decisions and writes it into the cache; None if it is another claim now."""
    state, table = state_of(connection, claim), tables.claim_state
    if state is None:
        connection.execute(delete(table).where(table.c.claim == claim))
    elif connection.execute(update(table).where(table.c.claim == claim).values(state=state)).rowcount == 0:
        connection.execute(insert(table).values(claim=claim, state=state))
    return state


def state_of(connection: Connection, claim: int) -> State | None:
    """What the decisions on the claim in this row amount to; None if it is another claim now, or none."""
    link = lineage.last(connection, claim)
    if link is not None and (link.outcome == "gone" or link.new not in (None, claim)):
        return None
    after = lineage.orphaned(connection, claim)
    state = derive(_verdicts(connection, lineage.carried(connection, claim), after or 0))
    return "stale" if state == "open" and (after is not None or lineage.stale(connection, claim)) else state


def _verdicts(connection: Connection, claims: list[int], after: int) -> list[tuple[int, str]]:
    """Who said what of these claims, the oldest first; only after the decision with this number."""
    table = tables.decision
    said = select(table.c.reviewer, table.c.verdict).where(table.c.claim.in_(claims), table.c.id > after)
    return [(reviewer, verdict) for reviewer, verdict in connection.execute(said.order_by(table.c.id))]


def renew_all(connection: Connection) -> int:
    """Derives the state of every claim; how many there are."""
    rows = connection.execute(select(tables.claim.c.id)).scalars().all()
    for row in rows:
        renew(connection, row)
    return len(rows)


def history(connection: Connection, claim: int) -> list[Decision]:
    """The decisions on a claim, the oldest first, those on the claims whose place it took among them."""
    standing, earlier = lineage.carried(connection, claim), lineage.stale(connection, claim)
    after = lineage.orphaned(connection, claim) or 0
    name = connection.execute(select(tables.claim.c.public_id).where(tables.claim.c.id == claim)).scalar_one()
    rows = connection.execute(_said().where(tables.decision.c.claim.in_([*standing, *earlier]))).all()
    return [_decision(row, name, row.claim in standing and row.id > after) for row in rows]


def everything(connection: Connection) -> list[Decision]:
    """All decisions, the oldest first, each on the claim that its claim is now."""
    heirs = lineage.heirs(connection)
    rows = connection.execute(_said()).all()
    names = _names(connection, set(heirs.values()))
    return [_decision(row, names.get(heirs.get(row.claim, row.claim), row.made_on)) for row in rows]


def _decision(row: Any, claim: str, standing: bool = True) -> Decision:
    return Decision(row.id, claim, row.name, row.reviewer, row.verdict, row.reason, row.made_at, row.made_on, standing)


def _names(connection: Connection, claims: set[int]) -> dict[int, str]:
    table = tables.claim.c
    rows: Any = connection.execute(select(table.id, table.public_id).where(table.id.in_(claims)))
    return dict(iter(rows))


def _said() -> Select[Any]:
    decision, reviewer = tables.decision, tables.reviewer
    return select(
        decision.c.id, decision.c.claim, tables.claim.c.public_id.label("made_on"), reviewer.c.name,
        decision.c.reviewer, decision.c.verdict, decision.c.reason, decision.c.made_at,
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
