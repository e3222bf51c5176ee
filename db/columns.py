"""How the tables are written: strict, every constraint named, so that a later migration can refer to it."""

from typing import Any

from sqlalchemy import REAL, CheckConstraint, Column, Double, ForeignKey, Integer, MetaData, Table, Text

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
}
metadata = MetaData(naming_convention=NAMES)


def table(name: str, *parts: Any) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True)


def text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def maybe(name: str) -> Column[str]:
    return Column(name, Text)


def whole(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def real(name: str) -> Column[float]:
    return Column(name, Double().with_variant(REAL, "sqlite"), nullable=False)


def flag(name: str) -> Column[int]:
    """A truth value: 0 or 1."""
    return Column(name, Integer, CheckConstraint(f"{name} IN (0, 1)", name=name), nullable=False)


def of(name: str, target: str) -> Column[Any]:
    return Column(name, ForeignKey(target), nullable=False)
