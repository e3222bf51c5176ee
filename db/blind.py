"""A second reviewer does not see what the first one said: two looks are worth more than one look and a nod."""

from sqlalchemy import Connection, select

from db import accounts, history, settings, tables
from db.records import Decision

VERDICTS = ("approve", "reject", "correct")


def visible(connection: Connection, claim: int, reviewer: str) -> list[Decision]:
    """The decisions on a claim that this person may see, the oldest first.

    Another's decision that still stands is hidden until this person has given a verdict, or as many as are required
    have; who leads sees all.
    """
    made = history.history(connection, claim)
    verdicts = _verdicts(connection, claim)
    if reviewer in verdicts or accounts.leads(connection, reviewer) or len(verdicts) >= _required(connection, claim):
        return made
    return [decision for decision in made if decision.reviewer == reviewer or not decision.standing]


def _verdicts(connection: Connection, claim: int) -> set[str]:
    """Who gave a verdict on the claim that stands."""
    said, reviewer = tables.said.c, tables.reviewer.c
    chosen = select(reviewer.name).join(tables.said, said.reviewer == reviewer.id)
    return set(connection.execute(chosen.where(said.claim == claim, said.verdict.in_(VERDICTS))).scalars())


def _required(connection: Connection, claim: int) -> int:
    event = connection.execute(select(tables.claim.c.event).where(tables.claim.c.id == claim)).scalar_one()
    return settings.required(connection, event)
