"""On which day of a year a feast falls: fixed, told by its weekday, by Easter, by the moon, or by another calendar.

Easter by the computus of Meeus, Jones and Butcher (Gregorian) and of Meeus (Julian, for the Orthodox churches). The
Islamic calendar is the tabular one (leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of 30): a sighting of
the moon may lie a day off, so its days are marked as approximate, as are those of Hindu, Buddhist and Chinese feasts.
A day of the Hebrew calendar begins on the evening before.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from extract.dates.hebrew import hebrew_days
from extract.dates.moment import Moment, of_date, stretch
from extract.dates.moon import moon_day
from models import DateValue

EPOCH = 227_014  # the ordinal of the day before 1 Muharram of year 1 (16 July 622, Julian)
MONTHS = 12


def feast(code: str, year: int) -> DateValue | None:
    """The feast's day or days in a year; None where the year has none.

    `code` is "MM-DD", "nth 4 4 11" (the fourth Thursday of November; -1 is the last), "easter-2", "orthodox+0",
    "islamic 10 1" (the first day of the tenth month) or "islamic 9" (all of the ninth month), "hebrew 1 10" (the
    tenth of Tishri), "new 10-18 -12 -20" and "full 05-01 5.5 0" (the moon from a day on, at so many hours east of
    Greenwich, and days from there). A last figure of these and of Easter's is a length in days.
    """
    kind, *figures = code.split()
    if kind == "nth":
        return of_date(_nth(year, *map(int, figures))).value()
    if kind == "islamic":
        return _islamic(year, *map(int, figures))
    if kind == "hebrew":
        return _hebrew(year, *map(int, figures))
    if kind in ("new", "full"):
        return _by_moon(year, kind == "full", figures)
    for name, sunday in (("easter", _easter), ("orthodox", _orthodox)):
        if kind.startswith(name):
            return _lasting(sunday(year) + timedelta(days=int(kind.removeprefix(name))), *map(int, figures))
    return Moment(year, *map(int, code.split("-"))).value()


def _lasting(start: date, length: int = 1) -> DateValue:
    return stretch(of_date(start), of_date(start + timedelta(days=length - 1)))


def _about(found: DateValue) -> DateValue:
    """The same, marked as approximate."""
    return DateValue("/".join(f"{side}~" for side in found.edtf.split("/")), found.precision)


def _by_moon(year: int, full: bool, figures: list[str]) -> DateValue:
    start, hours, *days = figures
    month, day = map(int, start.split("-"))
    moon = moon_day(date(year, month, day), full, float(hours))
    offset, *length = map(int, days)
    return _about(_lasting(moon + timedelta(days=offset), *length))


def _hebrew(year: int, month: int, day: int, length: int = 1) -> DateValue | None:
    for start in hebrew_days(year, month, day):
        if start.year == year:
            return _lasting(start - timedelta(days=1), length + 1)
    return None


def _nth(year: int, which: int, weekday: int, month: int) -> date:
    first = date(year, month, 1) if which > 0 else date(year + month // 12, month % 12 + 1, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - (which > 0)))


def _easter(year: int) -> date:
    century, of_century = divmod(year, 100)
    leap, rest = divmod(century, 4)
    golden = year % 19
    epact = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * rest + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _orthodox(year: int) -> date:
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def _islamic(year: int, month: int, day: int | None = None) -> DateValue | None:
    for start, end in _islamic_days(year, month, day):
        if start.year == year:
            return _about(stretch(of_date(start), of_date(end)))
    return None


def _islamic_days(year: int, month: int, day: int | None) -> Iterator[tuple[date, date]]:
    """The day, or the first and last day of the month, in the Islamic years that touch a year."""
    near = (year - 622) * 33 // 32
    for hijri in range(max(1, near - 1), near + 3):
        before = date.fromordinal(EPOCH + (hijri - 1) * 354 + (3 + 11 * hijri) // 30 + (59 * (month - 1) + 1) // 2)
        length = 30 if month % 2 or (month == MONTHS and (14 + 11 * hijri) % 30 < 11) else 29
        yield before + timedelta(days=day or 1), before + timedelta(days=day or length)
