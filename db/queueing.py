"""Which claim comes next: what a reviewer's page asks of the ledger."""

from collections.abc import Mapping

from db import queue as queues
from db import tallies
from db.database import Database
from db.records import Queue


class Queueing(Database):
    """The reviewers' queue. It answers in a few milliseconds at a million claims: benchmarks/queries.py."""

    def next_claim(self, queue: Queue, after: str | None = None, reviewer: str | None = None) -> str | None:
        """The id of the first claim of the queue, or of the first after this one; None at the end.

        With a reviewer, what that person has said something of already is passed over, and what another one looks at.
        """
        with self._reading() as connection:
            return queues.next_claim(connection, queue, after, reviewer)

    def previous_claim(self, queue: Queue, before: str) -> str | None:
        """The id of the last claim of the queue before this one; None at the beginning."""
        with self._reading() as connection:
            return queues.previous_claim(connection, queue, before)

    def place_in(self, queue: Queue, claim: str) -> tuple[int, int]:
        """How many claims of the queue there are up to this one, and in all: "claim 12 of 340".

        No more than `db.MANY` are counted: that number means so many or more. In all, they are counted exactly where
        nothing but state and event is filtered by.
        """
        with self._reading() as connection:
            return queues.place_in(connection, queue, claim)

    def state_counts(self) -> Mapping[str, int]:
        """How many claims are in each state, kept as they are decided."""
        with self._reading() as connection:
            return tallies.state_counts(connection)
