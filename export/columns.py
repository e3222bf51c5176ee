"""The columns of an export, as columns.toml describes them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Column:
    """A column's name, what it says, and its type: text, figure, truth, number, list or boxes."""

    name: str
    type: str
    says: str


@cache
def columns() -> tuple[Column, ...]:
    """All columns in their order."""
    described = tomllib.loads(files("export").joinpath("columns.toml").read_text(encoding="utf8"))
    return tuple(Column(**column) for column in described["column"])
