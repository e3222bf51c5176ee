"""The processes of this machine that read and extract."""

from queue import LifoQueue
from typing import Protocol

from corpus import Settings
from factledger.batch.source import Source
from factledger.batch.work import Work, unpacked
from factledger.batch.workers import Nursery, Worker


class Pool(Protocol):
    """Whoever does the work: with `size` documents in hand it never waits for the next one."""

    size: int

    def process(self, data: bytes, source: Source, settings: Settings) -> Work:
        """What these bytes of this source come to. Raises ReadError, also when they end a process."""

    def close(self) -> None:
        """Ends the processes."""


class LocalPool:
    """A nursery with so many workers; the one that was used last is used next, so that no more are made than needed."""

    def __init__(self, workers: int) -> None:
        self.size = 2 * workers
        self._nursery = Nursery()
        self._free: LifoQueue[Worker] = LifoQueue()
        for _ in range(workers):
            self._free.put(Worker(self._nursery))

    def process(self, data: bytes, source: Source, settings: Settings) -> Work:
        """As Pool says."""
        worker = self._free.get()
        try:
            answer = worker.process(data, source.name, settings, source.card)
        finally:
            self._free.put(worker)
        return unpacked(answer)

    def close(self) -> None:
        """Ends the processes."""
        self._nursery.close()
