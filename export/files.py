"""Facts into a file whose name says the format."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO

from db import Store
from export import csv_format, jsonl_format
from export.atomic import written
from export.errors import UnknownFormat
from export.facts import Fact, facts

FORMATS: dict[str, Callable[[Iterable[Fact], TextIO], int]] = {
    ".csv": csv_format.write,
    ".jsonl": jsonl_format.write,
}


def export(store: Store, target: Path, everything: bool = False, force: bool = False, names: bool = False) -> int:
    """Writes the verified facts (every claim with `everything`) into the file; how many there are.

    The same database and options give the same bytes. Raises UnknownFormat, ExportError or StoreError.
    """
    suffix = target.suffix.lower()
    if suffix not in FORMATS:
        raise UnknownFormat(f"{target} names no format that can be written: end it in {' or '.join(FORMATS)}")
    with written(target, force) as file:
        return FORMATS[suffix](facts(store, everything, names), file)
