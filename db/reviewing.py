"""What reviewers do with the claims of a ledger."""

from db import decisions, lineage, query
from db.database import Database
from db.identity import find_claim
from db.records import Decision, StoredClaim
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
            if claim is None:
                return decisions.everything(connection)
            return decisions.history(connection, find_claim(connection, claim))

    def earlier(self, claim: str) -> list[StoredClaim]:
        """The decided claims whose place this one took: what it said before its source was read again."""
        with self._reading() as connection:
            rows = lineage.stale(connection, find_claim(connection, claim))
            return [query.claim(connection, row) for row in rows]

    def rebuild_states(self) -> int:
        """Derives every claim's state anew from the decisions; how many claims were renewed."""
        with self._writing() as connection:
            return decisions.renew_all(connection)
