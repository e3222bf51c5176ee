"""How the slots of a rule become a date: one reading per name that a rule's `reads` may have."""

from calendar import isleap
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from extract.dates.moment import UNKNOWN, Moment, of_date, period, shift, stretch
from extract.dates.running import Running
from extract.dates.words import number, value
from models import DateValue
from models.vocabulary import Modifier

Slots = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """The value of a mention, and the date that the text goes on from (None: it goes on as before)."""

    value: DateValue
    heard: Moment | None = None


VAGUE = Reading(DateValue(UNKNOWN, "vague"))


def of_moment(moment: Moment, modifier: Modifier | None = None) -> Reading | None:
    """A date as it is known; None for a day that the calendar does not have."""
    if not moment.exists:
        return None
    return Reading(moment.value(modifier), moment)


def of_value(found: DateValue | None) -> Reading:
    """A period: a value, or a vague date."""
    return Reading(found, first_moment(found)) if found else VAGUE


def first_moment(found: DateValue) -> Moment | None:
    """The date that a period begins with, as far as it is in figures."""
    parts = found.edtf.split("/")[0].lstrip("-").split("-")
    if not all(part.isdecimal() for part in parts):
        return None
    figures = [int(part) for part in parts]
    return Moment(*figures[:1]) if len(figures) > 1 and figures[1] > 12 else Moment(*figures)


def modifier_of(slots: Slots) -> Modifier | None:
    """Early, mid or late."""
    stage = value("stage", slots["stage"]) if "stage" in slots else None
    return cast(Modifier, stage) if stage in ("early", "mid", "late") else None


def full_year(short: str, running: Running) -> int:
    """The year of two figures: the last one before the publication, or in the century that the text speaks of."""
    latest = running.published.year if running.published else 2029
    if running.spoken and running.spoken.year is not None and not running.news:
        latest = min(latest, running.spoken.year + 50)
    century = latest // 100 * 100
    year = century + int(short)
    return year if year <= latest else year - 100


def told_year(slots: Slots, running: Running, suffix: str = "") -> int | None:
    """The year that is written, or told by reference; None where there is none."""
    if f"year{suffix}" in slots:
        return int(slots[f"year{suffix}"])
    if f"short_year{suffix}" in slots:
        return full_year(slots[f"short_year{suffix}"], running)
    moment, steps = reference(slots, running, f"_year{suffix}")
    return moment.year + steps if moment and moment.year is not None else None


def reference(slots: Slots, running: Running, suffix: str = "") -> tuple[Moment | None, int]:
    """The date that a word points from, and how many units away."""
    if word := slots.get(f"pointing{suffix}"):
        return running.pointed(), int(value("pointing", word))
    if word := slots.get(f"carrying{suffix}"):
        return running.anchor(), int(value("carrying", word))
    if f"the{suffix}" in slots:
        return running.anchor(), 0
    return None, 0


def day_in(slots: Slots, suffix: str = "") -> int | None:
    """The day of the month, in figures or as an ordinal word."""
    if f"day{suffix}" in slots:
        return int(slots[f"day{suffix}"])
    word = slots.get(f"ordinal_day{suffix}")
    return int(value("ordinal", word)) if word else None


def month_in(slots: Slots, suffix: str = "") -> int | None:
    """The month, by name or number."""
    written = slots.get(f"month{suffix}")
    if written is None:
        return None
    return int(written) if written.isdecimal() else int(value("month", written))


def calendar(slots: Slots, running: Running) -> Reading | None:
    """A year, month or day, filled up from the running text."""
    year, month, day = told_year(slots, running), month_in(slots), day_in(slots)
    told, steps = reference(slots, running, "_month")
    if told and told.month:
        moved = shift(told, "month", steps)
        year, month = (moved.year, moved.month) if moved else (year, month)
    if month is None and day is not None:
        year, month = running.month_of(day)
        if month is None:
            return VAGUE
    if year is None and month is not None:
        year = running.year_of(month, day)
    if year is None and month is None:
        return VAGUE
    if (month, day) == (2, 29) and "year" not in slots and year is not None:
        year = _leap_year(year)
    return of_moment(Moment(year, month, day), modifier_of(slots))


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
    if year is None:
        return VAGUE
    start, end = Moment(year, (which - 1) * months + 1), Moment(year, which * months)
    return Reading(stretch(start, end), Moment(year))


def decade(slots: Slots, running: Running) -> Reading | None:
    """Ten years."""
    return Reading(DateValue(slots["decade"][:3] + "X", "decade", modifier_of(slots)))


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


def two_years(slots: Slots, running: Running) -> Reading | None:
    """A year and the last digits of a later one."""
    start, short = int(slots["year"]), int(slots["short_year"])
    end = start // 100 * 100 + short
    if end < start:
        end += 100
    if end - start > (1 if slots.get("sep") == "/" else 60) or end == start:
        return None
    return Reading(stretch(Moment(start), Moment(end)), Moment(end))


def holiday(slots: Slots, running: Running) -> Reading | None:
    """A feast with a fixed day."""
    month, day = (int(figure) for figure in value("holiday", slots["holiday"]).split("-"))
    year = told_year(slots, running) or running.year_of(month, day)
    return of_moment(Moment(year, month, day))


def edge(slots: Slots, running: Running) -> Reading | None:
    """The first or last so many days, weeks or months of a period."""
    year, month = told_year(slots, running), month_in(slots)
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


def so_far(slots: Slots, running: Running) -> Reading | None:
    """From the start of the running period up to the publication."""
    now = running.now()
    if now is None or now.year is None:
        return VAGUE
    unit = next((value("unit", words) for name, words in slots.items() if name.startswith("unit")), "year")
    start = Moment(now.year, now.month if unit == "month" else 1, 1)
    return Reading(stretch(start, now)) if unit in ("month", "year") else VAGUE


def deictic(slots: Slots, running: Running) -> Reading | None:
    """So many days from the publication."""
    now, days = running.now(), int(value("deictic", slots["deictic"]))
    moved = shift(now, "day", days) if now and (running.news or not days) else None
    return Reading(moved.value()) if moved else VAGUE


def stretch_told(slots: Slots, running: Running) -> Reading | None:
    """So many units up to the publication, or from it on."""
    now = running.now()
    unit, count = value("unit", slots["unit"]), number(slots["count"])
    toward = slots["toward"].casefold()
    if not running.news or now is None:
        return None
    if toward in ("previous", "preceding", "following"):
        return VAGUE
    back = toward in ("last", "past")
    moved = shift(now, unit, -count if back else count)
    if moved is None:
        return VAGUE
    near = shift(now, unit, 0) or now
    return Reading(stretch(moved, near) if back else stretch(near, moved))


def offset(slots: Slots, running: Running) -> Reading | None:
    """So many units from the publication (ago, hence) or from the date last spoken of (earlier, later)."""
    direction = value("turn", slots["turn"]) if "turn" in slots else value("direction", slots["direction"])
    unit, count = value("unit", slots["unit"]), number(slots["count"])
    from_now = running.now() if running.news else None
    base = from_now if direction in ("ago", "hence") else running.anchor()
    moved = shift(base, unit, -count if direction in ("ago", "earlier") else count) if base else None
    if moved is None or (direction == "later" and _is_ahead(moved, running)):
        return VAGUE
    if unit in ("week", "fortnight"):
        return Reading(DateValue(moved.edtf + "~", moved.precision), moved)
    return Reading(moved.value(), moved if direction == "later" else None)


def _is_ahead(moment: Moment, running: Running) -> bool:
    """Whether a date lies after the publication."""
    return bool(running.published) and moment.edtf > of_date(cast(date, running.published)).edtf[:len(moment.edtf)]


def neighbour(slots: Slots, running: Running) -> Reading | None:
    """The day, week, month or year before or after the date last spoken of."""
    unit = value("unit", slots["unit"]) if "unit" in slots else "day"
    steps = -1 if slots["side"].casefold() in ("before", "earlier") else 1
    base = running.anchor()
    return of_value(period(base, unit, steps) if base else None)


def told_period(slots: Slots, running: Running) -> Reading | None:
    """A day, week, month or year told by reference."""
    unit = slots.get("unit", "day").casefold()
    base, steps = reference(slots, running)
    if unit == "weekend" or base is None:
        return VAGUE
    found = period(base, unit, steps)
    modifier = modifier_of(slots)
    if found and modifier:
        found = DateValue(found.edtf, found.precision, modifier)
    reading = of_value(found)
    return reading if "carrying" in slots or running.news else Reading(reading.value)


def weekday(slots: Slots, running: Running) -> Reading | None:
    """The nearest such day before the publication, or after the day last spoken of where that is far from it."""
    wanted = int(value("weekday", slots["weekday"]))
    word = slots.get("pointing", "")
    steps = int(value("pointing", word)) if word else 0
    now = running.now()
    base = running.told if running.told and running.told.day else None
    if steps == 0 and base and base.as_date() and not (running.news and _near(base, running)):
        ahead = (wanted - cast(date, base.as_date()).isoweekday()) % 7
        return of_value(period(base, "day", ahead))
    if now is None or (not running.news and not word):
        return VAGUE
    today = cast(date, running.published).isoweekday()
    if steps == 1 or running.future:
        moved = shift(now, "day", (wanted - today - 1) % 7 + 1)
    else:
        moved = shift(now, "day", -((today - wanted) % 7 or (7 if steps == -1 else 0)))
    return Reading(moved.value(), moved) if moved else VAGUE


def _near(moment: Moment, running: Running) -> bool:
    """Whether a day lies within ten days before the publication."""
    day = moment.as_date()
    return bool(day and running.published and 0 <= (running.published - day).days <= 10)


def vague(slots: Slots, running: Running) -> Reading | None:
    """Words that speak of a time without giving it."""
    return VAGUE


READINGS: Mapping[str, Callable[[Slots, Running], Reading | None]] = {
    "calendar": calendar, "year": year, "numeric": numeric, "stretch": stretch_of_days, "which_month": which_month,
    "season": season, "part": part, "decade": decade, "century": century, "era": era, "two_years": two_years,
    "holiday": holiday, "edge": edge, "so_far": so_far, "deictic": deictic, "stretch_told": stretch_told,
    "offset": offset, "neighbour": neighbour, "period": told_period, "weekday": weekday, "vague": vague,
}
