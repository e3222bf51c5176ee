"""The cells of an Excel workbook (ECMA-376) as text, read within the limits of any archive; nothing in it is run."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from corpus import Limits, ReadError
from corpus.archive import member_bytes, members

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
COLUMN = re.compile(r"[A-Z]{1,3}")

Row = tuple[int, list[str]]


def sheets(path: Path) -> Iterator[tuple[str, Iterator[Row]]]:
    """Each sheet's name and its rows: the row's number as a spreadsheet shows it, and its cells. Raises ReadError."""
    targets = {link.get("Id"): link.get("Target", "") for link in _part(path, "xl/_rels/workbook.xml.rels")}
    shared = _shared(path)
    for sheet in _part(path, "xl/workbook.xml").iter(f"{MAIN}sheet"):
        target = targets.get(sheet.get(LINK), "").removeprefix("/")
        part = _part(path, target if target.startswith("xl/") else f"xl/{target}")
        yield str(sheet.get("name")), _rows(part, shared)


def _part(path: Path, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(member_bytes(path / name, path, Limits()), parser)
    except etree.XMLSyntaxError:
        raise ReadError(str(path), f"has a broken part, {name}", "save it again as .xlsx, or as CSV") from None


def _shared(path: Path) -> list[str]:
    """The texts that cells refer to by number."""
    if "xl/sharedStrings.xml" not in members(path, Limits()):
        return []
    return [_text(item) for item in _part(path, "xl/sharedStrings.xml").iter(f"{MAIN}si")]


def _rows(sheet: etree._Element, shared: list[str]) -> Iterator[Row]:
    for expected, row in enumerate(sheet.iter(f"{MAIN}row"), 1):
        cells: list[str] = []
        for cell in row.iter(f"{MAIN}c"):
            place = _place(str(cell.get("r", "")), len(cells))
            cells += [""] * (place + 1 - len(cells))
            cells[place] = _value(cell, shared)
        yield int(row.get("r") or expected), cells


def _place(name: str, following: int) -> int:
    """The column of a cell from its name ("AB12" is 27), or the next one where it has none."""
    letters = COLUMN.match(name)
    place = 0
    for letter in letters[0] if letters else "":
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1 if letters else following


def _value(cell: etree._Element, shared: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return _text(cell)
    value = cell.findtext(f"{MAIN}v") or ""
    if cell.get("t") == "s":
        number = int(value) if value.isdecimal() else -1
        return shared[number] if 0 <= number < len(shared) else ""
    return value


def _text(element: etree._Element) -> str:
    """The words of all runs, without what is only said of their sound."""
    return "".join(
        run.text or "" for run in element.iter(f"{MAIN}t") if getattr(run.getparent(), "tag", None) != f"{MAIN}rPh"
    )
