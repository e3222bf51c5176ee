"""Documents in bulk: read and extracted by several processes, kept by one writer. A bad one never stops the others."""

import hashlib
import os
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, replace
from threading import Event

from corpus import Fingerprint
from corpus.settings import USUAL, Settings
from db import Likeness, Store, StoreError
from factledger.batch.ordered import ordered
from factledger.batch.outcome import Near, Outcome, Report
from factledger.batch.pool import LocalPool, Pool
from factledger.batch.source import Source, largest_first, of_file
from factledger.batch.work import Work
from factledger.errors import Failure
from factledger.provenance import code_version, rules_sha256
from factledger.reading import problem_of

__all__ = ["Batch", "Outcome", "Report", "Source", "of_file"]

AHEAD = 512             # documents that may be begun while an earlier one is in hand
HELD = 128 * 2**20      # bytes of sources that they may have together
LEAST, FOR_A_BYTE = 600 * 2**20, 400    # bytes of address space for a document, and for each of its own bytes


@dataclass(frozen=True, slots=True)
class Ready:
    """A source's bytes with what a process made of them; without `work` it is known as `document`."""

    data: bytes
    work: Work | None
    document: str = ""


class Batch:
    """Documents on their way into one store, in a fixed order whatever the number of processes.

    The run is noted with the first document that is new or fails. Once `stopped` is set no more is begun; what is in
    hand is finished and kept. A document may use memory by its size, or all that the limits allow with `generous`.
    Used in a `with`, it closes its pool.
    """

    def __init__(
        self, store: Store, settings: Settings = USUAL, pool: Pool | None = None, stopped: Event | None = None,
        generous: bool = False,
    ) -> None:
        self.store, self.settings = store, settings
        self.pool = pool or LocalPool(os.cpu_count() or 1)
        self.report = Report()
        self.run: int | None = None
        self._stopped, self._generous = stopped or Event(), generous

    def __enter__(self) -> "Batch":
        return self

    def __exit__(self, *_: object) -> None:
        self.pool.close()

    def ingest(self, sources: Iterable[Source], rerun: bool = False) -> Iterator[Outcome]:
        """Each source with what became of it, the largest first; known ones are read again with `rerun`.

        Raises StoreError when the store itself cannot go on.
        """
        begun = time.perf_counter()
        try:
            done = ordered(largest_first(list(sources)), lambda source: self._ready(source, rerun), self.pool.size,
                           self._may_go_ahead, self._stopped.is_set)
            for source, future in done:
                outcome = self._settled(source, future)
                self.report.count(outcome)
                yield outcome
        finally:
            self.report.clock += time.perf_counter() - begun
            if self.run is not None:
                self.store.finish_run(self.run, self.report.record)

    def rerun(self) -> Iterator[Outcome]:
        """Each document of the ledger, read again from its bytes. Raises StoreError."""
        newest = {entry.sha256: entry for entry in self.store.documents()}
        yield from self.ingest([_kept(self.store, entry.id, entry.name) for entry in newest.values()], rerun=True)

    def _may_go_ahead(self, held: Iterable[Source]) -> bool:
        sizes = [source.size for source in held]
        return len(sizes) < AHEAD and sum(sizes) < HELD

    def _ready(self, source: Source, rerun: bool) -> Ready:
        data = source.read(self.settings.limits.size)
        found = self.store.known(hashlib.sha256(data).hexdigest()) or ""
        if found and not rerun:
            return Ready(b"", None, found)
        return Ready(data, self.pool.process(data, source, self._allowed(len(data))), found)

    def _allowed(self, size: int) -> Settings:
        """A small file that needs much memory is a bomb: what a document may use grows with its size."""
        limits = self.settings.limits
        memory = limits.memory if self._generous else min(limits.memory, LEAST + FOR_A_BYTE * size)
        return replace(self.settings, limits=replace(limits, memory=memory))

    def _settled(self, source: Source, future: "Future[Ready]") -> Outcome:
        try:
            return self._keep(source, future.result())
        except (StoreError, Failure):
            raise
        except Exception as error:
            problem = problem_of(error)
            self.store.add_failure(self._number(), source.where, problem.fault, problem.remedy)
            return Outcome(source.name, problem=problem)

    def _keep(self, source: Source, ready: Ready) -> Outcome:
        if ready.work is None:
            return Outcome(source.name, ready.document)
        work, run, begun = ready.work, self._number(), time.perf_counter()
        if ready.document:
            again = self.store.rerun_prepared(work.prepared, run)
            seconds = {**work.seconds, "storing": time.perf_counter() - begun}
            return Outcome(source.name, again.document, False, again, work.counts, seconds, None, work.notes)
        likeness, near = self._likeness(work)
        added = self.store.add_prepared(work.prepared, ready.data, run, source.file_name, likeness, source.card.record)
        if not added.new:  # the same bytes came twice
            return Outcome(source.name, added.document)
        seconds = {**work.seconds, "storing": time.perf_counter() - begun}
        return Outcome(source.name, added.document, True, None, work.counts, seconds, near, work.notes)

    def _likeness(self, work: Work) -> tuple[Likeness | None, Near | None]:
        """How the text is found again, and the document of the ledger that is nearest to it."""
        if not work.fingerprint:
            return None, None
        mine = Fingerprint.from_hex(work.fingerprint)
        likeness = Likeness(work.fingerprint, mine.bands)
        found = [Near(name, round(mine.likeness(Fingerprint.from_hex(other)), 2))
                 for name, other in self.store.alike(likeness) if mine.is_near(Fingerprint.from_hex(other))]
        return likeness, max(found, key=lambda near: near.likeness, default=None)

    def _number(self) -> int:
        if self.run is None:
            self.run = self.store.start_run(code_version(self.settings.ner), rules_sha256())
        return self.run


def _kept(store: Store, document: str, name: str) -> Source:
    return Source(name, 0, lambda _: store.source(document))
