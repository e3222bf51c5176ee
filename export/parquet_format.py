"""Parquet, for data analysis: typed columns, written in packets.

A figure stays decimal text, exact. What the file is about stands in its metadata.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import pyarrow as arrow
from pyarrow import parquet

from export.fact import Fact, Record
from export.view import View

AT_ONCE = 10_000
TYPES = {
    "text": arrow.string(), "date": arrow.string(), "figure": arrow.string(), "truth": arrow.bool_(),
    "number": arrow.float64(), "list": arrow.list_(arrow.string()), "boxes": arrow.list_(arrow.list_(arrow.float64())),
}
WHOLE = {"page", "char_start", "char_end", "run_id", "event_seq"}


def write(facts: Iterable[Fact], path: Path, view: View) -> int:
    """Writes the facts; how many."""
    schema, number = _schema(view), 0
    with parquet.ParquetWriter(str(path), schema) as writer:
        for records in _packets(facts):
            writer.write_table(arrow.Table.from_pylist(records, schema=schema))
            number += len(records)
    return number


def _schema(view: View) -> arrow.Schema:
    fields = [
        arrow.field(
            column.name, arrow.int64() if column.name in WHOLE else TYPES[column.type], metadata={"says": column.says}
        )
        for column in view.columns
    ]
    return arrow.schema(fields, metadata=dict(view.about))


def _packets(facts: Iterable[Fact]) -> Iterator[list[Record]]:
    records = (fact.record for fact in facts)
    while some := list(islice(records, AT_ONCE)):
        yield some
