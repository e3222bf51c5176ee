"""Hostile files of a few kilobytes, made by the tests: each does harm to a reader that trusts it."""

import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from tests.corpus.pdf_writer import Put, pdf

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
GOOD = pdf([[Put(70, 100, "Twelve men were held.")]])


def objects(*bodies: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(bodies) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    return data + head + table + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(data))


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), more, content)


def one_page(content: bytes, resources: bytes = b"", *others: bytes) -> bytes:
    """A PDF of one page; its content is object 4, the others follow."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << %b >> >>" % resources
    return objects(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, content,
                   *others)


def flate_bomb() -> bytes:
    """Three layers of deflation, 450 MB of text operators, 13 GB as read inside."""
    packer = zlib.compressobj(9)
    block = b"(a) Tj " * (1 << 17)
    packed = b"".join(packer.compress(block) for _ in range(500)) + packer.flush()
    twice = zlib.compress(zlib.compress(packed, 9), 9)
    return one_page(stream(twice, b"/Filter [/FlateDecode /FlateDecode /FlateDecode]"))


def forms() -> bytes:
    """Ten forms, each of which draws the next one ten times: 10^10 words."""
    draw = b"/X Do " * 10
    font = b"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << %b /XObject << /X %d 0 R >> >>"
    inner = [stream(draw, form % (font, 6 + level)) for level in range(9)]
    last = stream(b"BT /F 9 Tf (word) Tj ET", form % (font, 4))
    return one_page(stream(draw), b"/XObject << /X 5 0 R >>", *inner, last)


def page_loop() -> bytes:
    return objects(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 9 >>",
                   b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 9 >>")


def many_pages() -> bytes:
    """300,000 references to one page."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    kids = b"3 0 R " * 300_000
    return objects(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%b] /Count 300000 >>" % kids, page)


def huge_image() -> bytes:
    """A picture of 10^10 pixels and a page as large."""
    image = b"/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceRGB /BitsPerComponent 8"
    packed = zlib.compress(bytes(1 << 20), 9)
    return one_page(stream(b"q 500 0 0 500 0 0 cm /X Do Q"), b"/XObject << /X 5 0 R >>",
                    stream(packed, image + b" /Filter /FlateDecode"))


def deep_arrays() -> bytes:
    return one_page(stream(b"[" * 2_000_000))


def deep_objects() -> bytes:
    return objects(b"<< /Type /Catalog /Pages 2 0 R >>", b"[" * 1_000_000)


def package(members: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


def docx(body: bytes, **more: bytes) -> bytes:
    text = b'<w:document %b><w:body>%b</w:body></w:document>' % (WORD.encode(), body)
    return package({"word/document.xml": text, **more})


def docx_bomb() -> bytes:
    """An element of 120 MB, many times over: within the limit of a member, not of the memory."""
    return docx(b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 3_500_000)


def laughs() -> bytes:
    entities = b"".join(b'<!ENTITY a%d "%b">' % (n + 1, b"&a%d;" % n * 10) for n in range(9))
    text = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "ha">%b]><w:document %b>&a9;</w:document>'
    return package({"word/document.xml": text % (entities, WORD.encode())})


def encrypted() -> bytes:
    """Locked by a password that nobody gives."""
    lock = b"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%b> /U <%b> >>"
    lock = lock % (b"41" * 32, b"42" * 32)
    return GOOD.replace(b"/Root 1 0 R", b"/Root 1 0 R " + lock)


def evil_archive() -> bytes:
    """A bare archive whose members would leave the folder that they are unpacked in."""
    return package({"../../evil": b"Twelve men were held.", "/etc/evil": b"x"})


def deep_web() -> bytes:
    return b"<html><body>" + b"<div>" * 300_000 + b"twelve men"


def endless_attribute() -> bytes:
    return b"<html><p class='" + b"a " * 5_000_000 + b"'>twelve men</p></html>"


# what each may come to: the words of its sentence; "" where it can be read
TABLE: tuple[tuple[str, Callable[[], bytes], str], ...] = (
    ("truncated.pdf", lambda: GOOD[: len(GOOD) // 2], "is a broken PDF"),
    ("junk-head.pdf", lambda: b"\x00junk\xff" * 100 + GOOD, ""),
    ("long-junk-head.pdf", lambda: b"\x00junk\xff" * 1_000 + GOOD, ""),
    ("no-root.pdf", lambda: GOOD.replace(b"/Root 1 0 R", b""), ""),
    ("broken-off.pdf", lambda: GOOD[: GOOD.index(b"xref")], ""),
    ("without-catalogue.pdf", lambda: GOOD.replace(b"/Catalog", b"/Xatalog")[: GOOD.index(b"xref")], ""),
    ("without-pages.pdf", lambda: GOOD.replace(b"/Type /Pages", b"/Type /Xages")[: GOOD.index(b"xref")], ""),
    ("page-loop.pdf", page_loop, "there are no words in it|is a broken PDF"),
    ("flate-bomb.pdf", flate_bomb, "memory|seconds|characters|no words"),
    ("forms.pdf", forms, "memory|seconds|characters"),
    ("many-pages.pdf", many_pages, "has more than 5,000 pages"),
    ("huge-image.pdf", huge_image, "there are no words in it"),
    ("deep-arrays.pdf", deep_arrays, "there are no words in it|is a broken PDF"),
    ("deep-objects.pdf", deep_objects, "is a broken PDF|memory|took longer"),
    ("web-page-named.pdf", lambda: b"<html><body><p>Twelve men were held.</p></body></html>", ""),
    ("encrypted.pdf", encrypted, "is protected by a password; give it with --password"),
    ("evil-archive.docx", evil_archive, "is an archive"),
    ("bomb.docx", docx_bomb, "memory|seconds|characters|split"),
    ("laughs.docx", laughs, "declares XML entities"),
    ("evil-member.docx", lambda: docx(b"<w:p><w:r><w:t>Twelve men were held.</w:t></w:r></w:p>",
                                      **{"../../evil": b"x", "/etc/evil": b"x"}), ""),
    ("deep.html", deep_web, "nested too deeply"),
    ("attribute.html", endless_attribute, ""),
    ("zeros.txt", lambda: b"1" * 31_000_000, "has more than 30,000,000 characters"),
)
