"""Pictures of pages, drawn in a process of their own since a document may be hostile, and kept for a while."""

from collections import OrderedDict
from threading import Lock

from corpus import Sandbox
from db import Store

KEPT = 64 << 20  # bytes of pictures


class Pictures:
    """The pictures drawn last."""

    def __init__(self, most: int = KEPT) -> None:
        self._most, self._size, self._lock = most, 0, Lock()
        self._known: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._sandbox = Sandbox()

    def page(self, store: Store, document: str, number: int) -> bytes:
        """The page as a grey PNG. Raises StoreError or ReadError."""
        with self._lock:
            if found := self._known.get((document, number)):
                self._known.move_to_end((document, number))
                return found
        drawn = self._sandbox.picture(store.source(document), f"{document}.pdf", number)
        with self._lock:
            self._keep((document, number), drawn)
        return drawn

    def _keep(self, name: tuple[str, int], drawn: bytes) -> None:
        self._size += len(drawn) - len(self._known.pop(name, b""))
        self._known[name] = drawn
        while self._size > self._most and len(self._known) > 1:
            self._size -= len(self._known.popitem(last=False)[1])

    def start(self) -> None:
        """Gets the drawing process ready, so that the first page does not wait for it."""
        self._sandbox.start()

    def close(self) -> None:
        """Ends the drawing process."""
        self._sandbox.close()
