"""What reviewers made of each rule's claims: its record."""

from collections import Counter, defaultdict
from typing import Any

from sqlalchemy import Connection, func, select

from db import lineage, tables
from db.agreement import COUNTED
from db.records import Worth


def worth(connection: Connection) -> list[Worth]:
    """Each rule that made a claim, the one with the most claims first.

    Each reviewer's last word on a claim counts once, also one that was said of a claim that is stale by now: it was
    said of what this rule had found.
    """
    claim = tables.claim.c
    counted = select(claim.rule, func.count()).join(tables.claim_state).group_by(claim.rule)
    rows: Any = connection.execute(counted)
    claims: dict[str, int] = dict(iter(rows))
    verdicts: dict[str, Counter[str]] = defaultdict(Counter)
    reasons: dict[str, Counter[str]] = defaultdict(Counter)
    for rule, verdict, reason in _last_words(connection):
        verdicts[rule][verdict] += 1
        if verdict != "approve" and reason:
            reasons[rule][" ".join(reason.split())] += 1
    found = [
        Worth(rule, claims.get(rule, 0), verdicts[rule]["approve"], verdicts[rule]["correct"],
              verdicts[rule]["reject"], tuple(reasons[rule].most_common()))
        for rule in claims.keys() | verdicts.keys()
    ]
    return sorted(found, key=lambda item: (-item.claims, item.rule))


def _last_words(connection: Connection) -> list[tuple[str, str, str | None]]:
    """The rule, the verdict and its reason, once for each reviewer of each claim; what was taken back is left out."""
    decision, claim = tables.decision.c, tables.claim.c
    rows = connection.execute(
        select(decision.claim, decision.reviewer, claim.rule, decision.verdict, decision.reason)
        .join(tables.claim, claim.id == decision.claim)
        .where(decision.verdict.in_((*COUNTED, "withdraw"))).order_by(decision.id)
    )
    heirs = lineage.heirs(connection)
    last = {(heirs.get(row, row), reviewer): (rule, verdict, reason) for row, reviewer, rule, verdict, reason in rows}
    return [said for said in last.values() if said[1] != "withdraw"]
