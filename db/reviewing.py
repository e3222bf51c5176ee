"""What reviewers do with the claims of a ledger."""

from db import decisions
from db.database import Database
from db.identity import find_claim
from db.records import Decision
from db.states import State


class Reviewing(Database):
    """Decisions and what they amount to."""

    def decide(self, claim: str, verdict: str, reviewer: str, reason: str | None = None) -> State:
        """Adds a reviewer's verdict ("approve" or "reject") on a claim; the claim's new state."""
        with self._writing() as connection:
            row = find_claim(connection, claim)
            return decisions.decide(connection, row, verdict, reviewer, reason)

    def decisions(self, claim: str | None = None) -> list[Decision]:
        """The decisions on a claim, or all of them, the oldest first."""
        with self._reading() as connection:
            row = None if claim is None else find_claim(connection, claim)
            return list(decisions.history(connection, row))

    def rebuild_states(self) -> int:
        """Derives every claim's state anew from the decisions; how many claims were renewed."""
        with self._writing() as connection:
            return decisions.renew_all(connection)
