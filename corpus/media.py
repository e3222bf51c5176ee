"""The media type of a file, by its content and never by its suffix."""

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from corpus.errors import ReadError

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
HTML = "text/html"
TEXT = "text/plain"

PDF_HEAD = 1024        # junk before %PDF that readers put up with
PDF_LONG_HEAD = 2**16  # junk that is cut off a file that also ends as a PDF
PDF_TAIL = 2048
HTML_HEAD = 4096
HTML_OPENING = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]", re.IGNORECASE)
HTML_TAGS = re.compile(rb"<(?:p|div|h[1-6]|table|meta|title|br|span|ul)\b[^>]*>", re.IGNORECASE)
WIDE_TEXT = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")   # UTF-16 and UTF-32 have zero bytes
KNOWN_BINARIES = (
    (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"II*\x00", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls)"), (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a compressed file"), (b"7z\xbc\xaf", "an archive"), (b"Rar!", "an archive"),
    (b"SQLite format 3", "a database"), (b"\x7fELF", "a program"), (b"MZ", "a program"),
)
REMEDY = "save it as PDF, DOCX, HTML or text"


def media_type(data: bytes, name: str) -> str:
    """One of the four types that can be read. Raises ReadError for any other content."""
    if pdf_start(data) >= 0:
        return PDF
    if data.startswith(b"PK\x03\x04"):
        return _zip_type(data, name)
    for opening, what in KNOWN_BINARIES:
        if data.startswith(opening):
            raise ReadError(name, f"is {what}, not a document that can be read", REMEDY)
    if b"\x00" in data[:HTML_HEAD] and not data.startswith(WIDE_TEXT):
        raise ReadError(name, "is a binary file, not a document that can be read", REMEDY)
    return HTML if _is_html(data) else TEXT


def pdf_start(data: bytes) -> int:
    """Where the PDF in these bytes begins, behind whatever a mailer or a server put before it; -1 if there is none."""
    start = data.find(b"%PDF-", 0, PDF_LONG_HEAD)
    return start if start < PDF_HEAD or b"%%EOF" in data[-PDF_TAIL:] else -1


def _is_html(data: bytes) -> bool:
    head = data[:HTML_HEAD].replace(b"\x00", b"")
    return bool(HTML_OPENING.search(head)) or (head.lstrip()[:1] == b"<" and len(HTML_TAGS.findall(head)) >= 2)


def _zip_type(data: bytes, name: str) -> str:
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = set(archive.namelist())
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        raise ReadError(name, "is a broken zip or DOCX file", "download or save it again") from None
    if "word/document.xml" in members:
        return DOCX
    raise ReadError(name, "is an archive or another Office file, not a DOCX document", REMEDY)
