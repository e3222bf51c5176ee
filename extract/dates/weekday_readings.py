"""How the slots of a rule become a weekday or weekend, and what lies one further than the next or last."""


from extract.dates.moment import Moment, period, shift, weekend_of
from extract.dates.running import Running
from extract.dates.slots import VAGUE, Reading, Slots, first_moment, month_in, of_moment, of_value, reference
from extract.dates.words import value
from models import DateValue

SATURDAY = 6


def weekend(slots: Slots, running: Running) -> Reading | None:
    """The Saturday and Sunday of a week told by reference; "the weekend" is the last one, or the one to come."""
    base, steps = reference(slots, running)
    if "pointing" not in slots and "carrying" not in slots:
        base = running.pointed()
        over = base is not None and (day := base.as_date()) is not None and day.isoweekday() >= SATURDAY
        steps = 0 if over or running.future or not running.news else -1
    day = base.as_date() if base else None
    if base is None or day is None:
        return VAGUE
    if "carrying" in slots and steps == 1 and day.isoweekday() < SATURDAY:
        steps = 0  # "the following weekend" of a Tuesday is that of its own week
    moved = shift(base, "week", steps)
    return of_value(weekend_of(moved) if moved else None)


def weekday_of_week(slots: Slots, running: Running) -> Reading | None:
    """A weekday of the week before, of this one or of the next."""
    word = " ".join(slots["week"].casefold().split())
    pointing = word in ("last", "this", "next")
    base = running.pointed() if pointing else running.anchor()
    steps = int(value("pointing" if pointing else "carrying", word))
    day = base.as_date() if base else None
    if base is None or day is None:
        return VAGUE
    wanted = int(value("weekday", slots["weekday"]))
    return of_value(period(base, "day", steps * 7 + wanted - day.isoweekday()))


def weekday(slots: Slots, running: Running) -> Reading | None:
    """The nearest such day before the publication, or after the day last spoken of where that is far from it."""
    wanted = int(value("weekday", slots["weekday"]))
    if "carrying" in slots:
        base = running.anchor()
        steps = int(value("carrying", slots["carrying"]))
        reading = of_value(_from(base, wanted, steps) if base else None)
        return Reading(reading.value) if steps < 0 else reading
    told = running.told if running.told and running.told.day else None
    if "pointing" not in slots and told and told.as_date() and not (running.news and _near(told, running)):
        return of_value(_from(told, wanted, 0))
    now = running.now()
    if now is None or not (running.news or "pointing" in slots):
        return VAGUE
    word = " ".join(slots.get("pointing", "").casefold().split())
    return of_value(_pointed(now, wanted, word, running.future))


def _pointed(now: Moment, wanted: int, word: str, future: bool) -> DateValue | None:
    """ "next Friday" is that of next week, "this Friday" of this week, "on Friday" the last one or the one to come."""
    steps = int(value("pointing", word)) if word else 0
    if word == "next" or (word and steps == 0 and not future):
        day = now.as_date()
        return period(now, "day", 7 * steps + wanted - day.isoweekday()) if day else None
    if steps > 0 or future:
        return _from(now, wanted, 1)
    return _from(now, wanted, -1) if steps else _back(now, wanted)


def _from(base: Moment, wanted: int, steps: int) -> DateValue | None:
    """Such a day before a day, after it, or the day itself or one after it."""
    day = base.as_date()
    if day is None:
        return None
    ahead = (wanted - day.isoweekday() - (steps > 0)) % 7 + (steps > 0)
    return period(base, "day", ahead - 7 if steps < 0 else ahead)


def _back(base: Moment, wanted: int) -> DateValue | None:
    """The day itself or such a day before it."""
    day = base.as_date()
    return period(base, "day", -((day.isoweekday() - wanted) % 7)) if day else None


def _near(moment: Moment, running: Running) -> bool:
    """Whether a day lies within ten days before the publication."""
    day = moment.as_date()
    return bool(day and running.published and 0 <= (running.published - day).days <= 10)


def one_further(slots: Slots, running: Running) -> Reading | None:
    """The one after the next or before the last: a weekday, a month, a weekend, or a unit of time."""
    now = running.pointed()
    steps = 1 if "next" in slots["further"].casefold() else -1
    if now is None:
        return VAGUE
    if "weekday" in slots:
        near = _from(now, int(value("weekday", slots["weekday"])), steps)
        day = first_moment(near) if near else None
        return of_value(period(day, "day", 7 * steps) if day else None)
    if "weekend" in slots:
        week = shift(now, "week", 2 * steps)
        return of_value(weekend_of(week) if week else None)
    month = month_in(slots)
    if month is None:
        return of_value(period(now, value("unit", slots.get("unit", "day")), 2 * steps))
    if now.year is None or now.month is None:
        return VAGUE
    turned = (month <= now.month) if steps > 0 else -(month >= now.month)
    return of_moment(Moment(now.year + turned + steps, month))
