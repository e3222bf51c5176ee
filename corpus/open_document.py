"""ODT: paragraphs, headings, lists, tables, notes, running heads and feet (OASIS OpenDocument 1.3)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from corpus.draft import Draft, Piece, clean, join
from corpus.errors import ReadError
from corpus.media import ODT
from corpus.office_package import open_package
from corpus.settings import Settings
from corpus.superscripts import raised
from corpus.table_text import Cell, table_text
from models.vocabulary import BlockKind

SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, OFFICE = (f"{{{SPACE}{name}:1.0}}" for name in ("text", "table", "office"))
STYLE = f"{{{SPACE}style:1.0}}"
UNSEEN = frozenset({TEXT + "tracked-changes", OFFICE + "annotation", TEXT + "note-citation", OFFICE + "forms"})
BREAKS = {TEXT + "tab": " ", TEXT + "line-break": " ", TEXT + "s": " "}
LONGEST_HEADING = 160
TITLES = ("Title", "Subtitle")
CELLS = (TABLE + "table-cell", TABLE + "covered-table-cell")


@dataclass(slots=True)
class Notes:
    """The notes met so far, in the order of the text."""

    pieces: list[Piece] = field(default_factory=list)


def read_odt(data: bytes, name: str, settings: Settings) -> Draft:
    """A draft of an ODT file, tracked changes accepted. Raises ReadError when it is broken or hostile."""
    package = open_package(data, name, settings.limits)
    root = package.part("content.xml")
    body = None if root is None else root.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise ReadError(name, "the ODT file has no text part", "save it again in a word processor")
    notes = Notes()
    pieces = [*_pieces(body, notes), *notes.pieces, *_furniture(package.part("styles.xml"))]
    text, blocks = join(pieces)
    changed = body.find(TEXT + "tracked-changes") is not None
    return Draft(text, blocks, ODT, notes=("tracked changes are read as accepted",) if changed else ())


def _pieces(holder: etree._Element, notes: Notes, depth: int = 0) -> Iterator[Piece]:
    for element in holder:
        if element.tag in (TEXT + "p", TEXT + "h"):
            yield _paragraph(element, notes, depth)
        elif element.tag == TABLE + "table":
            yield _table(element, notes)
        elif element.tag == TEXT + "list":
            yield from _pieces(element, notes, depth + 1)
        elif element.tag not in UNSEEN and isinstance(element.tag, str):
            yield from _pieces(element, notes, depth)


def _paragraph(element: etree._Element, notes: Notes, depth: int) -> Piece:
    text = _words(element, notes)
    kind: BlockKind = "list_item" if depth else "paragraph"
    level = depth
    if element.tag == TEXT + "h" and len(text) < LONGEST_HEADING:
        kind, level = "heading", int(element.get(TEXT + "outline-level", "1"))
    elif element.get(TEXT + "style-name") == TITLES[0]:
        kind, level = "title", 0
    return Piece(text, kind, level)


def _words(element: etree._Element, notes: Notes) -> str:
    parts: list[str] = []
    _collect(element, parts, notes)
    return clean("".join(parts))


def _collect(element: etree._Element, parts: list[str], notes: Notes) -> None:
    parts.append(element.text or "")
    for child in element:
        if child.tag == TEXT + "note":
            parts.append(_note(child, notes))
        elif child.tag in BREAKS:
            parts.append(BREAKS[str(child.tag)])
        elif child.tag not in UNSEEN and isinstance(child.tag, str):
            _collect(child, parts, notes)
        parts.append(child.tail or "")


def _note(note: etree._Element, notes: Notes) -> str:
    """The note's mark, counted from 1; its text is put aside."""
    mark = raised(str(len(notes.pieces) + 1))
    notes.pieces.append(Piece(""))
    place = len(notes.pieces) - 1
    body = note.find(TEXT + "note-body")
    words = " ".join(piece.text for piece in _pieces(body, notes)) if body is not None else ""
    notes.pieces[place] = Piece(clean(f"{mark} {words}"), "footnote")
    return mark


def _table(table: etree._Element, notes: Notes) -> Piece:
    rows = [[_cell(cell, notes) for cell in row if cell.tag in CELLS] for row in table.iter(TABLE + "table-row")]
    return Piece(table_text(rows), "table")


def _cell(cell: etree._Element, notes: Notes) -> Cell:
    """A cell's words; cells that another one covers are in the file, empty."""
    repeated = cell.get(TABLE + "number-columns-repeated", "1")
    return Cell(" ".join(piece.text for piece in _pieces(cell, notes)), int(repeated) if repeated.isdecimal() else 1)


def _furniture(styles: etree._Element | None) -> Iterator[Piece]:
    """Each running head and foot once, at the end."""
    kinds: tuple[BlockKind, ...] = ("header", "footer")
    for kind in kinds:
        found = [] if styles is None else styles.iter(STYLE + kind)
        texts = [" ".join(piece.text for piece in _pieces(element, Notes())) for element in found]
        yield from (Piece(clean(text), kind) for text in dict.fromkeys(texts))
