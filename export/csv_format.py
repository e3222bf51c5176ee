"""CSV (RFC 4180): UTF-8, every cell quoted, a header, one row per fact.

For Excel there is a byte order mark, and no cell can be taken for a formula.
"""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from export.cells import guarded, text
from export.fact import Fact
from export.view import View

FORMED = ("truth", "list", "boxes")


def write(facts: Iterable[Fact], path: Path, view: View) -> int:
    """Writes the facts; how many."""
    names = [column.name for column in view.columns]
    # the csv module writes None as nothing and numbers as they are: only these need a form of their own
    formed = [(place, column.type) for place, column in enumerate(view.columns) if column.type in FORMED]
    excel, number = view.options.for_excel, 0
    with path.open("w", encoding="utf-8-sig" if excel else "utf8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(names)
        for number, fact in enumerate(facts, 1):  # noqa: B007
            record = fact.record
            cells = [record[name] for name in names]
            for place, kind in formed:
                cells[place] = text(cells[place], kind)
            writer.writerow(map(_guarded, cells) if excel else cells)
    return number


def _guarded(cell: Any) -> Any:
    return guarded(cell) if isinstance(cell, str) else cell
