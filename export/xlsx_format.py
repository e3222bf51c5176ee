"""An Excel workbook: what it is about, a sheet for each kind of claim, and what each column says.

Every text is a text cell, never a formula, a link or a date; a figure is a number only if a spreadsheet holds it
exactly. Control characters are shown as their pictures. A text too long for a cell stands whole, in parts, on a sheet
of its own. Written in one pass: no row is kept in memory.
"""

from collections.abc import Iterable
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.worksheet import Worksheet

from export.cells import exact_number, text, visible
from export.columns import Column, columns
from export.fact import Fact
from export.view import View

LAST_ROW = 1_048_575  # of a sheet, counted from 0 (Excel's specifications and limits)
CELL = 32_767  # UTF-16 units that a cell can hold
PART = 16_000  # code points, so that no part can pass the limit
WIDTHS = {"quote": 70, "quote_prefix": 30, "quote_suffix": 30, "document_title": 40, "counted": 24, "value_raw": 16}
WRAPPED = {"quote", "quote_prefix", "quote_suffix", "document_title"}
STILL = {  # every cell is written as what it is: nothing is interpreted
    "constant_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False,
}
NO_DAY = datetime(1980, 1, 1)  # so that the same facts give the same bytes


def write(facts: Iterable[Fact], path: Path, view: View) -> int:
    """Writes the facts; how many. Raises OSError."""
    try:
        with Workbook(str(path), STILL) as workbook:
            workbook.set_properties({"title": "Facts with their sources", "created": NO_DAY})
            return Sheets(workbook, view).fill(facts)
    except XlsxWriterException as error:
        cause = error.args[0] if error.args else error
        raise cause if isinstance(cause, OSError) else OSError(str(error)) from None


class Sheets:
    """The sheets of a workbook, in the order in which they are first needed."""

    def __init__(self, workbook: Workbook, view: View) -> None:
        self.workbook, self.view = workbook, view
        self.bold = workbook.add_format({"bold": True, "bg_color": "#E7EDF3", "bottom": 1})
        self.plain = workbook.add_format({"num_format": "@", "valign": "top"})
        self.wrapped = workbook.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
        self.open: dict[str, tuple[Worksheet, int]] = {}  # the sheet of each kind, and its last row
        self.names: dict[str, Iterable[int]] = {}
        self.long: list[tuple[str, str, str]] = []

    def fill(self, facts: Iterable[Fact]) -> int:
        """All sheets; how many facts there are."""
        self._listing("About", ("About this file", ""), [*self.view.about, *self._runs()], (28, 110))
        number = 0
        for number, fact in enumerate(facts, 1):  # noqa: B007
            self._fact(fact)
        if not self.open:
            self._next("facts")
        for sheet, row in self.open.values():
            sheet.autofilter(0, 0, max(row, 1), len(self.view.columns) - 1)
        if self.long:
            self._listing("Long texts", ("fact_id", "column", "part", "text"), self._parts(), (24, 20, 8, 110))
        described = [(column.name, column.type, column.says) for column in columns()]
        self._listing("Columns", ("column", "type", "what it says"), described, (24, 10, 110))
        return number

    def _runs(self) -> list[tuple[str, str]]:
        said = "version {0.code_version}, rules {0.rules_sha256}"
        return [(f"Run {run.number}", said.format(run)) for run in self.view.runs]

    def _fact(self, fact: Fact) -> None:
        kind = fact.record["kind"]
        sheet, row = self.open.get(kind) or self._next(kind)
        if row == LAST_ROW:
            sheet.autofilter(0, 0, row, len(self.view.columns) - 1)
            sheet, row = self._next(kind)
        for place, column in enumerate(self.view.columns):
            self._cell(sheet, row + 1, place, column, fact)
        self.open[kind] = (sheet, row + 1)

    def _next(self, kind: str) -> tuple[Worksheet, int]:
        """A new sheet for this kind with its header."""
        number = next(self.names.setdefault(kind, count(1)))  # type: ignore[call-overload]
        sheet = self.workbook.add_worksheet(kind if number == 1 else f"{kind} {number}")
        for place, column in enumerate(self.view.columns):
            sheet.set_column(place, place, WIDTHS.get(column.name, 14))
            sheet.write_string(0, place, column.name, self.bold)
        _for_print(sheet)
        self.open[kind] = (sheet, 0)
        return self.open[kind]

    def _cell(self, sheet: Worksheet, row: int, place: int, column: Column, fact: Fact) -> None:
        value = fact.record[column.name]
        if value is None or value == []:
            return
        if column.type == "truth":
            sheet.write_boolean(row, place, value)
        elif column.type in ("figure", "number") and (number := exact_number(value)) is not None:
            sheet.write_number(row, place, number)
        else:
            self._text(sheet, row, place, text(value, column.type), (fact.record["fact_id"], column.name))

    def _text(self, sheet: Worksheet, row: int, place: int, words: str, whose: tuple[str, str]) -> None:
        shown = _safe(words)
        if len(shown) > CELL // 2 and len(shown.encode("utf-16-le")) // 2 > CELL:
            self.long.append((*whose, shown))
            shown = f"[{len(words):,} characters: see the sheet Long texts]"
        sheet.write_string(row, place, shown, self.wrapped if whose[1] in WRAPPED else self.plain)

    def _parts(self) -> list[tuple[str, ...]]:
        return [
            (fact, column, str(number), _safe(words[start:start + PART]))
            for fact, column, words in self.long
            for number, start in enumerate(range(0, len(words), PART), 1)
        ]

    def _listing(
        self, name: str, head: tuple[str, ...], rows: Iterable[Iterable[Any]], widths: tuple[int, ...]
    ) -> None:
        sheet = self.workbook.add_worksheet(name)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, head[place], self.bold)
        for number, row in enumerate(rows, 1):
            for place, cell in enumerate(row):
                sheet.write_string(number, place, _safe(str(cell)), self.wrapped)
        _for_print(sheet)
        sheet.fit_to_pages(1, 0)


def _for_print(sheet: Worksheet) -> None:
    """The header stays in sight and stands on every printed page."""
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4


def _safe(words: str) -> str:
    """The words as a cell can hold them. What looks like the library's own mark-up gets a blank behind it."""
    shown = visible(words)
    return f"{shown} " if shown.startswith("<r>") and shown.endswith("</r>") else shown
