"""One condition on a column, such as `event=killed|injured`, `date>=2022-03`, `value_min>10`, `quote~market`."""

import operator
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any, get_args

from db import STATES
from export.cells import text
from export.columns import Column, named
from export.edtf import bounds
from export.errors import BadOption, unknown
from models.vocabulary import ClaimKind, Event, Status

Record = dict[str, Any]
Test = Callable[[Record], bool]

SHORT = {  # what people ask for, and the columns that hold it
    "date": ("event_date",), "document": ("document_id",), "source": ("attribution",),
    "reviewer": ("verified_by_1", "verified_by_2"),
}
VOCABULARIES: dict[str, tuple[str, ...]] = {
    "event": get_args(Event), "state": STATES, "kind": get_args(ClaimKind), "status": get_args(Status),
}
ORDERS: dict[str, Callable[[Any, Any], bool]] = {
    ">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le,
}


def parts(name: str) -> tuple[Column, ...]:
    """The columns that a condition's name stands for. Raises BadOption."""
    return tuple(named(column) for column in SHORT.get(name, (name,)))


def test(columns: tuple[Column, ...], sign: str, value: str) -> Test:
    """Whether a record fits the condition in one of the columns (in all, for !=). Raises BadOption."""
    if sign == "!=":
        same = test(columns, "=", value)
        return lambda record: not same(record)
    tests = [_of_column(column, sign, value) for column in columns]
    return lambda record: any(holds(record) for holds in tests)


def _of_column(column: Column, sign: str, value: str) -> Test:
    name, kind = column.name, column.type
    if sign == "~":
        wanted = value.casefold()
        return lambda record: wanted in text(record[name], kind).casefold()
    if sign == "=":
        either = {word.strip().casefold() for word in value.split("|")}
        _check_known(column, either)
        return lambda record: not either.isdisjoint(_words(record[name], kind))
    return _ordered(column, ORDERS[sign], sign, value)


def _check_known(column: Column, words: set[str]) -> None:
    """A column with few words can be asked for those only: a slip of the pen must not look like an empty ledger."""
    for word in sorted(words):
        if word and word not in VOCABULARIES.get(column.name, (word,)):
            raise unknown(column.name, word, VOCABULARIES[column.name])


def _words(value: Any, kind: str) -> list[str]:
    return [word.casefold() for word in value] if kind == "list" and value else [text(value, kind).casefold()]


def _ordered(column: Column, compare: Callable[[Any, Any], bool], sign: str, value: str) -> Test:
    name = column.name
    if column.type == "date":
        return _dated(name, compare, sign, value)
    if column.type in ("figure", "number"):
        limit = _number(value)
        return lambda record: record[name] is not None and compare(Decimal(str(record[name])), limit)
    return lambda record: bool(record[name]) and compare(text(record[name], column.type), value)


def _dated(name: str, compare: Callable[[Any, Any], bool], sign: str, value: str) -> Test:
    """A date fits only if all of it does: "2022" is not known to be after March 2022."""
    first, last = bounds(value)
    if first is None or last is None:
        raise BadOption(f"{value!r} is no date: write it as 2022, 2022-03 or 2022-03-15")
    limit, side = {">": (last, 0), ">=": (first, 0), "<": (first, 1), "<=": (last, 1)}[sign]

    def holds(record: Record) -> bool:
        found = bounds(record[name])[side] if record[name] else None
        return found is not None and compare(found, limit)

    return holds


def _number(value: str) -> Decimal:
    try:
        return Decimal(value)
    except InvalidOperation:
        raise BadOption(f"{value!r} is no number: this column can only be compared with one") from None
