"""Documents in, text with addresses out: PDF, HTML, DOCX and text become one canonical text with its zones."""

from corpus.errors import ReadError
from corpus.likeness import Fingerprint, fingerprint
from corpus.pdf.picture import page_picture
from corpus.reader import read, read_bytes
from corpus.sandbox import Sandbox, read_bytes_safely, read_safely
from corpus.settings import Limits, Settings
from corpus.text import from_text

__all__ = [
    "Fingerprint", "Limits", "ReadError", "Sandbox", "Settings", "fingerprint", "from_text",
    "page_picture", "read", "read_bytes", "read_bytes_safely", "read_safely",
]
