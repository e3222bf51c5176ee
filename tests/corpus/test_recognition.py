"""Pages that are pictures: read by tesseract where it is installed, else named as unread."""

import textwrap

import pypdfium2  # type: ignore[import-untyped]
import pytest

from corpus import ReadError, Settings, read_bytes
from corpus.pdf.picture import Pixels, rendered
from corpus.pdf.recognition import _recognised, is_installed
from tests.corpus.hostile import one_page, stream
from tests.corpus.pdf_writer import Put, lines, pdf

needs_tesseract = pytest.mark.skipif(not is_installed(), reason="tesseract is not installed")
STORY = (
    "The commission counted 128 men who had been held since the first week of March in the northern towns, "
    "and 41 of them had been beaten by officers of the river police."
)


def scanned(pixels: Pixels) -> bytes:
    """A PDF whose only page is this picture."""
    height, width = pixels.shape
    image = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8"
    return one_page(stream(b"q 595 0 0 842 0 0 cm /X Do Q"), b"/XObject << /X 5 0 R >>",
                    stream(pixels.tobytes(), image % (width, height)))


@pytest.fixture(scope="module")
def picture() -> bytes:
    page = [Put(70, 80, "Held at the River", 22), *lines(textwrap.wrap(STORY, 70), down=130, step=17, size=13)]
    document = pypdfium2.PdfDocument(pdf([page]))
    return scanned(rendered(document, 0, 200))


@needs_tesseract
def test_a_picture_is_read(picture: bytes) -> None:
    document = read_bytes(picture, "a.pdf")
    assert document.text == f"Held at the River\n\n{STORY}"
    assert document.title == "Held at the River"
    assert document.notes[0] == "page 1: is a picture; its words are by text recognition (OCR)"
    number = next(word for word in document.words if document.text[word.start : word.end] == "128")
    left, top, right, bottom = number.box
    assert 195 < left < right < 260 and 115 < top < bottom < 135    # points: the figure's place on the page


@needs_tesseract
def test_an_unknown_language_is_told(picture: bytes) -> None:
    with pytest.raises(ReadError, match=r"no words in it \(page 1: text recognition failed \(.*xyz"):
        read_bytes(picture, "a.pdf", Settings(languages=("xyz",)))


def test_never_means_never(picture: bytes) -> None:
    with pytest.raises(ReadError, match="there are no words in it; if its pages are pictures"):
        read_bytes(picture, "a.pdf", Settings(recognition="never"))


@needs_tesseract
def test_an_empty_page_needs_no_note() -> None:
    assert read_bytes(pdf([[Put(70, 80, STORY)], []]), "a.pdf").notes == ()


def test_doubtful_figures_are_told() -> None:
    head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
    rows = ["4 1 1 1 1 0 300 300 900 50 -1 ", "5 1 1 1 1 1 300 300 100 50 79.9 128",
            "5 1 1 1 1 2 420 300 100 50 20 men", "5 1 1 1 1 3 540 300 100 50 80 41"]
    found = _recognised("\n".join([head, *(row.replace(" ", "\t") for row in rows)]))
    assert found.tokens and found.tokens.texts == ["128", "men", "41"]
    assert found.tokens.boxes[0].tolist() == [72, 72, 96, 84]
    assert found.doubtful == ("128",)
