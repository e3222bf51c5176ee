"""How the slots of a rule become a season, a quarter, some years, a decade or a century."""

from datetime import date

from extract.dates.moment import Moment, of_date, shift, stretch, week_of
from extract.dates.running import Running
from extract.dates.slots import (
    VAGUE,
    Reading,
    Slots,
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


def season(slots: Slots, running: Running) -> Reading | None:
    """A season, its year written, told or carried."""
    code = int(value("season", slots["season"]))
    year = told_year(slots, running)
    if year is None:
        base, steps = reference(slots, running)
        base_year = running.year_of(1 if code == 24 else code % 20 * 3, 1)
        year = base.year + steps if base and base.year is not None else base_year
    if year is None:
        return VAGUE
    return Reading(DateValue(f"{year:04d}-{code}", "season", modifier_of(slots)), Moment(year))


def part(slots: Slots, running: Running) -> Reading | None:
    """A quarter or half of a year."""
    year = told_year(slots, running)
    count = 2 if slots["part"].casefold() in ("half", "h") else 4
    months = 12 // count
    edge = slots.get("edge")
    which = count if edge else int(slots.get("which") or value("ordinal", slots["ordinal"]))
    if which > count:
        return None
    if year is None and "year" not in slots:
        year = running.year_of((which - 1) * months + 1)
    if year is None:
        return VAGUE
    start, end = Moment(year, (which - 1) * months + 1), Moment(year, which * months)
    return Reading(stretch(start, end), Moment(year))


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


def two_years(slots: Slots, running: Running) -> Reading | None:
    """A year and the last digits of a later one."""
    start, short = int(slots["year"]), int(slots["short_year"])
    end = start // 100 * 100 + short
    if end < start:
        end += 100
    if end - start > (1 if slots.get("sep") == "/" else 60) or end == start:
        return None
    return Reading(stretch(Moment(start), Moment(end)), Moment(end))


def edge(slots: Slots, running: Running) -> Reading | None:
    """The first or last so many days, weeks or months of a period."""
    year, month = told_year(slots, running), month_in(slots)
    told, steps = reference(slots, running, "_month")
    if told and (moved := shift(told, "month", steps)):
        year, month = moved.year, moved.month
    if year is None:
        year = running.year_of(month)
    count, unit = number(slots.get("count", "1")), value("unit", slots["unit"])
    first = slots["edge"].casefold() in ("first", "opening")
    if year is None or (slots["unit"].endswith("s") and "count" not in slots):
        return of_moment(Moment(year, month), "early" if first else "late") if year or month else VAGUE
    start, end = (Moment(year, month or 1, 1), _last_day(year, month or 12))
    if unit in ("month", "quarter"):
        begin, stop = Moment(year, month or 1), Moment(year, month or 12)
        moved = shift(begin if first else stop, unit, count if first else -count)
        inner = shift(moved, "month", -1 if first else 1) if moved else None
        return Reading(stretch(begin, inner) if first else stretch(inner, stop), Moment(year)) if inner else VAGUE
    moved = shift(start if first else end, unit, count if first else -count)
    inner = shift(moved, "day", -1 if first else 1) if moved else None
    return Reading(stretch(start, inner) if first else stretch(inner, end), Moment(year, month)) if inner else VAGUE


def _last_day(year: int, month: int) -> Moment:
    after = Moment(year + month // 12, month % 12 + 1, 1)
    return shift(after, "day", -1) or Moment(year, month, 28)
