"""Reading, extracting and keeping documents one by one: a bad one never stops the others."""

import hashlib
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import corpus
from corpus.limits import MOST_BYTES
from db import Store, StoreError
from extract import extract
from factledger.provenance import code_version, rules_sha256
from models import Document, Extraction


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

    def __init__(self, store: Store) -> None:
        self.store = store
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
        data = read_file(path)
        if found := self.store.known(hashlib.sha256(data).hexdigest()):
            return Outcome(path, document=found)
        document = corpus.read_bytes(data, str(path))
        extraction = extract(document)
        added = self.store.add(document, data, extraction, self._number(), file_name(path))
        return Outcome(path, 0.0, added.document, added.new, *_counts(extraction), document.notes)

    def _number(self) -> int:
        if self._run is None:
            self._run = self.store.start_run(code_version(), rules_sha256())
        return self._run


def extracted(path: Path) -> tuple[Document, Extraction]:
    """A file read and what was found in it, kept nowhere. Raises ReadError or OSError."""
    document = corpus.read_bytes(read_file(path), str(path))
    return document, extract(document)


def read_file(path: Path) -> bytes:
    """The bytes, read once so that what is kept is what was read. Raises ReadError or OSError."""
    if path.is_dir() or (path.exists() and not path.is_file()):
        raise corpus.ReadError(str(path), "is no ordinary file", "name a document")
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)  # one more than a reader takes: it says so itself


def file_name(path: Path) -> str:
    """The name as text, whatever bytes the file system uses."""
    return os.fsencode(path.name).decode("utf8", "replace")


def problem_of(path: Path, error: Exception) -> str:
    """One sentence that names the file and the remedy."""
    if isinstance(error, FileNotFoundError):
        return f"{path}: there is no such file; check the path"
    if isinstance(error, OSError):
        return f"{path}: cannot be opened ({error.strerror}); check the permissions"
    if isinstance(error, corpus.ReadError):
        return str(error)
    return f"{path}: could not be processed ({type(error).__name__}: {error}); this is a defect, please report it"


def _counts(found: Extraction) -> tuple[int, int, int]:
    """How many claims, numerals, and numerals that nothing explains."""
    unread = sum(numeral.fate == "unread" for numeral in found.numerals)
    return len(found.claims), len(found.numerals), unread
