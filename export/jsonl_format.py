"""JSON lines: the columns of a fact, its whole claim and the decisions on it, one fact a line.

Where columns are chosen, only those.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from export.columns import columns
from export.fact import Fact, Record
from export.view import View


def write(facts: Iterable[Fact], path: Path, view: View) -> int:
    """Writes the facts; how many."""
    chosen = view.columns if view.options.fields else columns()
    names, number = [column.name for column in chosen], 0
    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    with path.open("w", encoding="utf8", newline="") as file:
        for number, fact in enumerate(facts, 1):  # noqa: B007
            flat = {name: fact.record[name] for name in names}
            file.write(encode(flat if view.options.fields else whole(fact, flat)) + "\n")
    return number


def whole(fact: Fact, flat: Record) -> Record:
    """The columns, and the claim and its decisions in their own form."""
    return {**flat, "claim": fact.claim, "decisions": fact.decisions}
