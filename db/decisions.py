"""Decisions are added, never changed; each one renews its claim's state in the same transaction."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from db import corrections, events, history, lineage, reviewers, settings, state_cache, tables
from db.clock import now
from db.errors import StaleError, StoreError
from db.states import VERDICTS, State, check_verdict, derive, last_words, outcome


def decide(
    connection: Connection, claim: int, verdict: str, reviewer: str, reason: str | None,
    values: Mapping[str, Any] | None = None, follows: int | None = None, seen: int | None = None,
) -> State:
    """Adds a decision on the claim in this row; the claim's new state.

    `values` are the slots of a correction, `follows` is the number of the correction that an approval is of, `seen`
    that of the newest decision which the reviewer knew of. Raises StaleError when another came since.
    """
    check_verdict(verdict)
    if seen is not None and seen != history.newest(connection, claim):
        raise StaleError("someone else decided on this claim in the meantime: look at it again")
    row, name = reviewers.may_write(connection, reviewer)
    _check_turn(connection, claim, row, verdict, reason)
    _check_follows(connection, claim, row, verdict, follows)
    entry = {"claim": claim, "reviewer": row, "verdict": verdict, "reason": reason, "made_at": now(),
             "follows": follows, "corrected": None}
    if (verdict == "correct") != (values is not None):
        raise StoreError("a correction says what is right: give it with `factledger correct`")
    if values is not None:
        entry["corrected"] = corrections.corrected(connection, claim, values, reason)
    number = connection.execute(insert(tables.decision).values(entry).returning(tables.decision.c.id)).scalar_one()
    _log(connection, int(number), claim, name, entry)
    state = renew(connection, claim)
    if state is None:
        raise StoreError("the claim was read anew in the meantime: look at it again")
    return state


def _check_turn(connection: Connection, claim: int, reviewer: int, verdict: str, reason: str | None) -> None:
    """Where reviewers disagree, a third one decides and says why; the others can only take back what they said."""
    words = _words(connection, claim)
    if verdict == "withdraw" or derive(words) != "conflict":
        return
    if reviewer in {who for who, _ in words}:
        raise StoreError("reviewers disagree on this claim: someone else decides it, or you withdraw what you said")
    if not (reason or "").strip():
        raise StoreError("reviewers disagree on this claim: say why you decide so, with --reason")


def _check_follows(connection: Connection, claim: int, reviewer: int, verdict: str, follows: int | None) -> None:
    """An approval of a correction is of one on this claim, by someone else."""
    if follows is None:
        return
    table = tables.decision.c
    made = connection.execute(select(table.reviewer).where(
        table.id == follows, table.verdict == "correct", table.claim.in_(lineage.carried(connection, claim)),
    )).scalar()
    if made is None or verdict != "approve":
        raise StoreError(f"decision {follows} is no correction of this claim: see `factledger decisions`")
    if made == reviewer:
        raise StoreError("nobody approves their own correction: it counts already, someone else must approve it")


def _log(connection: Connection, number: int, claim: int, reviewer: str, entry: Mapping[str, Any]) -> None:
    public_id, key, source = events.about(connection, claim)
    detail = {"decision": number, "claim": public_id, "verdict": entry["verdict"], "reason": entry["reason"]}
    if entry["corrected"] is not None:
        detail["corrected"] = json.loads(entry["corrected"])
    if entry["follows"] is not None:
        detail["follows"] = entry["follows"]
    what = "correction" if entry["verdict"] == "correct" else "decision"
    events.append(connection, what, reviewer, key, source, detail, entry["made_at"])


def renew(connection: Connection, claim: int) -> State | None:
    """Derives the claim's state from its decisions and writes it into the cache; None if it is another claim now."""
    state, corrected = state_of(connection, claim)
    if state is None:
        state_cache.drop(connection, claim)
    else:
        state_cache.put(connection, claim, state, corrected)
    _renew_said(connection, claim)
    return state


def _renew_said(connection: Connection, claim: int) -> None:
    """Writes who said what of this claim into the cache."""
    table = tables.said
    connection.execute(delete(table).where(table.c.claim == claim))
    for reviewer, verdict in said_of(connection, claim).items():
        connection.execute(insert(table).values(claim=claim, reviewer=reviewer, verdict=verdict))


def said_of(connection: Connection, claim: int) -> dict[int, str]:
    """What each reviewer said last of the claim in this row and did not take back; nothing if it is another one now."""
    if _replaced(connection, claim):
        return {}
    return last_said(_words(connection, claim))


def last_said(words: list[tuple[int, str]]) -> dict[int, str]:
    """The verdict that each reviewer gave last in these words and did not take back."""
    return {reviewer: word if word in VERDICTS else "correct" for reviewer, word in last_words(words).items()}


def _replaced(connection: Connection, claim: int) -> bool:
    """Whether the claim in this row is another one now, or none."""
    link = lineage.last(connection, claim)
    return link is not None and (link.outcome == "gone" or link.new not in (None, claim))


def state_of(connection: Connection, claim: int) -> tuple[State | None, str | None]:
    """What the decisions on the claim in this row amount to, with the correction if there is one.

    The state is None if it is another claim now, or none.
    """
    if _replaced(connection, claim):
        return None, None
    event = connection.execute(select(tables.claim.c.event).where(tables.claim.c.id == claim)).scalar_one()
    state, word = outcome(_words(connection, claim), settings.required(connection, event))
    if state == "open" and (lineage.orphaned(connection, claim) is not None or lineage.stale(connection, claim)):
        return "stale", None
    return state, word if state == "corrected" else None


def _words(connection: Connection, claim: int) -> list[tuple[int, str]]:
    """Who said what of this claim that counts, the oldest first; a correction, and an approval of it, is its JSON."""
    table, after = tables.decision.c, lineage.orphaned(connection, claim) or 0
    rows = connection.execute(
        select(table.id, table.reviewer, table.verdict, table.corrected, table.follows)
        .where(table.claim.in_(lineage.carried(connection, claim)), table.id > after).order_by(table.id)
    ).all()
    return words_said(rows)


def words_said(rows: Sequence[Any]) -> list[tuple[int, str]]:
    """Who said what in these rows of decisions on one claim; a correction, and an approval of it, is its JSON."""
    made = {row.id: row.corrected for row in rows}
    return [(row.reviewer, row.corrected or made.get(row.follows) or row.verdict) for row in rows]
