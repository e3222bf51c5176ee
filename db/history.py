"""Who decided what, when and why."""

import json
from typing import Any

from sqlalchemy import Connection, Select, func, select

from db import events, lineage, tables
from db.records import Decision, Event


def history(connection: Connection, claim: int) -> list[Decision]:
    """The decisions on a claim, the oldest first, those on the claims whose place it took among them."""
    standing, earlier = lineage.carried(connection, claim), lineage.stale(connection, claim)
    after = lineage.orphaned(connection, claim) or 0
    name = connection.execute(select(tables.claim.c.public_id).where(tables.claim.c.id == claim)).scalar_one()
    rows = connection.execute(_said().where(tables.decision.c.claim.in_([*standing, *earlier]))).all()
    return [_decision(row, name, row.claim in standing and row.id > after) for row in rows]


def newest(connection: Connection, claim: int) -> int:
    """The number of the newest decision on a claim, or on one whose place it took; 0 if there is none."""
    rows = [*lineage.carried(connection, claim), *lineage.stale(connection, claim)]
    table = tables.decision.c
    return connection.execute(select(func.max(table.id)).where(table.claim.in_(rows))).scalar() or 0


def claim_events(connection: Connection, claim: int) -> list[Event]:
    """The events of a claim, and of those whose place it took, the oldest first."""
    table = tables.claim.c
    rows = [*lineage.carried(connection, claim), *lineage.stale(connection, claim)]
    pairs: Any = connection.execute(select(table.public_id, table.key).where(table.id.in_(rows)))
    names: dict[str, str] = dict(iter(pairs))
    found = [event for key in set(names.values()) for event in events.log(connection, key)]
    mine = [event for event in found if event.detail.get("claim", next(iter(names))) in names]
    return sorted(mine, key=lambda event: event.number)


def everything(connection: Connection) -> list[Decision]:
    """All decisions, the oldest first, each on the claim that its claim is now."""
    heirs = lineage.heirs(connection)
    rows = connection.execute(_said()).all()
    names = _names(connection, set(heirs.values()))
    return [_decision(row, names.get(heirs.get(row.claim, row.claim), row.made_on)) for row in rows]


def _decision(row: Any, claim: str, standing: bool = True) -> Decision:
    corrected = row.corrected and json.loads(row.corrected)
    return Decision(row.id, claim, row.name, row.reviewer, row.verdict, row.reason, row.made_at, row.made_on, standing,
                    corrected, row.follows)


def _names(connection: Connection, claims: set[int]) -> dict[int, str]:
    table = tables.claim.c
    rows: Any = connection.execute(select(table.id, table.public_id).where(table.id.in_(claims)))
    return dict(iter(rows))


def _said() -> Select[Any]:
    decision, reviewer = tables.decision, tables.reviewer
    return select(
        decision.c.id, decision.c.claim, tables.claim.c.public_id.label("made_on"), reviewer.c.name,
        decision.c.reviewer, decision.c.verdict, decision.c.reason, decision.c.made_at,
        decision.c.corrected, decision.c.follows,
    ).join(reviewer, reviewer.c.id == decision.c.reviewer).join(tables.claim).order_by(decision.c.id)
