"""A broken PDF mended where its end is missing: the objects that are left get a trailer, a catalogue and pages.

A download that broke off has lost its cross-reference table. PDFium finds the objects without one, but not the first.
"""

import re
from collections.abc import Iterator

PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
PAGES = re.compile(rb"/Type\s*/Pages(?![A-Za-z])")
CATALOG = re.compile(rb"/Type\s*/Catalog(?![A-Za-z])")
OBJECT = re.compile(rb"(?<!\d)(\d{1,7})\s+(\d{1,5})\s+obj\b")
ENDS = (b"endobj", b"stream")
LONGEST = 2**20          # bytes of an object's dictionary that are looked at
MOST_PAGES = 5_000

Name = tuple[int, int]   # an object's number and generation


def has_pages(data: bytes) -> bool:
    """Whether a page is left in the bytes, or may be in a packed part of them."""
    return bool(PAGE.search(data)) or b"/ObjStm" in data


def repairs(data: bytes) -> Iterator[bytes]:
    """The bytes with a new end: first with the tree of pages that is left, then with one made of all pages left."""
    objects = _objects(data)
    pages = [name for name, body in objects.items() if PAGE.search(body)]
    if not pages or len(pages) > MOST_PAGES:
        return
    tree = next((name for name, body in objects.items() if PAGES.search(body) and b"/Parent" not in body), None)
    catalog = next((name for name, body in objects.items() if CATALOG.search(body)), None)
    free = 1 + max(number for number, _ in objects)
    if tree is not None:
        yield _with_end(data, free, tree, catalog, [])
    kids = b" ".join(map(_reference, pages))
    yield _with_end(data, free + 1, (free, 0), None,
                    [b"%d 0 obj\n<< /Type /Pages /Kids [%b] /Count %d >>\nendobj" % (free, kids, len(pages))])


def _with_end(data: bytes, free: int, tree: Name, catalog: Name | None, made: list[bytes]) -> bytes:
    """A catalogue where there is none, and a trailer; whatever broke off before them is closed."""
    if catalog is None:
        made = [*made, b"%d 0 obj\n<< /Type /Catalog /Pages %b >>\nendobj" % (free, _reference(tree))]
    root = _reference(catalog or (free, 0))
    trailer = b"trailer\n<< /Root %b /Size %d >>\nstartxref\n0\n%%%%EOF" % (root, free + 1)
    return b"\n".join([data, b"endstream", b"endobj", *made, trailer])


def _reference(name: Name) -> bytes:
    return b"%d %d R" % name


def _objects(data: bytes) -> dict[Name, bytes]:
    """The dictionaries of the objects by their names; of two with one name the later counts."""
    found = {}
    for match in OBJECT.finditer(data):
        ends = [end for mark in ENDS if (end := data.find(mark, match.end(), match.end() + LONGEST)) >= 0]
        found[int(match[1]), int(match[2])] = data[match.end() : min(ends, default=match.end() + LONGEST)]
    return found
