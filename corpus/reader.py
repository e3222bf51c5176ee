"""Any file: its kind by content, its reader, one document."""

from collections.abc import Callable
from pathlib import Path

from corpus.draft import Draft
from corpus.errors import ReadError
from corpus.finish import finish
from corpus.limits import MOST_BYTES, MOST_CHARACTERS
from corpus.media import DOCX, HTML, PDF, TEXT, media_type
from corpus.office import read_docx
from corpus.pdf import read_pdf
from corpus.text import read_text
from corpus.web import read_web
from models import Document

READERS: dict[str, Callable[[bytes, str], Draft]] = {
    TEXT: read_text,
    HTML: read_web,
    DOCX: read_docx,
    PDF: read_pdf,
}


def read(path: str | Path) -> Document:
    """The document in this file. Raises ReadError, with a sentence for the user, when there is none."""
    file, name = Path(path), str(path)
    if not file.exists():
        raise ReadError(name, "there is no such file", "check the path")
    if file.is_dir():
        raise ReadError(name, "is a directory", "name the files in it")
    if file.stat().st_size > MOST_BYTES:
        raise ReadError(name, f"is larger than {MOST_BYTES >> 20} MB", "split it")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ReadError(name, f"cannot be opened ({error.strerror})", "check the permissions") from None
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str) -> Document:
    """The document of these bytes; `name` stands for it in messages. Raises ReadError as `read` does."""
    if not data.strip():
        raise ReadError(name, "the file is empty", "check that it was saved or downloaded to its end")
    if len(data) > MOST_BYTES:
        raise ReadError(name, f"is larger than {MOST_BYTES >> 20} MB", "split it")
    draft = READERS[media_type(data, name)](data, name)
    if not draft.blocks:
        raise ReadError(name, "there are no words in it", "if its pages are pictures, run text recognition (OCR) first")
    if len(draft.text) > MOST_CHARACTERS:
        raise ReadError(name, f"has more than {MOST_CHARACTERS:,} characters", "split it")
    return finish(draft, data)
