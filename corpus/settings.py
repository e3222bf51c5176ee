"""How a document is read, and how much of one at most. A hostile file of a few kilobytes can unpack to gigabytes."""

from dataclasses import dataclass, field
from typing import Literal

Recognition = Literal["auto", "never", "always"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost. `memory`, `seconds` and `processor_seconds` hold in a process of its own only."""

    memory: int = 2 * 2**30           # bytes of address space
    seconds: float = 120.0            # by the clock
    processor_seconds: int = 120
    size: int = 256 * 2**20           # bytes of a source file
    pages: int = 5_000
    characters: int = 30_000_000      # of a document's text: about 10,000 pages
    member: int = 128 * 2**20         # bytes, unpacked, of one member of an archive
    members: int = 5_000              # of an archive
    ratio: int = 1_000                # of an archive's unpacked bytes to its own; text packs to a tenth at most


@dataclass(frozen=True, slots=True)
class Settings:
    """What a reader is told. `recognition` (OCR): `auto` is for pages without text, where tesseract is installed.

    `languages` are tesseract's names, such as `eng` or `fra`. `ner` is for who extracts from what was read: the trained
    spaCy pipeline that proposes more names.
    """

    password: str | None = None
    recognition: Recognition = "auto"
    languages: tuple[str, ...] = ("eng",)
    limits: Limits = field(default_factory=Limits)
    ner: str | None = None


USUAL = Settings()
