"""A gold document as a Word file, with headings, lists and tables as Word knows them."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordFile

from factledger.gold.blocks import grouped_blocks
from factledger.gold.shapes import GoldDocument

STYLES = {"title": "Title", "caption": "Caption", "footnote": "Normal"}


def write_docx(document: GoldDocument, path: Path) -> None:
    """The properties carry title, publisher and day, so that the reader finds them."""
    word = docx.Document()
    day = datetime.combine(document.published, datetime.min.time(), UTC)
    properties = word.core_properties
    properties.title, properties.author = document.title, document.publisher
    properties.created = properties.modified = day
    for kind, level, texts in grouped_blocks(document):
        _write_block(word, kind, level, texts)
    packed = BytesIO()
    word.save(packed)
    path.write_bytes(_without_clock(packed))


def _without_clock(packed: BytesIO) -> bytes:
    """The package with one fixed time for every part, so that the same text gives the same bytes."""
    out = BytesIO()
    with ZipFile(packed) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for part in source.infolist():
            target.writestr(ZipInfo(part.filename), source.read(part), ZIP_DEFLATED)
    return out.getvalue()


def _write_block(word: WordFile, kind: str, level: int, texts: list[str]) -> None:
    if kind == "table":
        _write_table(word, [text.split(" | ") for text in texts])
        return
    style = "List Bullet" if kind == "list_item" else f"Heading {level}" if kind == "heading" else STYLES.get(kind)
    for text in texts:
        word.add_paragraph(text, style=style)


def _write_table(word: WordFile, rows: list[list[str]]) -> None:
    table = word.add_table(rows=len(rows), cols=len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
