"""The media type of a file, by its content and never by its suffix."""

import re
from io import BytesIO
from zipfile import ZipFile

from corpus.archive import BROKEN_ZIP
from corpus.errors import ReadError

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
HTML = "text/html"
TEXT = "text/plain"
ODT = "application/vnd.oasis.opendocument.text"
RTF = "application/rtf"
MAIL = "message/rfc822"

PDF_HEAD = 1024        # junk before %PDF that readers put up with
PDF_LONG_HEAD = 2**16  # junk that is cut off a file that also ends as a PDF
PDF_TAIL = 2048
HTML_HEAD = 4096
HTML_OPENING = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]", re.IGNORECASE)
HTML_TAGS = re.compile(rb"<(?:p|div|h[1-6]|table|meta|title|br|span|ul)\b[^>]*>", re.IGNORECASE)
WIDE_TEXT = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")   # UTF-16 and UTF-32 have zero bytes
KNOWN_BINARIES = (
    (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"II*\x00", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls)"),
    (b"\x1f\x8b", "a compressed file"), (b"7z\xbc\xaf", "an archive"), (b"Rar!", "an archive"),
    (b"SQLite format 3", "a database"), (b"\x7fELF", "a program"), (b"MZ", "a program"),
)
FIELD = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}):[ \t]")
# what every message has, and what the machines that carry it write; a typed memorandum has the former only
PLAIN_FIELDS = (b"from:", b"subject:", b"date:")
MACHINE_FIELDS = (b"mime-version:", b"received:", b"return-path:", b"message-id:", b"delivered-to:")
MAIL_HEAD = 4096
REMEDY = "save it as PDF, DOCX, ODT, RTF, HTML or text"


def media_type(data: bytes, name: str) -> str:
    """One of the types that can be read. Raises ReadError for any other content."""
    if pdf_start(data) >= 0:
        return PDF
    if data.startswith(b"PK\x03\x04"):
        return _zip_type(data, name)
    if data.startswith(b"{\\rtf"):
        return RTF
    for opening, what in KNOWN_BINARIES:
        if data.startswith(opening):
            raise ReadError(name, f"is {what}, not a document that can be read", REMEDY)
    if b"\x00" in data[:HTML_HEAD] and not data.startswith(WIDE_TEXT):
        raise ReadError(name, "is a binary file, not a document that can be read", REMEDY)
    if is_mail(data):
        return MAIL
    return HTML if _is_html(data) else TEXT


def is_mail(data: bytes) -> bool:
    """Whether the bytes begin with the head of a message, with a field of each sort."""
    head = re.split(rb"\r?\n\r?\n", data[:MAIL_HEAD].lstrip(), maxsplit=1)[0].lower().splitlines()
    if not head or not FIELD.match(head[0]):
        return False
    return all(any(line.startswith(fields) for line in head) for fields in (PLAIN_FIELDS, MACHINE_FIELDS))


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
    except BROKEN_ZIP:
        raise ReadError(name, "is a broken zip or DOCX file", "download or save it again") from None
    if "word/document.xml" in members:
        return DOCX
    if {"content.xml", "mimetype"} <= members:
        return ODT
    raise ReadError(name, "is an archive or another Office file, not a DOCX or ODT document", REMEDY)
