"""Statements for the driver itself, where SQLAlchemy would take longer to write them than the database to run them."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Any

from sqlalchemy import Column, Connection, Dialect, Table

AT_ONCE = 1000  # a statement can hold only so many values
RANGES = 200  # and an expression can be only so deep


def many(connection: Connection, table: Table, columns: tuple[str, ...], rows: Sequence[tuple[Any, ...]]) -> None:
    """Writes rows with these columns."""
    if rows:
        connection.exec_driver_sql(_insert(connection.dialect, table, columns), list(rows))


def among(connection: Connection, column: Column[str], values: Sequence[str]) -> Iterator[str]:
    """Those of the values that stand in this column, once for each row."""
    quote = connection.dialect.identifier_preparer.quote
    for start in range(0, len(values), AT_ONCE):
        some = tuple(values[start:start + AT_ONCE])
        where = f"{quote(column.name)} IN ({_marks(connection.dialect, len(some))})"
        chosen = f"SELECT {quote(column.name)} FROM {quote(column.table.name)} WHERE {where}"
        yield from connection.exec_driver_sql(chosen, some).scalars()


def beginning(
    connection: Connection, column: Column[str], beside: Column[str], begins: Sequence[str], after: str
) -> Iterator[tuple[str, str]]:
    """The values of two columns in rows where the first begins so; `after` sorts after all that can follow.

    Each is looked up in the column's index, since their bounds stand in the statement one by one.
    """
    quote = connection.dialect.identifier_preparer.quote
    here, one = quote(column.name), _marks(connection.dialect, 1)
    for start in range(0, len(begins), RANGES):
        some = begins[start:start + RANGES]
        where = " OR ".join([f"{here} BETWEEN {one} AND {one}"] * len(some))
        chosen = f"SELECT {here}, {quote(beside.name)} FROM {quote(column.table.name)} WHERE {where}"
        bounds = tuple(bound for begin in some for bound in (begin, begin + after))
        rows: Any = connection.exec_driver_sql(chosen, bounds)
        yield from map(tuple, rows)


def fitting(
    connection: Connection, column: Column[Any], names: tuple[str, ...], values: Sequence[tuple[Any, ...]]
) -> Iterator[Any]:
    """What stands in this column in the rows where the columns with these names have any of these values together."""
    quote = connection.dialect.identifier_preparer.quote
    one = _marks(connection.dialect, 1)
    here = " AND ".join(f"{quote(name)} = {one}" for name in names)
    for start in range(0, len(values), RANGES):
        some = values[start:start + RANGES]
        where = " OR ".join([f"({here})"] * len(some))
        chosen = f"SELECT {quote(column.name)} FROM {quote(column.table.name)} WHERE {where}"
        yield from connection.exec_driver_sql(chosen, tuple(chain.from_iterable(some))).scalars()


@cache
def _insert(dialect: Dialect, table: Table, columns: tuple[str, ...]) -> str:
    """INSERT with one unnamed placeholder for each column."""
    quote = dialect.identifier_preparer.quote
    names = ", ".join(map(quote, columns))
    return f"INSERT INTO {quote(table.name)} ({names}) VALUES ({_marks(dialect, len(columns))})"


def _marks(dialect: Dialect, number: int) -> str:
    """So many unnamed placeholders, as the driver writes them."""
    return ", ".join([{"qmark": "?"}.get(dialect.paramstyle, "%s")] * number)
