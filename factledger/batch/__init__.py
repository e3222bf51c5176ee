"""Documents in bulk: read and extracted by several processes, kept by one writer. A bad one never stops the others."""

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from itertools import groupby
from threading import Event

from corpus import Fingerprint, ReadError
from corpus.settings import USUAL, Settings
from db import Added, Addition, Store, StoreError
from factledger.batch.ordered import ordered
from factledger.batch.outcome import Near, Outcome, Report
from factledger.batch.pool import LocalPool, Pool
from factledger.batch.source import Source, largest_first, of_file
from factledger.batch.work import Work
from factledger.errors import Failure
from factledger.problem import problem_of
from factledger.provenance import code_version, rules_sha256
from models.rules import RuleError

__all__ = ["Batch", "Outcome", "Report", "Source", "of_file"]

AHEAD = 512             # documents that may be begun while an earlier one is in hand
HELD = 128 * 2**20      # bytes of sources that they may have together
PATIENCE = 0.5          # seconds in which documents come together into one transaction
LEAST, FOR_A_BYTE = 480 * 2**20, 400    # bytes of address space for a document, and for each of its own bytes


@dataclass(frozen=True, slots=True)
class Ready:
    """A source's bytes with what a process made of them; without `work` it is known as `document`."""

    data: bytes
    work: Work | None
    document: str = ""

    @property
    def is_new(self) -> bool:
        return self.work is not None and not self.document


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
                           self._may_go_ahead, self._stopped.is_set, PATIENCE)
            for group in done:
                for outcome in self._settled(group):
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
        digest = hashlib.sha256(data).hexdigest()
        found = self.store.known(digest) or ""
        if found and not rerun:
            return Ready(b"", None, found)
        work = self.pool.process(data, source, self._allowed(len(data)))
        if work.prepared.sha256 != digest:  # a worker that fetched it itself saw something else
            raise ReadError(source.name, "changed while it was read", "ingest it again when it is complete")
        return Ready(data, work, found)

    def _allowed(self, size: int) -> Settings:
        """A small file that needs much memory is a bomb: what a document may use grows with its size."""
        limits = self.settings.limits
        memory = limits.memory if self._generous else min(limits.memory, LEAST + FOR_A_BYTE * size)
        return replace(self.settings, limits=replace(limits, memory=memory))

    def _settled(self, group: "Sequence[tuple[Source, Future[Ready]]]") -> Iterator[Outcome]:
        """What became of these; those that are new one after another are kept in one transaction."""
        found = [(source, future.exception() or future.result()) for source, future in group]
        for new, some in groupby(found, lambda pair: isinstance(pair[1], Ready) and pair[1].is_new):
            if new:
                yield from self._add([(source, ready) for source, ready in some if isinstance(ready, Ready)])
            else:
                yield from (self._settle(source, ready) for source, ready in some)

    def _settle(self, source: Source, ready: Ready | BaseException) -> Outcome:
        if isinstance(ready, Ready):
            return self._reread(source, ready)
        if isinstance(ready, (StoreError, Failure, RuleError)) or not isinstance(ready, Exception):
            raise ready
        problem = problem_of(ready)
        self.store.add_failure(self._number(), source.where, problem.fault, problem.remedy)
        return Outcome(source.name, problem=problem)

    def _reread(self, source: Source, ready: Ready) -> Outcome:
        if ready.work is None:
            return Outcome(source.name, ready.document)
        begun = time.perf_counter()
        again = self.store.rerun_prepared(ready.work.prepared, self._number())
        seconds = {**ready.work.seconds, "storing": time.perf_counter() - begun}
        return Outcome(source.name, again.document, False, again, ready.work.counts, seconds, None, ready.work.notes)

    def _add(self, some: list[tuple[Source, Ready]]) -> Iterator[Outcome]:
        run, begun = self._number(), time.perf_counter()
        added = self.store.add_all([
            Addition(ready.work.prepared, ready.data, source.file_name, ready.work.likeness, source.card.record)
            for source, ready in some if ready.work
        ], run)
        each = (time.perf_counter() - begun) / len(some)
        for (source, ready), one in zip(some, added, strict=True):
            if one.new and ready.work:
                work, seconds = ready.work, {**ready.work.seconds, "storing": each}
                yield Outcome(source.name, one.document, True, None, work.counts, seconds, _near(work, one), work.notes)
            else:  # the same bytes came twice
                yield Outcome(source.name, one.document)

    def _number(self) -> int:
        if self.run is None:
            self.run = self.store.start_run(code_version(self.settings.ner), rules_sha256())
        return self.run


def _kept(store: Store, document: str, name: str) -> Source:
    return Source(name, 0, lambda _: store.source(document))


def _near(work: Work, added: Added) -> Near | None:
    """The document of the ledger whose text is nearest to this one, if it is near."""
    if work.likeness is None:
        return None
    mine = Fingerprint.from_hex(work.likeness.fingerprint)
    others = [(name, Fingerprint.from_hex(other)) for name, other in added.alike]
    found = [Near(name, round(mine.likeness(other), 2)) for name, other in others if mine.is_near(other)]
    return max(found, key=lambda near: near.likeness, default=None)
