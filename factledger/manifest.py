"""A manifest: a CSV file that says of each file what its collector knows."""

import csv
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from factledger.batch.card import BLANK, Card
from factledger.batch.source import Source, of_address, of_file
from factledger.errors import Failure

COLUMNS = {"file", "title", "publisher", "date", "url", "collector"}


@dataclass(slots=True)
class Manifest:
    """The card of each file by its absolute path or its address; `faults` are sentences for rows that say nothing."""

    cards: dict[str, Card] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, path: Path) -> "Manifest":
        """The rows of this file; a file's name is relative to the manifest's folder. Raises Failure."""
        made = cls()
        for number, row in enumerate(_rows(path), start=2):
            name, fault = row.get("file") or "", _fault(row)
            if fault:
                made.faults.append(f"{path}, row {number}: {fault}")
            else:
                made.cards[_key(path.parent, name)] = _card(row)
        return made

    def sources(self) -> tuple[list[Source], list[str]]:
        """The sources that the rows name, and a sentence for each that is not there."""
        found, missing = [], []
        for name in self.cards:
            if "://" in name:
                found.append(of_address(name, 0))
            elif _exists(Path(name)):
                found.append(of_file(Path(name)))
            else:
                missing.append(f"{name}: the manifest has a row for it, but there is no such file; check the path")
        return found, missing

    def card(self, source: Source) -> Card:
        """What is known of this source; nothing, if no row names it."""
        return self.cards.get(source.where, BLANK)


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = getattr(error, "strerror", None) or "it is no CSV file in UTF-8"
        raise Failure(f"{path}: the manifest cannot be read ({reason}); check the path, and save it as CSV") from None
    unknown = {str(name) for row in rows for name in row} - COLUMNS
    if not rows or unknown or "file" not in rows[0]:
        wrong = f"the column {sorted(unknown)[0]!r} is not known" if unknown else "it needs the column 'file' and a row"
        raise Failure(f"{path}: {wrong}; its columns are {', '.join(sorted(COLUMNS))}")
    return rows


def _fault(row: dict[str, str]) -> str:
    if not row.get("file"):
        return "names no file; fill the column 'file'"
    try:
        date.fromisoformat(row.get("date") or "2000-01-01")
    except ValueError:
        return f"{row['date']!r} is no day; write it as 2021-05-04"
    return ""


def _card(row: dict[str, str]) -> Card:
    day = date.fromisoformat(row["date"]) if row.get("date") else None
    return Card(row.get("title") or "", row.get("publisher") or None, day, row.get("url") or None,
                row.get("collector") or None)


def _key(folder: Path, name: str) -> str:
    """As Source.where writes it."""
    import os

    return name if "://" in name else os.path.abspath(folder / name)


def _exists(path: Path) -> bool:
    return any(part.is_file() for part in (path, *path.parents))
