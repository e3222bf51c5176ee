"""Conditions on columns, such as `event=killed|injured`, `date>=2022-03`, `value_min>10`, `quote~market`."""

import operator
import re
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from export.cells import text
from export.columns import Column, named
from export.edtf import bounds
from export.errors import BadOption
from export.options import Options

Record = dict[str, Any]
Test = Callable[[Record], bool]

CONDITION = re.compile(r"\s*(\w+)\s*(!=|>=|<=|=|>|<|~)\s*(.*?)\s*", re.DOTALL)
SHORT = {  # what people ask for, and the columns that hold it
    "date": ("event_date",), "document": ("document_id",), "source": ("attribution",),
    "reviewer": ("verified_by_1", "verified_by_2"),
}
ORDERS: dict[str, Callable[[Any, Any], bool]] = {
    ">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le,
}


def condition(written: str) -> tuple[tuple[Column, ...], str, str]:
    """A condition's columns, operator and value. Raises BadOption."""
    found = CONDITION.fullmatch(written)
    if found is None:
        raise BadOption(f"{written!r} is no condition: write it as event=killed, date>=2022-03 or quote~market")
    name, sign, value = found.groups()
    return tuple(named(column) for column in SHORT.get(name, (name,))), sign, value


def test(conditions: Iterable[str]) -> Test:
    """Whether a record fits all the conditions. Raises BadOption."""
    tests = [_test(*condition(written)) for written in conditions]
    return lambda record: all(holds(record) for holds in tests)


def verified_only(options: Options) -> bool:
    """Whether only verified facts are wanted: not with `everything`, nor where a condition is on the state."""
    asked = (column.name for written in options.where for column in condition(written)[0])
    return not options.everything and "state" not in asked


def _test(columns: tuple[Column, ...], sign: str, value: str) -> Test:
    if sign == "!=":
        same = _test(columns, "=", value)
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
        return lambda record: not either.isdisjoint(_words(record[name], kind))
    return _ordered(column, ORDERS[sign], sign, value)


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
