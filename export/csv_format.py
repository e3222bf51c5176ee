"""CSV (RFC 4180): UTF-8, every cell quoted, a header, one row per fact.

For Excel there is a byte order mark, and no cell can be taken for a formula.
"""

import csv
from collections.abc import Iterable
from pathlib import Path

from export.cells import guarded, text
from export.facts import Fact
from export.view import View


def write(facts: Iterable[Fact], path: Path, view: View) -> int:
    """Writes the facts; how many."""
    wanted = [(column.name, column.type) for column in view.columns]
    excel, number = view.options.for_excel, 0
    with path.open("w", encoding="utf-8-sig" if excel else "utf8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow([name for name, _ in wanted])
        for number, fact in enumerate(facts, 1):  # noqa: B007
            cells = [text(fact.record[name], kind) for name, kind in wanted]
            writer.writerow(map(guarded, cells) if excel else cells)
    return number
