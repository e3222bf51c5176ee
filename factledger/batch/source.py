"""Where the bytes of a document come from: a file, a member of an archive, an address, or the ledger itself."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from corpus import ReadError
from corpus.reader import bytes_of, too_large
from corpus.settings import USUAL
from db import Store
from factledger.batch.card import BLANK, Card


@dataclass(frozen=True, slots=True)
class Source:
    """One document to be read. `name` is how the user calls it; `size` is in bytes, 0 if it is not known.

    `read(most)` gives its bytes, at most so many, and raises ReadError or OSError. `address` is one that other machines
    can open too, by fsspec.
    """

    name: str
    size: int
    read: Callable[[int], bytes]
    card: Card = BLANK
    address: str = ""

    @property
    def where(self) -> str:
        """How it is found again from any folder."""
        return self.address or os.path.abspath(self.name)

    @property
    def file_name(self) -> str:
        """The last part of the name as text, whatever bytes the file system uses."""
        return os.fsencode(self.name.rstrip("/").rsplit("/", 1)[-1]).decode("utf8", "replace")


def of_file(path: Path, card: Card = BLANK) -> Source:
    """A file or a member of an archive."""
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    return Source(str(path), size, partial(_unchanged, path), card)


def _unchanged(path: Path, most: int) -> bytes:
    """The bytes of a file that nobody writes to meanwhile."""
    before = _state(path)
    data = bytes_of(path, most)
    if _state(path) != before:
        raise ReadError(str(path), "changed while it was read", "ingest it again when it is complete")
    return data


def _state(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def of_address(address: str, size: int, card: Card = BLANK) -> Source:
    """A document behind an address of fsspec, such as s3://archive/report.pdf."""
    return Source(address, size, partial(fetched, address), card, address)


def fetched(address: str, most: int) -> bytes:
    """The bytes behind an address of fsspec, at most so many. Raises ReadError."""
    import fsspec  # type: ignore[import-untyped]

    try:
        with fsspec.open(address, "rb") as stream:
            data: bytes = stream.read(most + 1)
    except Exception as error:  # every file system has its own
        raise ReadError(address, f"cannot be fetched ({type(error).__name__})", "check the address") from None
    if len(data) > most:
        raise too_large(address, most)
    return data


def largest_first(sources: list[Source]) -> list[Source]:
    """The order of work: a large document at the end would keep one process busy and the others waiting."""
    return sorted(sources, key=lambda source: -source.size)


def known(store: Store | None, source: Source) -> str:
    """The id of the document that these bytes are in the ledger, "" if they are none or cannot be read."""
    if store is None:
        return ""
    try:
        data = source.read(USUAL.limits.size)
    except (OSError, ReadError):
        return ""
    return store.known(sha256(data).hexdigest()) or ""
