"""Each bad file gives one sentence that names it and the remedy."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pypdfium2  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Limits, ReadError, Settings, read, read_bytes
from tests.corpus.hostile import encrypted
from tests.corpus.pdf_writer import Put, pdf

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = f"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<w:document {WORD}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"""
OTHER_KIND = "not a document that can be read; save it as PDF, DOCX, ODT, RTF, HTML or text"
NO_WORDS = "there are no words in it; if its pages are pictures, run text recognition (OCR) first"
EMPTY = "the file is empty; check that it was saved or downloaded to its end"
BODY = f"<w:document {WORD}><w:body>{' ' * (130 << 20)}</w:body></w:document>"


def package(**members: str) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/") + ".xml", text)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", EMPTY),
        (b" \n", EMPTY),
        (b"\x89PNG\r\n\x1a\n123", f"is a picture, {OTHER_KIND}"),
        (b"\x01\x00\x02\x00", f"is a binary file, {OTHER_KIND}"),
        (b"%PDF-1.4 nothing", "is a broken PDF; download or export it again"),
        (pdf([[]]), NO_WORDS),
        (encrypted(), "is protected by a password; give it with --password"),
        (b"<html><body></body></html>", NO_WORDS),
        (b"PK\x03\x04broken", "is a broken zip or DOCX file; download or save it again"),
        (package(other="<a/>"), "is an archive or another Office file, not a DOCX or ODT document; "
         "save it as PDF, DOCX, ODT, RTF, HTML or text"),
        (package(word__document="<a"), "the file is broken in word/document.xml; "
         "save it again in a word processor"),
        (package(word__document="<a/>"), "the DOCX file has no text part; save it again in a word processor"),
        (package(word__document=LAUGHS), "word/document.xml declares XML entities, which are not opened; "
         "save it again in a word processor"),
        (package(word__document=BODY), "word/document.xml unpacks to more than 128 MB; split the document"),
    ],
    ids=lambda value: None if isinstance(value, bytes) else value[:40],
)
def test_the_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "a.x")
    assert str(caught.value) == f"a.x: {sentence}"


def test_paths(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="there is no such file; check the path"):
        read(tmp_path / "none.pdf")
    with pytest.raises(ReadError, match="is a directory; name the files in it"):
        read(tmp_path)


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_text("x" * 2_000_000)
    settings = Settings(limits=Limits(size=1 << 20))
    with pytest.raises(ReadError, match="is larger than 1 MB; split it"):
        read(path, settings)
    with pytest.raises(ReadError, match="is larger than 1 MB; split it"):
        read_bytes(path.read_bytes(), "large.txt", settings)


OPENINGS = st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"\xff\xfe", b"\xef\xbb\xbf", b"<?xml "])


@settings(max_examples=150, deadline=None)
@given(OPENINGS, st.binary(max_size=300))
def test_any_bytes_give_a_document_or_a_sentence(opening: bytes, rest: bytes) -> None:
    try:
        document = read_bytes(opening + rest, "a.x")
    except ReadError as error:
        assert str(error).startswith("a.x: ")
    else:
        assert document.blocks


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_pdf_gives_a_document_or_a_sentence(data: st.DataObject) -> None:
    whole = bytearray(pdf([[Put(70, 100, "Twelve men.")], [Put(70, 100, "Nine men.")]]))
    for place in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=20)):
        whole[place] = data.draw(st.integers(0, 255))
    try:
        read_bytes(bytes(whole[: data.draw(st.integers(1, len(whole)))]), "a.x")
    except ReadError as error:
        assert str(error).startswith("a.x: ")


def test_what_is_left_of_a_damaged_pdf_is_read_and_said() -> None:
    whole = pdf([[Put(70, 100, "Twelve men.")], [Put(70, 100, "Nine men.")]])
    document = read_bytes(whole[: whole.index(b"xref")], "a.pdf")
    assert document.text == "Twelve men.\n\nNine men."
    assert document.notes == ("the file is damaged; what is left of it was read, and pages or words may be missing",)


def test_pdfplumber_reads_what_pdfium_cannot_open(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pdf([[Put(70, 100, "Twelve men were held."), Put(300, 100, "x", 5)], [Put(70, 100, "Nine men.")]])
    usual = read_bytes(whole, "a.pdf")
    monkeypatch.setattr(pypdfium2, "PdfDocument", _refuse)
    document = read_bytes(b"junk" + whole, "a.pdf")
    assert (document.text, document.blocks, document.notes[0][:19]) == (usual.text, usual.blocks, "the file is damaged")
    for word, other in zip(document.words, usual.words, strict=True):
        assert word.box == pytest.approx(other.box, abs=3)


def _refuse(*_: object, **__: object) -> None:
    raise pypdfium2.PdfiumError("Failed to load document")
