"""Facts set aside on disk: read from the ledger once, gone through as often as it takes, none kept in memory."""

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO, overload

from export.fact import Fact
from export.reading import Reading


class Spool(Sequence[Fact]):
    """The facts that were set aside, in their order; the documents that they stand in are shared."""

    def __init__(self, facts: Iterable[Fact], file: IO[bytes]) -> None:
        self._file, self._starts = file, array("Q")
        self._readings: dict[str, Reading] = {}
        for fact in facts:
            self._starts.append(file.tell())
            self._readings.setdefault(fact.reading.entry.id, fact.reading)
            file.write(_packed(fact))

    @property
    def readings(self) -> list[Reading]:
        """Each document that has a fact, once."""
        return list(self._readings.values())

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Fact]:
        return map(self.__getitem__, range(len(self)))

    @overload
    def __getitem__(self, place: int) -> Fact: ...
    @overload
    def __getitem__(self, place: slice) -> list[Fact]: ...
    def __getitem__(self, place: int | slice) -> Fact | list[Fact]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        self._file.seek(self._starts[place])
        return self._unpacked(self._file.readline())

    def _unpacked(self, line: bytes) -> Fact:
        document, record, claim, decisions, written = json.loads(line.decode("utf8", "surrogatepass"))
        whole = json.loads(written) if written else claim
        return Fact(record, whole, tuple(decisions), self._readings[document], written)


def _packed(fact: Fact) -> bytes:
    claim = None if fact.written else fact.claim
    parts = (fact.reading.entry.id, fact.record, claim, fact.decisions, fact.written)
    return f"{json.dumps(parts, ensure_ascii=False)}\n".encode("utf8", "surrogatepass")


@contextmanager
def set_aside(facts: Iterable[Fact]) -> Iterator[Spool]:
    """The facts in a file of their own that has no name and is gone afterwards."""
    with TemporaryFile() as file:
        yield Spool(facts, file)
