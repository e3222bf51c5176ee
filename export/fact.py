"""A fact as it leaves the ledger."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from export.reading import Reading

CONTEXT = 60  # characters of the source before and after the quote

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fact:
    """`record` has a value (or None) for each column; `claim` is the claim's whole JSON form, corrections included.

    `reading` is the document that it stands in. `written` is the claim as JSON on one line, where nothing of it was
    changed on its way out of the ledger.
    """

    record: Record
    claim: Mapping[str, Any]
    decisions: tuple[Record, ...]
    reading: Reading
    written: str = ""
