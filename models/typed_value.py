"""A value as people type it, the inverse of how a table shows it: 23, >= 23, < 50, ~40, 12-20."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from models.quantity import Quantity

FIGURE = r"[0-9][0-9,]*(?:\.[0-9]+)?"
VALUE = re.compile(rf"(?P<bound>>=|<=|>|<)?\s*(?P<about>~)?\s*(?P<low>{FIGURE})(?:\s*[-–]\s*(?P<high>{FIGURE}))?")


def quantity_of(typed: str, found: Mapping[str, Any]) -> dict[str, Any]:
    """The quantity as JSON, its unit and the source's wording kept from the one that was found. Raises ValueError."""
    match = VALUE.fullmatch(typed.strip())
    if match is None or (match["bound"] and match["high"]):
        raise ValueError(f"{typed!r} is no value: write 23, '>= 23', '> 23', '<= 23', '< 23', '~23' or 12-20")
    low, high = _bounds(match)
    if low is not None and high is not None and Decimal(low) > Decimal(high):
        raise ValueError(f"{typed!r} is no value: the lower figure comes first")
    return {**found, "low": low, "high": high, "low_open": match["bound"] == ">", "high_open": match["bound"] == "<",
            "approximate": bool(match["about"]), "vague": None}


def _bounds(match: re.Match[str]) -> tuple[str | None, str | None]:
    first = match["low"].replace(",", "")
    last = match["high"].replace(",", "") if match["high"] else first
    bound = match["bound"] or ""
    return (None if bound.startswith("<") else first), (None if bound.startswith(">") else last)


def as_typed(quantity: Quantity) -> str:
    """The value as `quantity_of` takes it; empty where it has no figures."""
    low, high, about = quantity.low, quantity.high, "~" * quantity.approximate
    if low is not None and high is not None:
        return about + (f"{low:f}" if low == high else f"{low:f}-{high:f}")
    if low is not None:
        return f"{'>' if quantity.low_open else '>='} {about}{low:f}"
    return f"{'<' if quantity.high_open else '<='} {about}{high:f}" if high is not None else ""
