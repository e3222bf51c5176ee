"""What a reader has found before the zones are named, and how its text is put together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from models import Block, Page, Word
from models.vocabulary import BlockKind

INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1b\x7f]")  # soft hyphen, zero-width marks, controls


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself, apart from its text."""

    title: str = ""
    publisher: str | None = None
    published: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with its blocks; a block of kind `paragraph` may still turn out to be something else."""

    text: str
    blocks: Sequence[Block]
    media_type: str
    metadata: Metadata = field(default_factory=Metadata)
    pages: tuple[Page, ...] = ()
    words: Sequence[Word] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """One block before it has an address."""

    text: str
    kind: BlockKind = "paragraph"
    level: int = 0


def clean(text: str) -> str:
    """A single line: white space is one blank, invisible characters are gone."""
    return " ".join(INVISIBLE.sub("", text).split())


def join(pieces: Sequence[Piece]) -> tuple[str, list[Block]]:
    """The canonical text of the pieces, a blank line between any two, and their blocks. Empty pieces are dropped."""
    kept = [piece for piece in pieces if piece.text]
    blocks, start = [], 0
    for piece in kept:
        blocks.append(Block(piece.kind, start, start + len(piece.text), piece.level))
        start += len(piece.text) + 2
    return "\n\n".join(piece.text for piece in kept), blocks


def as_kind(block: Block, kind: BlockKind) -> Block:
    """The same block with another role."""
    return Block(kind, block.start, block.end, block.level)
