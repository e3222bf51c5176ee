"""Dates: what is written becomes EDTF, and what is left out is taken from the running text."""

from extract.dates.examples import check
from extract.dates.finder import find_dates

__all__ = ["check", "find_dates"]
