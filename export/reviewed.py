"""What reviewers said of each claim, as a fact tells it."""

from typing import Any

from db import Decision, Event, Store, StoredClaim

Record = dict[str, Any]

SETTLED = ("verified", "corrected")  # the states in which reviewers vouch for a claim


class Reviewed:
    """The decisions of a ledger and their events; reviewers under pseudonyms unless by `names`."""

    def __init__(self, store: Store, names: bool) -> None:
        self.names = names
        self.said: dict[str, list[Decision]] = {}
        for decision in store.decisions():
            self.said.setdefault(decision.claim, []).append(decision)
        self.logged: dict[int, Event] = {
            event.detail["decision"]: event for event in store.events() if event.what == "decision"
        }

    def columns(self, stored: StoredClaim) -> Record:
        """The columns on who verified the claim, when, and the log's entry of the last decision on it."""
        decisions = self.said.get(stored.id, [])
        last = self.logged.get(decisions[-1].number) if decisions else None
        record: Record = {"event_seq": last and last.number, "event_hash": last and last.hash}
        first = [*_vouching(decisions, stored.state), None, None]
        for place in (1, 2):
            decision = first[place - 1]
            record[f"verified_by_{place}"] = decision and self._reviewer(decision)
            record[f"verified_at_{place}"] = decision and decision.made_at
        return record

    def decisions(self, stored: StoredClaim) -> tuple[Record, ...]:
        """Every decision on the claim, the oldest first."""
        return tuple(
            {
                "number": decision.number, "reviewer": self._reviewer(decision), "verdict": decision.verdict,
                "reason": decision.reason, "made_at": decision.made_at, "standing": decision.standing,
                "corrected": decision.corrected, "follows": decision.follows,
            } for decision in self.said.get(stored.id, [])
        )

    def _reviewer(self, decision: Decision) -> str:
        return decision.reviewer if self.names else f"reviewer {decision.reviewer_number}"


def _vouching(decisions: list[Decision], state: str) -> list[Decision]:
    """Each reviewer's last word, where it is approval (or the correction, of a corrected claim), the oldest first.

    A claim that was skipped keeps what was said before.
    """
    last = {
        decision.reviewer_number: decision for decision in decisions
        if decision.standing and decision.verdict != "skip"
    }
    words = ("approve", "correct") if state == "corrected" else ("approve",)
    return sorted((said for said in last.values() if said.verdict in words), key=lambda said: said.number)
