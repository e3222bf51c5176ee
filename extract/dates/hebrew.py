"""Days of the Hebrew calendar, by its arithmetic (Reingold and Dershowitz, Calendrical Calculations)."""

from collections.abc import Iterator
from datetime import date

EPOCH = -1373427  # the ordinal of the new year of the year 1, less its elapsed days
FIRST_YEAR = 3760  # Hebrew years before the civil year 1
LENGTHS = (30, 29, 30, 29, 30, 29, 30, 29, 30, 29, 30, 29)  # from Tishri on; Adar is that before Nisan
ADAR = 6
HOUR = 1080  # parts
DAY = 24 * HOUR
MONTH = 29 * DAY + 12 * HOUR + 793


def hebrew_days(year: int, month: int, day: int) -> Iterator[date]:
    """The day in the Hebrew years that touch a civil year; months are counted from Tishri, Adar is the sixth."""
    for hebrew in (year + FIRST_YEAR, year + FIRST_YEAR + 1):
        yield date.fromordinal(_new_year(hebrew) + _before(hebrew, month) + day - 1)


def _before(year: int, month: int) -> int:
    """The days of the year before a month: Cheshvan and Kislev vary, a leap year has one more month before Adar."""
    days = sum(LENGTHS[:month - 1]) + (30 if month >= ADAR and _is_leap(year) else 0)
    length = (_new_year(year + 1) - _new_year(year)) % 10
    return days + (month > 2 and length == 5) - (month > 3 and length == 3)


def _is_leap(year: int) -> bool:
    return (7 * year + 1) % 19 < 7


def _new_year(year: int) -> int:
    """The ordinal of the first of Tishri: put off where the year before or this one would have an unlawful length."""
    before, this, after = (_elapsed(near) for near in (year - 1, year, year + 1))
    put_off = 2 if after - this == 356 else int(this - before == 382)
    return EPOCH + this + put_off


def _elapsed(year: int) -> int:
    """The days up to the mean new moon of Tishri, which no year begins on a Sunday, Wednesday or Friday."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // DAY
    return days + ((3 * (days + 1)) % 7 < 3)
