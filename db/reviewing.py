"""What reviewers do with the claims of a ledger."""

from collections.abc import Mapping
from typing import Any

from db import agreement, decisions, derived, history, lineage, query, settings, worth
from db.database import Database
from db.identity import find_claim
from db.records import Agreement, Decision, StoredClaim, Worth
from db.states import State


class Reviewing(Database):
    """Decisions and what they amount to."""

    def decide(
        self, claim: str, verdict: str, reviewer: str, reason: str | None = None, follows: int | None = None,
        seen: int | None = None,
    ) -> State:
        """Adds a reviewer's verdict on a claim (approve, reject, flag, skip or withdraw); the claim's new state.

        An approval that `follows` a decision is of the correction made there. Where reviewers disagree, only a third
        person can decide, with a reason. Nobody approves their own correction. `seen` is the number of the newest
        decision on the claim that the reviewer knew of, 0 for none: StaleError when another came since.
        """
        with self._writing() as connection:
            row = find_claim(connection, claim)
            return decisions.decide(connection, row, verdict, reviewer, reason, None, follows, seen)

    def correct(
        self, claim: str, values: Mapping[str, Any], reviewer: str, reason: str | None = None, seen: int | None = None
    ) -> State:
        """Adds a correction: `values` are slots of the claim's record as they should be; the claim's new state.

        A figure that does not stand in the claim's words needs a reason. `seen` as for `decide`.
        """
        with self._writing() as connection:
            row = find_claim(connection, claim)
            return decisions.decide(connection, row, "correct", reviewer, reason, values, seen=seen)

    def last_decision_number(self, claim: str) -> int:
        """The number of the newest decision on a claim, 0 for none: what `decide` takes as `seen`."""
        with self._reading() as connection:
            return history.newest(connection, find_claim(connection, claim))

    def settings(self) -> dict[str, str]:
        """Every setting that was made, by name."""
        with self._reading() as connection:
            return settings.everything(connection)

    def set(self, name: str, value: str, who: str) -> None:
        """Makes a setting, such as required_approvals or required_approvals.killed, and derives the states anew."""
        with self._writing() as connection:
            settings.put(connection, name, value, who)
            derived.renew_states(connection)

    def decisions(self, claim: str | None = None) -> list[Decision]:
        """The decisions on a claim, or all of them, the oldest first."""
        with self._reading() as connection:
            if claim is None:
                return history.everything(connection)
            return history.history(connection, find_claim(connection, claim))

    def earlier(self, claim: str) -> list[StoredClaim]:
        """The decided claims whose place this one took: what it said before its source was read again."""
        with self._reading() as connection:
            rows = lineage.stale(connection, find_claim(connection, claim))
            return [query.claim(connection, row) for row in rows]

    def rebuild_states(self) -> int:
        """Derives every claim's state anew from the decisions; how many claims were renewed."""
        with self._writing() as connection:
            return derived.renew_all(connection)

    def agreement(self) -> list[Agreement]:
        """How far each pair of reviewers agrees, for each event and for all together."""
        with self._reading() as connection:
            return agreement.agreements(connection)

    def worth(self) -> list[Worth]:
        """What reviewers made of each rule's claims."""
        with self._reading() as connection:
            return worth.worth(connection)
