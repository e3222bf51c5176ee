"""CSV (RFC 4180): UTF-8, every cell quoted, a header, one row per fact."""

import csv
from collections.abc import Iterable
from typing import Any, TextIO

from export.columns import columns
from export.facts import Fact


def write(facts: Iterable[Fact], file: TextIO) -> int:
    """Writes the facts; how many."""
    names = [column.name for column in columns()]
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerow(names)
    number = 0
    for number, fact in enumerate(facts, 1):  # noqa: B007
        writer.writerow([_cell(fact.record[name]) for name in names])
    return number


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "; ".join(value) if isinstance(value, list) else str(value)
