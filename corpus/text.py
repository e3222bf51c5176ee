"""Plain text and Markdown, kept exactly as they are; only the zones are found in them."""

from datetime import date

from charset_normalizer import from_bytes

from corpus.draft import Draft, Metadata
from corpus.errors import ReadError
from corpus.finish import finish
from corpus.settings import Settings
from corpus.zones import mark_notes, paragraphs
from models import Document
from models.vocabulary import DocumentKind

USUAL = "cp1252"
MARKS = (  # byte order marks; the longer before the shorter that it begins with
    (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\x00\x00", "utf-32-le"), (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"),
)


def from_text(
    text: str, published: date | None = None, title: str = "", kind: DocumentKind | None = None
) -> Document:
    """A document of this text: `document.text == text`. What is given is not looked for."""
    return finish(draft_text(text, Metadata(title=title, published=published)), kind=kind)


def draft_text(text: str, metadata: Metadata) -> Draft:
    """The text with its paragraphs."""
    return Draft(text, mark_notes(text, paragraphs(text)), "text/plain", metadata)


def read_text(data: bytes, name: str, _: Settings) -> Draft:
    """A draft of a text file. Raises ReadError when its encoding cannot be told."""
    return draft_text(decode(data, name), Metadata())


def decode(data: bytes, name: str) -> str:
    """The text of these bytes: by its byte order mark, as UTF-8, or in the likeliest other encoding."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode("utf8")
    except UnicodeDecodeError:
        return _guess(data, name)


def _guess(data: bytes, name: str) -> str:
    """Western European where that gives sound words (by far the commonest), else what fits best."""
    best = from_bytes(data, cp_isolation=[USUAL]).best() or from_bytes(data).best()
    if best is None:
        raise ReadError(name, "is no text that can be decoded", "save it as UTF-8 text, HTML, DOCX or PDF")
    return str(best)
