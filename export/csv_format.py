"""CSV (RFC 4180): UTF-8, every cell quoted, a header, one row per fact."""

import csv
import json
from collections.abc import Iterable
from typing import Any, TextIO

from export.columns import columns
from export.facts import Fact


def write(facts: Iterable[Fact], file: TextIO) -> int:
    """Writes the facts; how many."""
    names, types = zip(*((column.name, column.type) for column in columns()), strict=True)
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerow(names)
    number = 0
    for number, fact in enumerate(facts, 1):  # noqa: B007
        writer.writerow([_cell(fact.record[name], kind) for name, kind in zip(names, types, strict=True)])
    return number


def _cell(value: Any, kind: str) -> str:
    if value is None or value == []:
        return ""
    if kind in ("truth", "boxes"):
        return json.dumps(value)
    return "; ".join(value) if kind == "list" else str(value)
