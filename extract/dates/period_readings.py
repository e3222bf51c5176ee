"""How the slots of a rule become a season, a week, some years, a decade or a century."""

from datetime import date

from extract.dates.moment import Moment, of_date, shift, shift_months, stretch, week_of
from extract.dates.running import Running
from extract.dates.slots import (
    VAGUE,
    Reading,
    Slots,
    day_in,
    full_year,
    modifier_of,
    month_in,
    of_moment,
    of_value,
    reference,
    told_year,
)
from extract.dates.words import number, value
from models import DateValue

SUNDAY = 7
WINTER = 24
BUDGETED = 10  # years ahead for which budgets are made


def season(slots: Slots, running: Running) -> Reading | None:
    """A season, its year written, told or carried."""
    code = int(value("season", slots["season"]))
    year = told_year(slots, running)
    if year is None:
        base, steps = reference(slots, running)
        near = _year_of_season(base, code, steps) if base else None
        year = running.year_of(1 if code == WINTER else code % 20 * 3, 1) if near is None else near
    if year is None:
        return VAGUE
    return Reading(DateValue(f"{year:04d}-{code}", "season", modifier_of(slots)), Moment(year))


def _year_of_season(base: Moment, code: int, steps: int) -> int | None:
    """The year in which the last, this or the next such season begins: the last one is over, the next has not begun."""
    if base.year is None or base.month is None or steps == 0:
        return None if base.year is None else base.year + steps
    begins = code % 20 * 3
    if steps > 0:
        return base.year + (begins <= base.month)
    return base.year - (begins + 2 >= base.month)


def decade(slots: Slots, running: Running) -> Reading | None:
    """Ten years."""
    return Reading(DateValue(slots["decade"][:3] + "X", "decade", modifier_of(slots)))


def decade_by_name(slots: Slots, running: Running) -> Reading | None:
    """Ten years of the century that the text speaks of."""
    short = value("decade", slots["decade"])
    first = 1900 + int(short) if "hundreds" in slots else full_year(short, running)
    return Reading(DateValue(f"{first // 10:03d}X", "decade", modifier_of(slots)))


def century(slots: Slots, running: Running) -> Reading | None:
    """A hundred years: EDTF can name them only in the common era."""
    which = int(value("ordinal", slots["ordinal"]))
    if slots.get("era", "").startswith("B"):
        return VAGUE
    return Reading(DateValue(f"{which - 1:02d}XX", "vague", modifier_of(slots)))


def era(slots: Slots, running: Running) -> Reading | None:
    """A year with its era: EDTF counts a year 0, so 44 BC is -0043."""
    year = int(slots["era_year"])
    return of_moment(Moment(1 - year if slots["era"].startswith("B") else year))


def week_number(slots: Slots, running: Running) -> Reading | None:
    """A week by its number, from Monday to Sunday."""
    year, week = told_year(slots, running) or running.year_of(1), int(slots["week_number"])
    if year is None or not 1 <= year < 9999:
        return VAGUE
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return of_value(week_of(of_date(monday)))


def week_of_day(slots: Slots, running: Running) -> Reading | None:
    """The week of a day: from Monday to Sunday, from the day on where it is a Sunday, or up to the day."""
    month, day = month_in(slots), day_in(slots)
    moment = Moment(told_year(slots, running) or running.year_of(month, day), month, day)
    if not moment.exists:
        return None
    known, side = moment.as_date(), slots["side"].casefold()
    if known is None:
        return VAGUE
    if side == "of" and known.isoweekday() != SUNDAY:
        return Reading(week_of(moment) or moment.value(), moment)
    days = -6 if side in ("to", "ending", "ended") else 6
    other = shift(moment, "day", days)
    if other is None:
        return VAGUE
    return Reading(stretch(other, moment) if days < 0 else stretch(moment, other), moment)


def stretch_to_date(slots: Slots, running: Running) -> Reading | None:
    """So many units that end with a date."""
    month, day = month_in(slots), day_in(slots)
    last = Moment(told_year(slots, running) or running.year_of(month, day), month, day)
    unit, length = value("unit", slots["unit"]), number(slots.get("count", "1"))
    if unit in ("year", "decade"):
        unit, length = "month", length * (12 if unit == "year" else 120)
    if not last.exists:
        return None
    before = shift_months(last, -length) if unit == "month" and day else shift(last, unit, -length)
    first = shift(before, "day" if day else "month", 1) if before else None
    return Reading(stretch(first, last), last) if first else VAGUE


def two_years(slots: Slots, running: Running) -> Reading | None:
    """A year and the last digits of a later one."""
    start, short = int(slots["year"]), int(slots["short_year"])
    if len(slots["short_year"]) == 1:  # "2023/4"
        follows = short == (start + 1) % 10
        return Reading(stretch(Moment(start), Moment(start + 1)), Moment(start + 1)) if follows else None
    end = start // 100 * 100 + short
    if end < start:
        end += 100
    if end - start > (1 if slots.get("sep") == "/" else 60) or end == start:
        return None
    return Reading(stretch(Moment(start), Moment(end)), Moment(end))


def fiscal_year(slots: Slots, running: Running) -> Reading | None:
    """A year of a budget by its last two digits, or those of the two years that it touches."""
    first = full_year(slots["short_year"], running, ahead=BUDGETED)
    if "short_year_end" not in slots:
        return of_moment(Moment(first))
    if (first + 1) % 100 != int(slots["short_year_end"]):
        return None
    return Reading(stretch(Moment(first), Moment(first + 1)), Moment(first + 1))
