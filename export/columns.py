"""The columns of an export, as columns.toml describes them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from export.errors import unknown


@dataclass(frozen=True, slots=True)
class Column:
    """A column's name, what it says, and its type: text, date, figure, truth, number, list or boxes.

    `shown` says when it is there without being named: always, where it is asked for, or with a codebook.
    """

    name: str
    type: str
    says: str
    shown: str = "always"


@cache
def columns() -> tuple[Column, ...]:
    """All columns in their order."""
    described = tomllib.loads(files("export").joinpath("columns.toml").read_text(encoding="utf8"))
    return tuple(Column(**column) for column in described["column"])


def named(name: str) -> Column:
    """The column of this name. Raises BadOption."""
    known = {column.name: column for column in columns()}
    if name not in known:
        raise unknown("column", name, tuple(known))
    return known[name]


def chosen(names: tuple[str, ...], codebook: bool = False) -> tuple[Column, ...]:
    """These columns in the order in which they are named; if none is, those of a table. Raises BadOption."""
    shown = ("always", "codebook") if codebook else ("always",)
    return tuple(named(name) for name in dict.fromkeys(names)) or tuple(
        column for column in columns() if column.shown in shown
    )
