"""A gold document as a plain PDF: A4, Helvetica, wrapped lines, page numbers; the same text gives the same bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap

from factledger.gold.blocks import grouped_blocks
from factledger.gold.shapes import GoldDocument

WIDTH, HEIGHT, MARGIN, FOOT = 595.0, 842.0, 62.0, 40.0  # points; A4
ENCODING = "cp1252"  # the characters that the standard fonts have
CHARACTERS = 920  # of Helvetica on one line, times the font's size: narrow enough for capitals in a title


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    size: float
    bold: bool = False
    above: float = 0.0
    indent: float = 0.0


def write_pdf(document: GoldDocument, path: Path) -> None:
    """Raises UnicodeEncodeError for a character that the standard fonts lack."""
    pages = list(_pages(list(_lines(document))))
    facts = f"/Title {_string(document.title)} /Author {_string(document.publisher)}"
    facts += f" /CreationDate (D:{document.published:%Y%m%d}090000Z)"
    path.write_bytes(_file([_content(lines, number) for number, lines in enumerate(pages, 1)], facts))


def _lines(document: GoldDocument) -> Iterator[_Line]:
    for kind, level, texts in grouped_blocks(document):
        size, bold = {"title": (16, True), "heading": (14 - level, True), "footnote": (8, False)}.get(kind, (10, False))
        for text in texts:
            bullet = "• " if kind == "list_item" else ""
            for number, words in enumerate(wrap(bullet + text, CHARACTERS // size, break_on_hyphens=False)):
                yield _Line(words, size, bold, 0 if number else size * 0.8, 12 if bullet else 0)


def _pages(lines: list[_Line]) -> Iterator[list[_Line]]:
    held: list[_Line] = []
    room = HEIGHT - 2 * MARGIN
    for line in lines:
        need = line.size * 1.3 + line.above
        if need > room and held:
            yield held
            held, room = [], HEIGHT - 2 * MARGIN
        held.append(line)
        room -= need
    yield held


def _content(lines: list[_Line], number: int) -> bytes:
    """The page's drawing orders: each line at its place, then the page number at the foot."""
    orders: list[str] = []
    height = HEIGHT - MARGIN
    for line in lines:
        height -= line.size * 1.3 + line.above
        orders.append(_show(line.text, MARGIN + line.indent, height, line.size, line.bold))
    orders.append(_show(str(number), WIDTH / 2, FOOT, 8, False))
    return "\n".join(orders).encode(ENCODING)


def _show(text: str, left: float, bottom: float, size: float, bold: bool) -> str:
    return f"BT /{'B' if bold else 'R'} {size:g} Tf {left:.1f} {bottom:.1f} Td {_string(text)} Tj ET"


def _string(text: str) -> str:
    return "(" + text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ")"


def _file(contents: list[bytes], facts: str) -> bytes:
    """The objects: 1 catalogue, 2 page tree, 3 and 4 fonts, 5 facts, then each page and its content."""
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(contents)))
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>",
               font.format("Helvetica"), font.format("Helvetica-Bold"), f"<< {facts} >>"]
    bodies = [item.encode(ENCODING) for item in objects]
    for number, content in enumerate(contents):
        bodies.append(_page(7 + 2 * number).encode(ENCODING))
        bodies.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
    return _joined(bodies)


def _page(content: int) -> str:
    return (f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH:g} {HEIGHT:g}] /Contents {content} 0 R"
            " /Resources << /Font << /R 3 0 R /B 4 0 R >> >> >>")


def _joined(bodies: list[bytes]) -> bytes:
    """The objects one after another, then the table that says at which byte each of them starts."""
    written = b"%PDF-1.4\n"
    starts: list[int] = []
    for number, body in enumerate(bodies, 1):
        starts.append(len(written))
        written += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    size = len(bodies) + 1
    return written + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(written))
    )
