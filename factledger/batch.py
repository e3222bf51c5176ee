"""Reading, extracting and keeping documents one by one: a bad one never stops the others."""

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import corpus
from corpus.reader import bytes_of
from corpus.settings import USUAL, Settings
from db import Reread, Store, StoreError
from extract import extract
from factledger.provenance import code_version, rules_sha256
from factledger.reading import file_name, problem_of
from models import Extraction


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a document of the ledger, or the problem, a sentence.

    `new` is False if it was known, `again` what reading it again changed; `notes` say what in it could not be read.
    """

    path: Path
    seconds: float = 0.0
    document: str = ""
    new: bool = False
    again: Reread | None = None
    claims: int = 0
    numerals: int = 0
    unread: int = 0
    notes: tuple[str, ...] = ()
    problem: str = ""


class Batch:
    """Documents on their way into one store. The run is noted with the first document that is new."""

    def __init__(self, store: Store, settings: Settings = USUAL) -> None:
        self.store, self.settings = store, settings
        self._run: int | None = None

    def ingest(self, paths: list[Path], rerun: bool = False) -> Iterator[Outcome]:
        """Each file with what became of it; known ones are read again with `rerun`.

        Raises StoreError when the store itself cannot go on.
        """
        for path in paths:
            yield self._one(path, partial(self._keep, path, rerun))
        self._finish()

    def rerun(self) -> Iterator[Outcome]:
        """Each document of the ledger, read again from its bytes. Raises StoreError."""
        newest = {entry.sha256: entry for entry in self.store.documents()}
        for entry in newest.values():
            yield self._one(Path(entry.name), partial(self._again, entry.id, entry.name))
        self._finish()

    def _finish(self) -> None:
        if self._run is not None:
            self.store.finish_run(self._run)

    def _one(self, path: Path, task: Callable[[], Outcome]) -> Outcome:
        begun = time.perf_counter()
        try:
            outcome = task()
        except StoreError:
            raise
        except Exception as error:
            if os.environ.get("FACTLEDGER_DEBUG") and not isinstance(error, (corpus.ReadError, OSError)):
                raise
            outcome = Outcome(path, problem=problem_of(path, error))
        return replace(outcome, seconds=time.perf_counter() - begun)

    def _keep(self, path: Path, rerun: bool) -> Outcome:
        data = bytes_of(path, self.settings.limits.size)
        if found := self.store.known(hashlib.sha256(data).hexdigest()):
            return self._again(found, str(path)) if rerun else Outcome(path, document=found)
        document = corpus.read_bytes_safely(data, str(path), self.settings.limits, self.settings)
        extraction = extract(document)
        added = self.store.add(document, data, extraction, self._number(), file_name(path))
        return Outcome(path, 0.0, added.document, added.new, None, *_counts(extraction), document.notes)

    def _again(self, name: str, file: str) -> Outcome:
        """The document with this id, read from its bytes as the file of this name."""
        document = corpus.read_bytes_safely(self.store.source(name), file, self.settings.limits, self.settings)
        extraction = extract(document)
        again = self.store.rerun(document, extraction, self._number())
        return Outcome(Path(file), 0.0, again.document, False, again, *_counts(extraction), document.notes)

    def _number(self) -> int:
        if self._run is None:
            self._run = self.store.start_run(code_version(), rules_sha256())
        return self._run


def _counts(found: Extraction) -> tuple[int, int, int]:
    """How many claims, numerals, and numerals that nothing explains."""
    unread = sum(numeral.fate == "unread" for numeral in found.numerals)
    return len(found.claims), len(found.numerals), unread
