"""Reading, extracting and keeping documents one by one: a bad one never stops the others."""

import hashlib
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import corpus
from corpus.reader import bytes_of
from corpus.settings import USUAL, Settings
from db import Store, StoreError
from extract import extract
from factledger.provenance import code_version, rules_sha256
from factledger.reading import file_name, problem_of
from models import Extraction


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a document of the ledger, or the problem, a sentence.

    `new` is False if it was known; `notes` say what in it could not be read.
    """

    path: Path
    seconds: float = 0.0
    document: str = ""
    new: bool = False
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

    def ingest(self, paths: list[Path]) -> Iterator[Outcome]:
        """Each file with what became of it. Raises StoreError when the store itself cannot go on."""
        for path in paths:
            yield self._one(path)
        if self._run is not None:
            self.store.finish_run(self._run)

    def _one(self, path: Path) -> Outcome:
        begun = time.perf_counter()
        try:
            outcome = self._keep(path)
        except StoreError:
            raise
        except Exception as error:
            if os.environ.get("FACTLEDGER_DEBUG") and not isinstance(error, (corpus.ReadError, OSError)):
                raise
            outcome = Outcome(path, problem=problem_of(path, error))
        return replace(outcome, seconds=time.perf_counter() - begun)

    def _keep(self, path: Path) -> Outcome:
        data = bytes_of(path, self.settings.limits.size)
        if found := self.store.known(hashlib.sha256(data).hexdigest()):
            return Outcome(path, document=found)
        document = corpus.read_bytes_safely(data, str(path), self.settings.limits, self.settings)
        extraction = extract(document)
        added = self.store.add(document, data, extraction, self._number(), file_name(path))
        return Outcome(path, 0.0, added.document, added.new, *_counts(extraction), document.notes)

    def _number(self) -> int:
        if self._run is None:
            self._run = self.store.start_run(code_version(), rules_sha256())
        return self._run


def _counts(found: Extraction) -> tuple[int, int, int]:
    """How many claims, numerals, and numerals that nothing explains."""
    unread = sum(numeral.fate == "unread" for numeral in found.numerals)
    return len(found.claims), len(found.numerals), unread
