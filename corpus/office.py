"""DOCX: paragraphs with their numbers, headings, tables, notes, text boxes, heads and feet."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from lxml import etree

from corpus.draft import Draft, Piece, clean, join
from corpus.errors import ReadError
from corpus.media import DOCX
from corpus.office_package import WORD, Package, open_package
from corpus.office_styles import Lists, Styles, heading_level, lists_of, styles_of, value, whole
from corpus.settings import Settings
from corpus.superscripts import raised
from corpus.table_text import Cell, table_text
from models.vocabulary import BlockKind

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a second copy of a drawing
WORDS = (WORD + "t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
UNSEEN = frozenset({WORD + "del", WORD + "moveFrom", WORD + "pPr", WORD + "rPr", FALLBACK})
HOLDERS = frozenset(WORD + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
NOTES: dict[str, str] = {WORD + "footnoteReference": "footnotes", WORD + "endnoteReference": "endnotes"}
LONGEST_CELL = 400
LONGEST_HEADING = 160


@dataclass(slots=True)
class Reading:
    """What is known while the body is read: styles, lists, notes and the marks given to them."""

    styles: Styles
    lists: Lists
    notes: dict[tuple[str, str], etree._Element]
    marked: dict[tuple[str, str], str] = field(default_factory=dict)
    boxes: list[etree._Element] = field(default_factory=list)
    changed: bool = False
    hidden: bool = False


def read_docx(data: bytes, name: str, settings: Settings) -> Draft:
    """A draft of a DOCX file, tracked changes accepted. Raises ReadError when it is broken or hostile."""
    package = open_package(data, name, settings.limits)
    root = package.part("word/document.xml")
    body = None if root is None else root.find(WORD + "body")
    if body is None:
        raise ReadError(name, "the DOCX file has no text part", "save it again in a word processor")
    styles, lists = styles_of(package.part("word/styles.xml")), lists_of(package.part("word/numbering.xml"))
    reading = Reading(styles, lists, _notes(package))
    pieces = [*_pieces(body, reading), *_note_pieces(reading), *_furniture(package, reading)]
    text, blocks = join(pieces)
    return Draft(text, blocks, DOCX, notes=_said(reading, package))


def _said(reading: Reading, package: Package) -> tuple[str, ...]:
    """What of the file is not in the text, and why."""
    comments = package.part("word/comments.xml")
    said = {"tracked changes are read as accepted": reading.changed, "hidden text is left out": reading.hidden,
            "comments are left out": comments is not None and len(comments) > 0}
    return tuple(sentence for sentence, is_true in said.items() if is_true)


def _notes(package: Package) -> dict[tuple[str, str], etree._Element]:
    found = {}
    for sort in ("footnotes", "endnotes"):
        root = package.part(f"word/{sort}.xml")
        for note in [] if root is None else root:
            if note.get(WORD + "type") in (None, "normal"):
                found[sort, note.get(WORD + "id", "")] = note
    return found


def _pieces(holder: etree._Element, reading: Reading) -> Iterator[Piece]:
    """The blocks in a body, a cell or a note, in order. A paragraph whose end was deleted goes on in the next one."""
    before = ""
    for element in holder:
        if element.tag == WORD + "p":
            text, before = before + _text(element, reading), ""
            if _is_deleted(element, "pPr/rPr", reading):
                before = text
                continue
            yield _paragraph(element, clean(text), reading)
            while reading.boxes:
                yield from _pieces(reading.boxes.pop(0), reading)
        elif element.tag == WORD + "tbl":
            yield from _table(element, reading)
        elif element.tag in HOLDERS:
            yield from _pieces(element, reading)
    yield Piece(clean(before))


def _is_deleted(element: etree._Element, properties: str, reading: Reading) -> bool:
    """Whether the end of a paragraph, or a table's row, is deleted or moved away."""
    is_deleted = any(value(element, f"{properties}/{change}") is not None for change in ("del", "moveFrom"))
    reading.changed = reading.changed or is_deleted
    return is_deleted


def _paragraph(element: etree._Element, text: str, reading: Reading) -> Piece:
    styles = reading.styles.chain(value(element, "pPr/pStyle"))
    if not text:
        return Piece("")
    label = reading.lists.label(element, styles)
    kind, level = _kind(text, label, heading_level(element, styles), [style.name.lower() for style in styles])
    return Piece(clean(f"{label} {text}"), kind, level)


def _kind(text: str, label: str, level: int, names: list[str]) -> tuple[BlockKind, int]:
    if "title" in names[:1] and len(text) < LONGEST_HEADING:
        return "title", 0
    if level and len(text) < LONGEST_HEADING and not text.endswith(tuple(".;:,-")):
        return "heading", level
    if names[:1] == ["caption"]:
        return "caption", 0
    return ("list_item", 1) if label == "•" else ("paragraph", 0)


def _text(paragraph: etree._Element, reading: Reading) -> str:
    """The paragraph's words; deleted ones are left out, its text boxes are put aside."""
    parts: list[str] = []
    events = etree.iterwalk(paragraph, events=("start",))
    for _, element in events:
        tag = element.tag
        if tag == WORD + "r" and value(element, "rPr/vanish") not in (None, "0", "false"):
            reading.hidden = True
            events.skip_subtree()
        elif tag in WORDS:
            parts.append(raised(element.text or "") if _is_raised(element) else element.text or "")
        elif tag in UNSEEN:
            reading.changed = reading.changed or tag in (WORD + "del", WORD + "moveFrom")
            events.skip_subtree()
        elif tag == WORD + "txbxContent":
            reading.boxes.append(element)
            events.skip_subtree()
        elif tag in NOTES:
            parts.append(_mark(NOTES[tag], element, reading))
        else:
            parts.append(BREAKS.get(str(tag), ""))
    return "".join(parts)


BREAKS = {WORD + "tab": " ", WORD + "ptab": " ", WORD + "br": " ", WORD + "cr": " ", WORD + "noBreakHyphen": "-"}


def _is_raised(element: etree._Element) -> bool:
    return value(element.getparent(), "rPr/vertAlign") == "superscript"


def _mark(sort: str, element: etree._Element, reading: Reading) -> str:
    """The note's mark, counted from 1 in the order of the text."""
    key = (sort, element.get(WORD + "id", ""))
    if key not in reading.notes:
        return ""
    return reading.marked.setdefault(key, raised(str(len(reading.marked) + 1)))


def _note_pieces(reading: Reading) -> Iterator[Piece]:
    """All notes that the text refers to, after it. Reading a note may mark another one."""
    done = 0
    while done < len(reading.marked):
        key, mark = list(reading.marked.items())[done]
        text = " ".join(piece.text for piece in _pieces(reading.notes[key], reading) if piece.text)
        yield Piece(clean(f"{mark} {text}"), "footnote")
        done += 1


def _table(table: etree._Element, reading: Reading) -> Iterator[Piece]:
    """A line for each row of data; a layout (long cells, tables in cells, one column) is read cell by cell."""
    rows = [list(_cells_of(row)) for row in table.iter(WORD + "tr") if not _is_deleted(row, "trPr", reading)]
    nested = table.find(f".//{WORD}tbl") is not None
    if nested or max(map(len, rows), default=0) < 2 or _is_layout(rows):
        for cell in table.iter(WORD + "tc") if nested else chain.from_iterable(rows):
            if not nested or cell.find(f".//{WORD}tbl") is None:
                yield from _pieces(cell, reading)
        return
    yield Piece(table_text([[Cell(_cell(cell, reading), _columns(cell)) for cell in row] for row in rows]), "table")


def _columns(cell: etree._Element) -> int:
    """Over how many columns the cell goes; one that goes over rows has empty cells below it."""
    return whole(value(cell, "tcPr/gridSpan")) or 1


def _cells_of(row: etree._Element) -> Iterator[etree._Element]:
    """The row's cells, also those in content controls."""
    for element in row:
        if element.tag == WORD + "tc":
            yield element
        elif element.tag in HOLDERS:
            yield from _cells_of(element)


def _is_layout(rows: list[list[etree._Element]]) -> bool:
    return any(sum(len(t.text or "") for t in cell.iter(WORD + "t")) > LONGEST_CELL for row in rows for cell in row)


def _cell(cell: etree._Element, reading: Reading) -> str:
    return " ".join(piece.text for piece in _pieces(cell, reading) if piece.text)


def _furniture(package: Package, reading: Reading) -> Iterator[Piece]:
    """Each running head and foot once, at the end."""
    for kind in ("header", "footer"):
        texts = [_cell(part, reading) for part in package.parts(f"word/{kind}")]
        yield from (Piece(text, "header" if kind == "header" else "footer") for text in dict.fromkeys(texts))
