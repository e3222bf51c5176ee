"""A document as read: one canonical text, and where everything stands in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.vocabulary import BlockKind, DocumentKind

Box = tuple[float, float, float, float]  # left, top, right, bottom, in points from the page's upper left corner


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the source; width and height in points, start and end in the text.

    `label` is how the page is called in print, such as "iv", where that is known; `number` counts from 1.
    """

    number: int
    width: float
    height: float
    start: int
    end: int
    label: str | None = None

    @property
    def called(self) -> str:
        """The page's number, and its name in print where that is another one."""
        return str(self.number) if self.label in (None, str(self.number)) else f"{self.number} ({self.label} in print)"


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its place on a page."""

    start: int
    end: int
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the text with one role; level is that of a heading or a nested list, else 0."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """`text` is the canonical text; every address is a pair of code-point offsets into it.

    `sha256` is of the source bytes, `text_sha256` of the text in UTF-8. `notes` says in plain words
    what could not be read.
    """

    text: str
    sha256: str
    text_sha256: str
    media_type: str
    pages: tuple[Page, ...] = ()
    words: Sequence[Word] = ()
    blocks: tuple[Block, ...] = ()
    title: str = ""
    publisher: str | None = None
    published: date | None = None
    kind: DocumentKind = "report"
    language: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()
