"""A small PDF writer for the tests: lines of text at given places, in the standard fonts."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
FONTS = {"plain": "Helvetica", "bold": "Helvetica-Bold"}


@dataclass(frozen=True)
class Put:
    """One string: left edge, base line from the page's top, size, font."""

    left: float
    down: float
    text: str
    size: float = 11
    font: str = "plain"
    turned: bool = False


def pdf(pages: Sequence[Sequence[Put]], rotate: int = 0, catalog: str = "") -> bytes:
    """The bytes of a PDF with these pages; `catalog` is more of its catalogue."""
    numbers = range(len(pages))
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in numbers)
    fonts = "/Font << /plain 3 0 R /bold 4 0 R >>"
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog}>>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        *(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>" for name in FONTS.values()),
    ]
    for number, page in enumerate(pages):
        content = "\n".join(map(_operators, page))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {rotate} "
            f"/Resources << {fonts} >> /Contents {6 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
    return _file(objects)


def _operators(put: Put) -> str:
    text = put.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    matrix = "0 1 -1 0" if put.turned else "1 0 0 1"
    return f"BT /{put.font} {put.size} Tf {matrix} {put.left} {HEIGHT - put.down} Tm ({text}) Tj ET"


def _file(objects: Sequence[str]) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    return data + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()


def lines(texts: Sequence[str], left: float = 70, down: float = 100, step: float = 14, size: float = 11) -> list[Put]:
    """One string under the other."""
    return [Put(left, down + step * number, text, size) for number, text in enumerate(texts)]
