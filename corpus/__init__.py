"""Documents in, text with addresses out: PDF, HTML, DOCX and text become one canonical text with its zones."""

from corpus.errors import ReadError
from corpus.reader import read, read_bytes
from corpus.text import from_text

__all__ = ["ReadError", "from_text", "read", "read_bytes"]
