"""How the slots of a rule become a day or month of the calendar."""

import re
from calendar import isleap, monthrange
from dataclasses import replace
from datetime import date

from extract.dates.feasts import feast
from extract.dates.moment import Moment, shift, stretch
from extract.dates.running import Running
from extract.dates.slots import (
    VAGUE,
    Reading,
    Slots,
    day_in,
    first_moment,
    modifier_of,
    month_in,
    of_moment,
    reference,
    told_year,
)
from extract.dates.words import value

FIXED = re.compile(r"(\d\d)-(\d\d)")


def calendar(slots: Slots, running: Running) -> Reading | None:
    """A year, month or day, filled up from the running text."""
    year, month, day = told_year(slots, running), month_in(slots), day_in(slots)
    weekday = _weekday_in(slots)
    told, steps = reference(slots, running, "_month")
    if told and told.month:
        moved = shift(told, "month", steps)
        year, month = (moved.year, moved.month) if moved else (year, month)
    if month is None and day is not None:
        year, month = running.month_of(day, weekday)
        if month is None:
            return VAGUE
    if year is None and month is not None:
        year = running.year_of(month, day)
    if year is None and month is None:
        return VAGUE
    if weekday and year and month and day and not any(name.startswith("year") for name in slots):
        year = running.year_by_weekday(year, month, day, weekday)
    if (month, day) == (2, 29) and "year" not in slots and year is not None:
        year = _leap_year(year)
    return of_moment(Moment(year, month, day), modifier_of(slots))


def _weekday_in(slots: Slots) -> int | None:
    """The weekday before the date or behind it."""
    word = slots.get("weekday") or slots.get("weekday_behind")
    return int(value("weekday", word)) if word else None


def _leap_year(year: int) -> int:
    """The leap year next to a year; the year itself where there is none."""
    return next((near for near in (year, year + 1, year - 1) if isleap(near)), year)


def year(slots: Slots, running: Running) -> Reading | None:
    """A year alone."""
    return of_moment(Moment(int(slots["year"])))


def numeric(slots: Slots, running: Running) -> Reading | None:
    """Day and month in figures: the document's order, unless only the other one exists."""
    first, second = int(slots["first"]), int(slots["second"])
    day, month = (first, second) if running.day_first or slots["sep"] == "." else (second, first)
    if month > 12:
        day, month = month, day
    if not (1 <= month <= 12 and day >= 1):
        return None
    return of_moment(Moment(told_year(slots, running), month, day))


def day_of_instant(slots: Slots, running: Running) -> Reading | None:
    """A day of the month that a letter is written in, of the one before or after."""
    base = running.pointed()
    month = shift(base, "month", int(value("instant", slots["instant"]))) if base else None
    return of_moment(replace(month, day=day_in(slots))) if month else VAGUE


def stretch_of_days(slots: Slots, running: Running) -> Reading | None:
    """From one day to another of the same month."""
    first, last = day_in(slots) or 1, day_in(slots, "_end") or 1
    month = month_in(slots) or month_in(slots, "_end")
    year = told_year(slots, running, "_end") or running.year_of(month, last)
    start, end = Moment(year, month, first), Moment(year, month, last)
    if not (start.exists and end.exists) or first > last:
        return None
    return Reading(stretch(start, end), end)


def which_month(slots: Slots, running: Running) -> Reading | None:
    """A month seen from the publication ("last July") or from the running text ("the following May")."""
    month = month_in(slots)
    base, steps = reference(slots, running)
    if base is None or base.year is None or month is None:
        return of_moment(Moment(running.year_of(month), month), modifier_of(slots))
    passed = base.month is None or month < base.month
    years = {-1: 0 if passed else -1, 0: 0, 1: 1 if passed or month == base.month else 0}[steps]
    return of_moment(Moment(base.year + years, month), modifier_of(slots))


def weekday_of_month(slots: Slots, running: Running) -> Reading | None:
    """The first such weekday of a month, or the second, or the last; None where the month has no such day."""
    wanted, month = int(value("weekday", slots["weekday"])), month_in(slots) or 1
    told, steps = reference(slots, running, "_month")
    moved = shift(told, "month", steps) if told else None
    if moved and moved.month:
        year, month = moved.year, moved.month
    else:
        year = told_year(slots, running) or running.year_of(month)
    if year is None or not 1 <= year <= 9999:
        return VAGUE
    days = [day for day in range(1, monthrange(year, month)[1] + 1) if date(year, month, day).isoweekday() == wanted]
    which = -1 if "last" in slots else int(value("ordinal", slots["ordinal"])) - 1
    return of_moment(Moment(year, month, days[which])) if which < len(days) else None


def holiday(slots: Slots, running: Running) -> Reading | None:
    """A feast: of the year that is told, the last or next one, or of the year that the text carries."""
    code = value("holiday", slots["holiday"])
    year = told_year(slots, running) or _feast_year(code, slots, running)
    if year is None and (fixed := FIXED.fullmatch(code)):
        return of_moment(Moment(None, int(fixed[1]), int(fixed[2])))
    found = feast(code, year) if year is not None and 1 < year < 9999 else None
    return Reading(found, first_moment(found)) if found else VAGUE


def _feast_year(code: str, slots: Slots, running: Running) -> int | None:
    now = running.pointed()
    if now is None or now.year is None or not 2 < now.year < 9998:
        return running.year_of(None)
    steps = int(value("pointing", slots["pointing"])) if "pointing" in slots else None
    if steps:
        found = [(year, known.edtf > now.edtf) for year in _around(now.year) if (known := feast(code, year))]
        return next((year for year, ahead in (found if steps > 0 else found[::-1]) if ahead == (steps > 0)), None)
    day = feast(code, now.year)
    near = first_moment(day) if day else None
    return running.year_of(near.month, near.day) if near else now.year


def _around(year: int) -> range:
    return range(year - 1, year + 2)
