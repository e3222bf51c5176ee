"""Each rule's record with the reviewers, counted anew every now and then."""

import time
from collections.abc import Mapping
from threading import Lock

from db import Store, Worth

SECONDS = 60.0


class Worths:
    """The records as they were counted last."""

    def __init__(self) -> None:
        self._lock, self._until = Lock(), 0.0
        self._known: Mapping[str, Worth] = {}

    def of(self, store: Store) -> Mapping[str, Worth]:
        """The record of each rule, by its id."""
        with self._lock:
            if time.monotonic() >= self._until:
                self._known = {item.rule: item for item in store.worth()}
                self._until = time.monotonic() + SECONDS
            return self._known
