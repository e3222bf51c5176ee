"""The same work on a running Dask scheduler and its workers: documents go out, rows come back."""

import zlib
from collections.abc import Callable
from concurrent.futures import CancelledError
from functools import cache
from threading import Lock
from typing import Any, cast

import dask
from distributed import Client, KilledWorker
from distributed.comm.core import CommClosedError

from corpus import ReadError, Settings
from factledger.batch.card import Card
from factledger.batch.pool import LocalPool
from factledger.batch.source import Source, fetched
from factledger.batch.work import Work, packed, unpacked
from factledger.errors import Failure
from factledger.provenance import code_version, rules_sha256

REACHED = 15.0          # seconds that a scheduler has to answer
TRIES = 4               # how often the connection is made anew while one document is in hand
AT_ONCE = 256           # documents at most
FAST = 1                # zlib's level: rows shrink to an eighth
OPEN: Any = Client       # it has no types
LOST = (CancelledError, CommClosedError, OSError, TimeoutError)

Answer = tuple[bool, bytes | tuple[str, str]]   # whether it was read, then the packed work or fault and remedy
Task = Callable[[bytes | str, str, Settings, dict[str, str]], Answer]


def remotely(data: bytes | str, name: str, settings: Settings, card: dict[str, str]) -> Answer:
    """What a Dask worker does: its own processes read these bytes, or those behind this address."""
    try:
        there = fetched(data, settings.limits.size) if isinstance(data, str) else data
        work = _pool().process(there, Source(name, 0, lambda _: there, Card.from_record(card)), settings)
        return True, zlib.compress(packed(work), FAST)
    except ReadError as error:
        return False, (error.problem, error.remedy)


@cache
def _pool() -> LocalPool:
    """The reading processes of this Dask worker; as many come to be as it has threads."""
    return LocalPool(AT_ONCE)


def edition() -> tuple[str, str]:
    """Which code and rules this machine has."""
    return code_version(), rules_sha256()


class DaskPool:
    """A Pool on the scheduler at this address; use TLS or a network of your own, for documents go over it.

    Raises Failure when the scheduler cannot be reached, has no worker, or a worker has other code or rules.
    """

    def __init__(self, address: str, task: Task = remotely) -> None:
        dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"})
        self.address, self.task = address, task
        self._connecting, self._suspects = Lock(), Lock()
        self._client: Any = self._connected()
        self.size = min(AT_ONCE, 2 * sum(self._client.nthreads().values()))

    def process(self, data: bytes, source: Source, settings: Settings) -> Work:
        """As Pool says. A document whose workers die is tried once more, alone: it may have had a bad neighbour."""
        try:
            return self._process(data, source, settings)
        except KilledWorker:
            pass
        with self._suspects:
            try:
                return self._process(data, source, settings)
            except KilledWorker:
                raise ReadError(source.name, "ended every worker that read it", "split it, or print it anew") from None

    def _process(self, data: bytes, source: Source, settings: Settings) -> Work:
        for _ in range(TRIES):
            client = self._client
            try:
                words = (source.address or data, source.name, settings, source.card.record)
                read, answer = client.submit(self.task, *words, pure=False).result()
            except LOST:
                self._reconnect(client)
                continue
            if not read:
                raise ReadError(source.name, *cast(tuple[str, str], answer))
            return unpacked(zlib.decompress(cast(bytes, answer)))
        raise Failure(f"the scheduler {self.address} was lost again and again: the same command goes on later")

    def _reconnect(self, lost: Any) -> None:
        """A new connection in place of this one, made by the first thread that sees it is gone."""
        with self._connecting:
            if self._client is lost:
                lost.close(timeout=1)
                self._client = self._connected()

    def _connected(self) -> Any:
        try:
            client = OPEN(self.address, timeout=REACHED, set_as_default=False)
            client.wait_for_workers(1, timeout=REACHED)
        except (OSError, ValueError, TimeoutError):
            raise Failure(
                f"the Dask scheduler {self.address} cannot be reached or has no worker: "
                f"start them with `dask scheduler` and `dask worker {self.address}`, then give the same command"
            ) from None
        self._check(client.run(edition))
        return client

    def _check(self, editions: dict[str, Any]) -> None:
        for worker, found in editions.items():
            if tuple(found) != edition():
                raise Failure(f"the worker {worker} has FactLedger {found[0]} with rules {found[1][:12]}, this machine "
                              f"{edition()[0]} with {edition()[1][:12]}: install the same version on both")

    def close(self) -> None:
        """Lets go of the scheduler."""
        self._client.close(timeout=5)
