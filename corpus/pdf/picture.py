"""A page of a PDF as a picture: grey as it is seen, or with frames in colour drawn over it."""

import struct
import zlib
from collections.abc import Sequence
from typing import Any

import numpy
import pypdfium2  # type: ignore[import-untyped]

from corpus.errors import ReadError
from corpus.media import PDF, media_type
from corpus.pdf.library import open_pdf
from corpus.settings import Settings

Pixels = numpy.ndarray[Any, numpy.dtype[numpy.uint8]]    # rows of grey values, or of red, green and blue
Stroke = Sequence[float]     # from x, y to x, y in points, then red, green, blue
POINTS = 72                  # to the inch
MOST_PIXELS = 40_000_000
COLOUR_TYPES = {2: 0, 3: 2}  # of a PNG, by the number of dimensions
LEVEL = 1                    # of compression: three times as fast as the usual one, and a tenth larger


def page_picture(
    data: bytes, name: str, settings: Settings, number: int, dpi: float = 110, strokes: Sequence[Stroke] = ()
) -> bytes:
    """Page `number` (from 1) as a PNG, with these lines drawn on it. Raises ReadError when there is no such page."""
    if media_type(data, name) != PDF:
        raise ReadError(name, "has no pages to look at", "name a PDF")
    with open_pdf(data, name, settings) as (document, _):
        if not 1 <= number <= len(document):
            raise ReadError(name, f"has no page {number}", f"name one of 1 to {len(document):,}")
        try:
            pixels = rendered(document, number - 1, dpi)
        except pypdfium2.PdfiumError:
            raise ReadError(name, f"page {number} is broken", "download or export the file again") from None
    return png(_drawn(pixels, strokes, dpi / POINTS) if strokes else pixels)


def rendered(document: pypdfium2.PdfDocument, index: int, dpi: float) -> Pixels:
    """The page's grey values; a page too large for that is drawn smaller."""
    page = document[index]
    try:
        width, height = page.get_size()
        scale = min(dpi / POINTS, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
        bitmap = page.render(scale=scale, grayscale=True)
        pixels: Pixels = bitmap.to_numpy().reshape(bitmap.height, -1)[:, : bitmap.width].copy()
        bitmap.close()
        return pixels
    finally:
        page.close()


def _drawn(grey: Pixels, strokes: Sequence[Stroke], scale: float) -> Pixels:
    """The strokes in colour over the page."""
    pixels = numpy.repeat(grey[:, :, None], 3, axis=2)
    for x0, y0, x1, y1, *colour in strokes:
        steps = int(max(abs(x1 - x0), abs(y1 - y0)) * scale) + 1
        across = numpy.clip(numpy.linspace(x0, x1, steps) * scale, 0, grey.shape[1] - 1).astype(int)
        down = numpy.clip(numpy.linspace(y0, y1, steps) * scale, 0, grey.shape[0] - 1).astype(int)
        pixels[down, across] = colour
    return pixels


def png(pixels: Pixels) -> bytes:
    """A PNG of 8 bits, without interlacing (ISO 15948)."""
    height, width = pixels.shape[:2]
    rows = numpy.zeros((height, 1 + pixels[0].size), dtype=numpy.uint8)  # each row is preceded by its filter, none
    rows[:, 1:] = pixels.reshape(height, -1)
    head = struct.pack(">IIBBBBB", width, height, 8, COLOUR_TYPES[pixels.ndim], 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows.tobytes(), LEVEL)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in parts)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
