"""Near duplicates: documents with the same text in other bytes, such as the PDF and the web page of one release.

Runs of words (shingles) are hashed; the smallest hash in each of many classes is kept (one-permutation MinHash with
filled gaps: Li, Owen, Zhang 2012; Shrivastava 2017). The share of equal ones estimates how much of the runs is shared.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy

from models import Document

RUN = 5               # words
SIZE = 128            # hashes: the estimate is out by about 0.04
EMPTY = numpy.uint64(2**64 - 1)
NEAR = 0.8            # of the runs are shared by two texts that are one
BAND = 6              # hashes: near texts share all of one band with a probability of 0.997 (21 bands, likeness 0.8)
FEWEST_WORDS = 30     # a shorter text says too little
WORD = re.compile(r"\w+")
READ = ("title", "heading", "paragraph", "list_item", "table", "dateline")
MIX = (numpy.uint64(0xBF58476D1CE4E5B9), numpy.uint64(0x94D049BB133111EB))    # splitmix64's multipliers


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The smallest hashes of a text; `hex` is for keeping."""

    hashes: tuple[int, ...]

    @property
    def hex(self) -> str:
        return numpy.array(self.hashes, dtype=">u8").tobytes().hex()

    @property
    def bands(self) -> tuple[str, ...]:
        """Sums over neighbouring hashes: two texts that share none of them in its place are hardly near."""
        parts = (self.hashes[at : at + BAND] for at in range(0, len(self.hashes) - BAND + 1, BAND))
        return tuple(blake2b(repr(part).encode(), digest_size=8).hexdigest() for part in parts)

    @classmethod
    def from_hex(cls, text: str) -> "Fingerprint":
        """The fingerprint that was kept. Raises ValueError for anything else."""
        return cls(tuple(numpy.frombuffer(bytes.fromhex(text), dtype=">u8").tolist()))

    def likeness(self, other: "Fingerprint") -> float:
        """How much of their runs of words two texts share, 0 to 1; 0 for a text too short to tell."""
        if not (self.hashes and len(self.hashes) == len(other.hashes)):
            return 0.0
        return sum(one == two for one, two in zip(self.hashes, other.hashes, strict=True)) / len(self.hashes)

    def is_near(self, other: "Fingerprint") -> bool:
        """Whether the texts are most likely one text, but for its lay-out and a few words."""
        return self.likeness(other) >= NEAR


def fingerprint(document: Document) -> Fingerprint:
    """Of the running text, whatever its case, punctuation, page furniture and notes."""
    texts = (document.text[block.start : block.end] for block in document.blocks if block.kind in READ)
    words = [word for text in texts for word in WORD.findall(text.lower())]
    if len(words) < FEWEST_WORDS:
        return Fingerprint(())
    return Fingerprint(tuple(_smallest(_runs(words)).tolist()))


Hashes = numpy.ndarray[tuple[int], numpy.dtype[numpy.uint64]]


def _runs(words: list[str]) -> Hashes:
    """A hash for each run of words: polynomial in the words' own hashes, which are the same on every machine."""
    known = {word: _hash(word) for word in set(words)}
    each = numpy.array([known[word] for word in words], dtype=numpy.uint64)
    count = len(words) - RUN + 1
    total = numpy.zeros(count, dtype=numpy.uint64)
    for offset in range(RUN):
        total = _mixed(total + each[offset : offset + count])
    return total


@lru_cache(20_000)
def _hash(word: str) -> int:
    """FNV-1a, 64 bits; the next document has the same words."""
    value = 0xCBF29CE484222325
    for byte in word.encode("utf8", "surrogatepass"):
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def _mixed(values: Hashes) -> Hashes:
    """Every bit of the result depends on every bit of the value (splitmix64's end)."""
    values = (values ^ (values >> numpy.uint64(30))) * MIX[0]
    values = (values ^ (values >> numpy.uint64(27))) * MIX[1]
    return values ^ (values >> numpy.uint64(31))


def _smallest(hashes: Hashes) -> Hashes:
    """The smallest hash in each class; a class without any takes that of another one, always the same one."""
    found = numpy.full(SIZE, EMPTY, dtype=numpy.uint64)
    numpy.minimum.at(found, (hashes % numpy.uint64(SIZE)).astype(int), hashes // numpy.uint64(SIZE))
    tries = 1
    filled = found.copy()
    while (empty := numpy.flatnonzero(filled == EMPTY)).size:
        sources = _mixed(empty.astype(numpy.uint64) * numpy.uint64(SIZE) + numpy.uint64(tries)) % numpy.uint64(SIZE)
        filled[empty] = found[sources.astype(int)]
        tries += 1
    return filled
