"""Whole numbers of any size."""

from decimal import Decimal


def is_whole(value: Decimal) -> bool:
    """Whether a value has no part behind the point; the operator % fails where a number has more than 28 digits."""
    return value == value.to_integral_value()
