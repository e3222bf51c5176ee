"""How far reviewers agree, counted anew when anything happened to the ledger since."""

from collections.abc import Sequence
from threading import Lock

from db import Agreement, Store


class Agreements:
    """What was counted last, and the end of the ledger's log at that time."""

    def __init__(self) -> None:
        self._lock, self._head = Lock(), ""
        self._known: Sequence[Agreement] = ()

    def of(self, store: Store) -> Sequence[Agreement]:
        """Each pair of reviewers, for each event and slot."""
        with self._lock:
            head = store.head()
            if head != self._head:
                self._known, self._head = store.agreement(), head
            return self._known
