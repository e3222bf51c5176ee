"""What facts stand on, put into a pack: texts, and on request the source files."""

from pathlib import Path

from export.reading import Reading
from export.spool import Spool

SUFFIXES = {  # of a source file, by its media type; any other ends in .bin
    "application/pdf": ".pdf", "text/html": ".html", "text/plain": ".txt", "application/rtf": ".rtf",
    "message/rfc822": ".eml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
}


def write_texts(folder: Path, found: Spool) -> None:
    """The text of each document, as the facts' offsets count in it, under its hash."""
    for reading in found.readings:
        (folder / f"{reading.text_sha256}.txt").write_bytes(reading.text.encode("utf8", "surrogatepass"))
        reading.forget()


def write_sources(folder: Path, found: Spool) -> None:
    """The bytes of each document, under their hash."""
    for reading in found.readings:
        (folder / source_name(reading)).write_bytes(reading.source)
        reading.forget()


def source_name(reading: Reading) -> str:
    """What a source file is called in a pack."""
    return reading.entry.sha256 + SUFFIXES.get(reading.entry.media_type, ".bin")
