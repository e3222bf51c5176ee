"""JSON lines: the columns of a fact, its whole claim and the decisions on it, one fact a line.

Where columns are chosen, only those.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from export.columns import columns
from export.fact import Fact
from export.view import View

BUFFER = 1 << 20  # bytes that are written at once

encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def write(facts: Iterable[Fact], path: Path, view: View) -> int:
    """Writes the facts; how many."""
    chosen = view.columns if view.options.fields else columns()
    names, number = [column.name for column in chosen], 0
    with path.open("w", BUFFER, encoding="utf8", newline="") as file:
        for number, fact in enumerate(facts, 1):  # noqa: B007
            flat = encode({name: fact.record[name] for name in names})
            file.write(f"{flat}\n" if view.options.fields else whole(fact, flat))
    return number


def whole(fact: Fact, flat: str) -> str:
    """The line: the columns, and the claim and its decisions in their own form."""
    claim, decisions = fact.written or encode(fact.claim), encode(fact.decisions) if fact.decisions else "[]"
    return f'{flat[:-1]},"claim":{claim},"decisions":{decisions}}}\n'
