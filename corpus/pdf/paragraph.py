"""A block of a PDF before it has an address."""

from dataclasses import dataclass

from corpus.pdf.lines import Line
from models.vocabulary import BlockKind


@dataclass(slots=True)
class Paragraph:
    """Lines that are one block."""

    lines: list[Line]
    kind: BlockKind = "paragraph"
    level: int = 0
