"""What a claim was before its source was read again, and what it became."""

from typing import Any

from sqlalchemy import Connection, select

from db import tables

Link = Any  # a row of succession: old, new, outcome, decisions


def heir(connection: Connection, claim: int) -> int:
    """The claim that this one became, itself if nothing became of it."""
    while (link := last(connection, claim)) and link.new not in (None, claim):
        claim = link.new
    return claim


def last(connection: Connection, claim: int) -> Link | None:
    """What became of this claim in the end."""
    table = tables.succession
    return connection.execute(select(table).where(table.c.old == claim).order_by(table.c.id.desc()).limit(1)).first()


def orphaned(connection: Connection, claim: int) -> int | None:
    """If nothing took the place of this claim, which had been decided: the last decision's number at that time."""
    link = last(connection, claim)
    return int(link.decisions) if link is not None and link.outcome == "orphaned" else None


def carried(connection: Connection, claim: int) -> list[int]:
    """This claim and those that are the same as it, whose decisions count for it."""
    found, waiting = [claim], [claim]
    while waiting:
        waiting = [old for row in waiting for old in _before(connection, row, "carried") if old not in found]
        found += waiting
    return found


def stale(connection: Connection, claim: int) -> list[int]:
    """The claims whose place this one took, and what they had been: their decisions count no more."""
    found: list[int] = []
    waiting = carried(connection, claim)
    seen = set(waiting)
    while waiting:
        earlier = [old for row in waiting for old in _before(connection, row, "stale") if old not in seen]
        waiting = [row for old in earlier for row in carried(connection, old) if row not in seen]
        seen.update(waiting)
        found += waiting
    return list(dict.fromkeys(found))


def decided(connection: Connection, claim: int) -> bool:
    """Whether anyone said anything of this claim, or of one whose place it took."""
    rows = [*carried(connection, claim), *stale(connection, claim)]
    said = select(tables.decision.c.id).where(tables.decision.c.claim.in_(rows)).limit(1)
    return connection.execute(said).first() is not None


def heirs(connection: Connection) -> dict[int, int]:
    """For each claim that was carried over, the claim that it is now."""
    table = tables.succession.c
    chosen = select(table.old, table.new).where(table.outcome == "carried").order_by(table.id)
    rows: Any = connection.execute(chosen)
    next_one: dict[int, int] = dict(iter(rows))
    return {old: _end(next_one, old) for old in next_one}


def _end(next_one: dict[int, int], claim: int) -> int:
    while next_one.get(claim, claim) != claim:
        claim = next_one[claim]
    return claim


def _before(connection: Connection, claim: int, outcome: str) -> list[int]:
    table = tables.succession.c
    chosen = select(table.old).where(table.new == claim, table.outcome == outcome, table.old != claim)
    return list(connection.execute(chosen.order_by(table.id)).scalars())


def written(connection: Connection, run: int, old: list[int] | None = None) -> list[list[Any]]:
    """What a run wrote of these claims (or of all), as the log of events has it."""
    table, before, after = tables.succession, tables.claim.alias("before"), tables.claim.alias("after")
    rows = connection.execute(
        select(table.c.id, before.c.public_id, after.c.public_id, table.c.outcome, table.c.decisions, table.c.old)
        .join(before, before.c.id == table.c.old).outerjoin(after, after.c.id == table.c.new)
        .where(table.c.run == run).order_by(table.c.id)
    )
    wanted = None if old is None else set(old)
    return [list(row[:5]) for row in rows if wanted is None or row.old in wanted]
