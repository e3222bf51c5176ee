"""Numbers as people write them: what each one means, and what it is for."""

from extract.numbers.check import check
from extract.numbers.find import find_numbers
from extract.numbers.number import Number

__all__ = ["Number", "check", "find_numbers"]
