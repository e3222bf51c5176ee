"""Any file: its kind by content, its reader, one document."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from corpus.archive import archive_of, member_bytes
from corpus.draft import Draft
from corpus.errors import ReadError
from corpus.finish import finish
from corpus.mail import read_mail
from corpus.media import DOCX, HTML, MAIL, ODT, PDF, RTF, TEXT, media_type
from corpus.office import read_docx
from corpus.open_document import read_odt
from corpus.pdf import read_pdf
from corpus.rich_text import read_rtf
from corpus.settings import USUAL, Settings
from corpus.text import read_text
from corpus.web import read_web
from models import Document

READERS: dict[str, Callable[[bytes, str, Settings], Draft]] = {
    TEXT: read_text,
    HTML: read_web,
    DOCX: read_docx,
    PDF: read_pdf,
    ODT: read_odt,
    RTF: read_rtf,
    MAIL: read_mail,
}


def read(path: str | Path, settings: Settings = USUAL) -> Document:
    """The document in this file, read in this process. Raises ReadError, with a sentence for the user."""
    return read_bytes(bytes_of(path, settings.limits.size), str(path), settings)


def bytes_of(path: str | Path, most: int) -> bytes:
    """The bytes of an ordinary file or of an archive's member, at most so many. Raises ReadError; waits on no pipe."""
    file, name = Path(path), str(path)
    try:
        if archive := archive_of(file):
            return member_bytes(file, archive, replace(USUAL.limits, member=most))
        _check_ordinary(file)
        if file.stat().st_size > most:
            raise too_large(name, most)
        with file.open("rb") as stream:
            data = stream.read(most + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, ReadError):
            raise
        problem = f"cannot be opened ({getattr(error, 'strerror', None) or error})"
        raise ReadError(name, problem, "check the path and the permissions") from None
    if len(data) > most:
        raise too_large(name, most)
    return data


def _check_ordinary(file: Path) -> None:
    if file.is_dir():
        raise ReadError(str(file), "is a directory", "name the files in it")
    if not file.exists():
        raise ReadError(str(file), "there is no such file", "check the path")
    if not file.is_file():
        raise ReadError(str(file), "is no ordinary file", "name a document")


def too_large(name: str, most: int) -> ReadError:
    """The sentence for a file of more than so many bytes."""
    return ReadError(name, f"is larger than {most >> 20} MB", "split it")


def read_bytes(data: bytes, name: str, settings: Settings = USUAL) -> Document:
    """The document of these bytes; `name` stands for it in messages. Raises ReadError as `read` does."""
    limits = settings.limits
    if len(data) > limits.size:
        raise too_large(name, limits.size)
    if not data.strip():
        raise ReadError(name, "the file is empty", "check that it was saved or downloaded to its end")
    draft = READERS[media_type(data, name)](data, name, settings)
    if not draft.blocks:
        raise ReadError(name, "there are no words in it", "if its pages are pictures, run text recognition (OCR) first")
    if len(draft.text) > limits.characters:
        raise ReadError(name, f"has more than {limits.characters:,} characters", "split it")
    return finish(draft, data)
