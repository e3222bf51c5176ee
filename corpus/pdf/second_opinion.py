"""What pdfplumber reads of a file that PDFium cannot open, even mended: words with boxes, page by page."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

import numpy

from corpus.pdf.repair import has_pages
from corpus.pdf.tokens import Tokens
from corpus.settings import Limits

if TYPE_CHECKING:
    from pdfplumber.page import Page

TOLERANCE = 0.15       # of the font size: a wider gap between letters is a blank
Leaf = tuple[float, float, Tokens | None]      # width and height in points, and the words


def leaves_of(data: bytes, limits: Limits) -> Iterator[Leaf]:
    """The pages as far as they can be read; none when the file cannot be opened."""
    import pdfplumber

    if not has_pages(data):     # pdfminer may take minutes over a broken file without any
        return
    try:
        with pdfplumber.open(BytesIO(data)) as document:
            for page in document.pages[: limits.pages]:
                yield float(page.width), float(page.height), _tokens(page)
                page.close()
    except Exception:  # pdfminer raises whatever its code meets in broken bytes
        return


def _tokens(page: "Page") -> Tokens | None:
    words = page.extract_words(x_tolerance_ratio=TOLERANCE, extra_attrs=["size"], use_text_flow=True)
    if not words:
        return None
    boxes = numpy.array([[word[side] for side in ("x0", "top", "x1", "bottom")] for word in words]).astype("f4")
    sizes = numpy.array([word["size"] for word in words]).round(1).astype("f4")
    return Tokens([word["text"] for word in words], boxes, boxes, sizes, numpy.full(len(words), -1))
