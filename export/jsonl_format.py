"""JSON lines: the columns of a fact, its whole claim and the decisions on it, one fact a line."""

import json
from collections.abc import Iterable
from typing import TextIO

from export.columns import columns
from export.facts import Fact


def write(facts: Iterable[Fact], file: TextIO) -> int:
    """Writes the facts; how many."""
    number = 0
    for number, fact in enumerate(facts, 1):  # noqa: B007
        flat = {column.name: fact.record[column.name] for column in columns()}
        whole = {**flat, "claim": fact.claim, "decisions": fact.decisions}
        file.write(json.dumps(whole, ensure_ascii=False) + "\n")
    return number
