"""A date as far as it is known, its EDTF form, and the arithmetic of the calendar."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from models import DateValue
from models.vocabulary import Modifier, Precision

UNKNOWN = "XXXX"
"""EDTF for a date of which nothing is known."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, month or day; the year is astronomical (1 BC is 0), None where the text gives none."""

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def edtf(self) -> str:
        """The EDTF form: 2022, 2022-08, 2022-08-15, XXXX-08-15, -0043."""
        year = UNKNOWN if self.year is None else f"{'-' if self.year < 0 else ''}{abs(self.year):04d}"
        return "-".join([year, *(f"{part:02d}" for part in (self.month, self.day) if part)])

    @property
    def precision(self) -> Precision:
        """The finest part that is known; vague when nothing is."""
        if self.day:
            return "day"
        if self.month:
            return "month"
        return "vague" if self.year is None else "year"

    @property
    def exists(self) -> bool:
        """Whether the calendar has this date."""
        if self.month and self.day:
            return self.day <= monthrange(_plain_year(self.year), self.month)[1]
        return True

    def value(self, modifier: Modifier | None = None) -> DateValue:
        """The value of a mention of this date."""
        return DateValue(self.edtf, self.precision, modifier)

    def as_date(self) -> date | None:
        """The day, where it is fully known and in the range of `datetime.date`."""
        if self.year is None or not self.month or not self.day or not 1 <= self.year <= 9999:
            return None
        return date(self.year, self.month, self.day)


def _plain_year(year: int | None) -> int:
    """A year for the length of February: a leap year where none is known."""
    return 2000 if year is None or not 1 <= year <= 9999 else year


def of_date(day: date) -> Moment:
    """A calendar day."""
    return Moment(day.year, day.month, day.day)


def stretch(start: Moment, end: Moment) -> DateValue:
    """From one date to another, both included."""
    if start == end:
        return start.value()
    return DateValue(f"{start.edtf}/{end.edtf}", end.precision)


def shift(moment: Moment, unit: str, steps: int) -> Moment | None:
    """So many units away, as fine as both the date and the unit; None where the date is coarser than the unit."""
    if unit in ("day", "week", "fortnight"):
        return _shift_days(moment, steps * {"day": 1, "week": 7, "fortnight": 14}[unit])
    if unit in ("month", "quarter"):
        return _shift_months(moment, steps * {"month": 1, "quarter": 3}[unit])
    years = steps * {"year": 1, "decade": 10, "century": 100}[unit]
    if moment.year is None or not 1 <= moment.year + years <= 9999:
        return None
    return Moment(moment.year + years)


def shift_months(day: Moment, months: int) -> Moment | None:
    """The same day so many months away, or the last one of a month that is shorter; an end of a month stays one."""
    moved = _shift_months(day, months)
    if moved is None or moved.year is None or not moved.month or not day.day or not 1 <= moved.year <= 9999:
        return None
    length = monthrange(moved.year, moved.month)[1]
    at_end = day.day == monthrange(_plain_year(day.year), day.month or 1)[1]
    return Moment(moved.year, moved.month, length if at_end else min(day.day, length))


def _shift_days(moment: Moment, days: int) -> Moment | None:
    day = moment.as_date()
    try:
        return of_date(day + timedelta(days=days)) if day else None
    except OverflowError:
        return None


def _shift_months(moment: Moment, months: int) -> Moment | None:
    if moment.year is None or moment.month is None:
        return None
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    return Moment(year, month + 1)


def period(moment: Moment, unit: str, steps: int) -> DateValue | None:
    """The day, week, month, quarter, year or decade that holds a date, or one so many away."""
    moved = shift(moment, unit, steps)
    if moved is None or moved.year is None:
        return None
    if unit == "week":
        return week_of(moved)
    if unit == "quarter" and moved.month:
        first = (moved.month - 1) // 3 * 3 + 1
        return stretch(Moment(moved.year, first), Moment(moved.year, first + 2))
    if unit == "decade":
        return DateValue(f"{moved.year // 10:03d}X", "decade")
    if unit == "century":
        return DateValue(f"{moved.year // 100:02d}XX", "vague")
    return moved.value()


def week_of(moment: Moment) -> DateValue | None:
    """The seven days from Monday that hold a day."""
    day = moment.as_date()
    monday = _shift_days(moment, -day.weekday()) if day else None
    sunday = _shift_days(monday, 6) if monday else None
    return stretch(monday, sunday) if monday and sunday else None


def weekend_of(moment: Moment) -> DateValue | None:
    """The Saturday and Sunday at the end of the week that holds a day."""
    day = moment.as_date()
    saturday = _shift_days(moment, 5 - day.weekday()) if day else None
    sunday = _shift_days(saturday, 1) if saturday else None
    return stretch(saturday, sunday) if saturday and sunday else None
