"""PDFium's C functions, called with plain addresses: a third of the cost of the usual binding's calls."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from ctypes import PYFUNCTYPE, addressof, c_double, c_int, c_uint, c_void_p, cast, create_string_buffer
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from typing import Any

import numpy
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from corpus.errors import ReadError
from corpus.media import pdf_start
from corpus.pdf.repair import repairs
from corpus.settings import Limits, Settings

Table = numpy.ndarray[Any, numpy.dtype[Any]]              # a row for each character
HYPHEN = "\x02"                                           # stands for a hyphen at a line's end; U+FFFE does too
NAME_LENGTH = 128                                          # of a font's name, in bytes
LOCKED = ("is protected by a password", "give it with --password")
WRONG = ("is protected by another password than the one given", "check it")
RESTRICTED = ("its owner does not allow its text to be copied", "give the owner's password with --password")
SECURED = ("is locked in a way that cannot be opened", "save a copy without protection")
COPYING = 1 << 4                                          # the permission's bit, PDF 32000-1, table 22
BROKEN = ("is a broken PDF", "download or export it again")


@dataclass(frozen=True, slots=True)
class TextPage:
    """One open page: its address, its text layer's address, how many characters it has, and its place in user space."""

    handle: int
    address: int
    count: int
    rotation: int
    frame: tuple[float, float, float, float]    # left, bottom, right, top of what a person sees, in user space

    def text(self) -> str:
        """One code point for each character of the page, generated blanks and line ends included.

        PDFium's own text leaves out some characters and doubles others (surrogates); it is taken where it does neither.
        """
        units = numpy.zeros(self.count + 1, dtype="<u2")
        call = function("FPDFText_GetText", c_int, 4)
        written = call(self.address, 0, self.count, units.ctypes.data)
        if written == self.count + 1 and not ((units >= 0xD800) & (units < 0xE000)).any():
            return units[:-1].tobytes().decode("utf-16-le").replace("\ufffe", HYPHEN)
        return "".join(map(chr, self._codes())).replace("\ufffe", HYPHEN)

    def _codes(self) -> list[int]:
        call = function("FPDFText_GetUnicode", c_uint, 2)
        return list(map(call, repeat(self.address), range(self.count)))

    def boxes(self, indices: list[int]) -> Table:
        """Left, top, right, bottom of these characters in user space (y upwards), as high as the font says."""
        return self._filled("FPDFText_GetLooseCharBox", indices, 4)

    def matrices(self, indices: list[int]) -> Table:
        """The text matrices (a, b, c, d, e, f): scale and turn, and where the base line is."""
        return self._filled("FPDFText_GetMatrix", indices, 6)

    def font_sizes(self, indices: list[int]) -> Table:
        """The font sizes before the matrix scales them."""
        call = function("FPDFText_GetFontSize", c_double, 2)
        return numpy.fromiter(map(call, repeat(self.address), indices), dtype="f8", count=len(indices))

    def _filled(self, name: str, indices: list[int], columns: int) -> Table:
        """A table of floats whose rows the C function fills."""
        table: Table = numpy.zeros((len(indices), columns), dtype="f4")
        start, step = table.ctypes.data, table.strides[0]
        call = function(name, c_int, 3)
        deque(map(call, repeat(self.address), indices, range(start, start + step * len(indices), step)), maxlen=0)
        return table

    def font_names(self, indices: list[int]) -> list[bytes]:
        """The names of these characters' fonts."""
        name = create_string_buffer(NAME_LENGTH)
        address = addressof(name)
        call = function("FPDFText_GetFontInfo", c_int, 5)
        return [name.value if call(self.address, index, address, NAME_LENGTH, 0) else b"" for index in indices]

    def has_no_unicode(self, index: int) -> bool:
        """Whether the font does not say which letter this is, so that it may be a wrong one."""
        return function("FPDFText_HasUnicodeMapError", c_int, 2)(self.address, index) == 1


@cache
def function(name: str, result: Any, number: int) -> Callable[..., int]:
    """A PDFium function of so many arguments, plain numbers all of them.

    As pointers they are passed twice as fast as by their own types, which the calling conventions of 64 bits allow; the
    interpreter's lock is kept, for a call is shorter than giving it up.
    """
    return PYFUNCTYPE(result, *[c_void_p] * number)(cast(getattr(pdfium, name), c_void_p).value or 0)


@contextmanager
def open_pdf(data: bytes, name: str, settings: Settings) -> Iterator[tuple[pypdfium2.PdfDocument, bool]]:
    """The open document, and whether it is mended. Raises ReadError for a locked, broken or oversized one.

    PDFium is not thread-safe.
    """
    document, is_mended = _opened(data[max(0, pdf_start(data)) :], name, settings.password)
    try:
        if len(document) > settings.limits.pages:
            raise ReadError(name, f"has more than {settings.limits.pages:,} pages", "split it")
        if len(document) == 0:
            raise ReadError(name, *BROKEN)
        if not pdfium.FPDF_GetDocPermissions(document.raw) & COPYING:
            raise ReadError(name, *RESTRICTED)
        yield document, is_mended
    finally:
        document.close()


def _opened(data: bytes, name: str, password: str | None) -> tuple[pypdfium2.PdfDocument, bool]:
    """With the password, or without one: it may be meant for other files of a batch; mended, if it must be."""
    try:
        return pypdfium2.PdfDocument(data, password=password), False
    except pypdfium2.PdfiumError as error:
        problem = _problem(error)
    if problem == LOCKED and password is not None:
        with suppress(pypdfium2.PdfiumError):
            return pypdfium2.PdfDocument(data), False
        problem = WRONG
    for mended in repairs(data) if problem == BROKEN else ():
        with suppress(pypdfium2.PdfiumError):
            document = pypdfium2.PdfDocument(mended, password=password)
            if len(document):
                return document, True
    raise ReadError(name, *problem)


def _problem(error: pypdfium2.PdfiumError) -> tuple[str, str]:
    code = getattr(error, "err_code", None)
    if code == pdfium.FPDF_ERR_PASSWORD:
        return LOCKED
    return SECURED if code == pdfium.FPDF_ERR_SECURITY else BROKEN


@contextmanager
def open_page(document: pypdfium2.PdfDocument, index: int, limits: Limits) -> Iterator[TextPage | None]:
    """The text layer of a page; None when the page cannot be loaded."""
    page = pdfium.FPDF_LoadPage(document.raw, index)
    layer = pdfium.FPDFText_LoadPage(page) if page else None
    try:
        yield _text_page(page, layer, limits) if layer else None
    finally:
        if layer:
            pdfium.FPDFText_ClosePage(layer)
        if page:
            pdfium.FPDF_ClosePage(page)


def _text_page(page: Any, layer: Any, limits: Limits) -> TextPage:
    count = min(pdfium.FPDFText_CountChars(layer), limits.characters + 1)
    frame = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, frame)
    edges = (frame.left, frame.bottom, frame.right, frame.top)
    handle, address = (cast(pointer, c_void_p).value or 0 for pointer in (page, layer))
    return TextPage(handle, address, count, pdfium.FPDFPage_GetRotation(page), edges)
