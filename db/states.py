"""What the decisions on a claim amount to."""

from collections.abc import Iterable
from typing import Literal, get_args

from db.errors import StoreError

Verdict = Literal["approve", "reject"]
State = Literal[
    "open", "approved_once", "verified", "rejected", "corrected", "conflict", "flagged", "skipped", "stale",
]
VERDICTS: tuple[str, ...] = get_args(Verdict)
STATES: tuple[str, ...] = get_args(State)


def check_verdict(verdict: str) -> None:
    """Raises StoreError for a word that is no verdict."""
    if verdict not in VERDICTS:
        raise StoreError(f"{verdict!r} is no verdict: it is one of {', '.join(VERDICTS)}")


def derive(decisions: Iterable[tuple[int, str]], required: int = 1) -> State:
    """The state after these (reviewer, verdict) pairs, the oldest first.

    Each reviewer counts once, with the last word they said. A disagreement is a conflict until more say one thing
    than the other; `required` approvals verify a claim that nobody rejects.
    """
    last = dict(decisions)
    approvals = sum(verdict == "approve" for verdict in last.values())
    rejections = sum(verdict == "reject" for verdict in last.values())
    if approvals and approvals == rejections:
        return "conflict"
    if approvals > rejections:
        return "verified" if approvals - rejections >= required else "approved_once"
    return "rejected" if rejections else "open"
