"""Documents that were read from the ledger before: a reading is never altered, so it can be kept."""

from collections import OrderedDict
from threading import Lock

from db import Store
from models import Document

KEPT = 24  # documents


class Readings:
    """The documents used last."""

    def __init__(self, most: int = KEPT) -> None:
        self._most, self._lock = most, Lock()
        self._known: OrderedDict[str, Document] = OrderedDict()

    def document(self, store: Store, name: str) -> Document:
        """The document with this id. Raises StoreError."""
        with self._lock:
            if name in self._known:
                self._known.move_to_end(name)
                return self._known[name]
        read = store.document(name)
        with self._lock:
            self._known[name] = read
            while len(self._known) > self._most:
                self._known.popitem(last=False)
        return read
