"""What shows that a ledger is whole."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from db import backup, events, search, search_check, verify
from db.database import Database
from db.derived import renew_all
from db.history import claim_events
from db.identity import find_claim
from db.records import Event, Verification


class Auditing(Database):
    """The event log and its proof."""

    def events(self, claim: str | None = None) -> list[Event]:
        """Every event, or those of the claims with this key, the oldest first."""
        with self._reading() as connection:
            return list(events.log(connection, claim))

    def latest_events(
        self, before: int | None = None, limit: int = 50, who: str | None = None, kinds: Collection[str] = (),
    ) -> list[Event]:
        """The newest events, the newest first; with `before` only those with a lower number.

        `who` is whose events are wanted ("": what the program did by itself), `kinds` what may have happened.
        """
        with self._reading() as connection:
            return events.latest(connection, before, limit, who, kinds)

    def claim_events(self, claim: str) -> list[Event]:
        """What happened to a claim, and to what it was before its source was read again; the oldest first."""
        with self._reading() as connection:
            return claim_events(connection, find_claim(connection, claim))

    def head(self) -> str:
        """The hash of the newest event: noted elsewhere, it proves later that nothing before it was changed."""
        with self._reading() as connection:
            return events.last(connection)[1]

    def verify(self, head: str | None = None) -> Verification:
        """Checks the whole ledger; `head` is a hash that was noted earlier, or the beginning of it."""
        damaged: tuple[str, ...] = ()
        if self._writable:
            with self._writing() as connection:
                damaged = tuple(search_check.damaged(connection))
        with self._reading() as connection:
            found = verify.verify(connection, head)
        return replace(found, problems=damaged + found.problems)

    def rebuild(self) -> int:
        """Derives states, counts and the search index anew; how many claims there are."""
        with self._writing() as connection:
            search.rebuild(connection)
            return renew_all(connection)

    def backup(self, target: str | Path) -> None:
        """Copies the ledger into a new file while others go on writing; only its owner can read it."""
        with self._reading() as connection:
            backup.backup(connection, Path(target))
