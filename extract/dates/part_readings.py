"""How the slots of a rule become a part of a year, a month, a decade or a century."""

from calendar import monthrange

from extract.dates.moment import Moment, shift, stretch
from extract.dates.running import Running
from extract.dates.slots import VAGUE, Reading, Slots, month_in, of_moment, reference, told_year
from extract.dates.words import number, value

MID_MONTH = 15  # the last day of a month's first half


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


def edge(slots: Slots, running: Running) -> Reading | None:
    """The first or last so many days, weeks or months of a period."""
    year, month = _whole(slots, running)
    count, unit = number(slots.get("count", "1")), value("unit", slots["unit"])
    first = slots["edge"].casefold() in ("first", "opening")
    if year is None or (slots["unit"].endswith("s") and "count" not in slots):
        return of_moment(Moment(year, month), "early" if first else "late") if year or month else VAGUE
    step = "month" if unit in ("month", "quarter") else "day"
    start, end = Moment(year, month or 1), Moment(year, month or 12)
    if step == "day":
        start, end = Moment(year, month or 1, 1), _last_day(year, month or 12)
    moved = shift(start if first else end, unit, count if first else -count)
    inner = shift(moved, step, -1 if first else 1) if moved else None
    if inner is None:
        return VAGUE
    heard = Moment(year) if step == "month" else Moment(year, month)
    return Reading(stretch(start, inner) if first else stretch(inner, end), heard)


def numbered(slots: Slots, running: Running) -> Reading | None:
    """A week of a month or year, or a month of a year, by its number; None where there are not so many."""
    year, month = _whole(slots, running)
    which = int(value("ordinal", slots["ordinal"]))
    if year is None:
        return VAGUE
    if slots["unit"].casefold() == "month":
        return of_moment(Moment(year, which)) if month is None and which <= 12 else None
    start = shift(Moment(year, month or 1, 1), "week", which - 1)
    last = _last_day(year, month or 12)
    if start is None or start.edtf > last.edtf:
        return None
    end = shift(start, "day", 6) or last
    return Reading(stretch(start, min(end, last, key=lambda day: day.edtf)), Moment(year, month))


def half_of_month(slots: Slots, running: Running) -> Reading | None:
    """From the first to the fifteenth, or from the sixteenth to the last day."""
    year, month = _whole(slots, running)
    which = int(value("ordinal", slots["ordinal"]))
    if which > 2:
        return None
    if year is None or month is None:
        return VAGUE
    first, last = (1, MID_MONTH) if which == 1 else (MID_MONTH + 1, _last_day(year, month).day)
    return Reading(stretch(Moment(year, month, first), Moment(year, month, last)), Moment(year, month))


def half_of_years(slots: Slots, running: Running) -> Reading | None:
    """Five years of a decade, fifty of a century."""
    which = int(value("ordinal", slots["ordinal"]))
    if which > 2:
        return None
    decade = slots.get("decade")
    start = int(decade[:4]) if decade else 100 * (int(value("ordinal", slots["ordinal_century"])) - 1)
    length = 5 if decade else 50
    first = start + (which - 1) * length
    return Reading(stretch(Moment(first), Moment(first + length - 1)))


def _whole(slots: Slots, running: Running) -> tuple[int | None, int | None]:
    """Year and month of what the part is of: written, told by reference, or carried."""
    year, month = told_year(slots, running), month_in(slots)
    told, steps = reference(slots, running, "_month")
    if told and (moved := shift(told, "month", steps)):
        return moved.year, moved.month
    return (running.year_of(month) if year is None else year), month


def _last_day(year: int, month: int) -> Moment:
    return Moment(year, month, monthrange(year, month)[1] if 1 <= year <= 9999 else 28)
