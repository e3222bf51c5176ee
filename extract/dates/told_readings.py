"""How the slots of a rule become a date that is told by reference: from the publication, or from the running text."""

from datetime import date
from typing import cast

from extract.dates.moment import Moment, of_date, period, shift, stretch
from extract.dates.running import Running
from extract.dates.slots import VAGUE, Reading, Slots, first_moment, modifier_of, of_stretch, of_value, reference
from extract.dates.words import number, value
from models import DateValue

ANCHORED = ("previous", "preceding", "following")
HALVES = {"century": ("year", 50), "decade": ("year", 5), "year": ("month", 6)}  # what half of a unit is
COMBINED = {("year", "month"): 12, ("week", "day"): 7}  # how many of the second unit make one of the first


def so_far(slots: Slots, running: Running) -> Reading | None:
    """From the start of the running period up to the publication."""
    now = running.now()
    if now is None or now.year is None:
        return VAGUE
    unit = next((value("unit", words) for name, words in slots.items() if name.startswith("unit")), "year")
    start = Moment(now.year, now.month if unit == "month" else 1, 1)
    return Reading(stretch(start, now)) if unit in ("month", "year") else VAGUE


def up_to_now(slots: Slots, running: Running) -> Reading | None:
    """The day of publication, which the story does not go on from."""
    now = running.now()
    return Reading(now.value()) if now else None


def deictic(slots: Slots, running: Running) -> Reading | None:
    """So many days from the publication."""
    now, days = running.now(), int(value("deictic", slots["deictic"]))
    moved = shift(now, "day", days) if now and (running.news or not days) else None
    return Reading(moved.value()) if moved else VAGUE


def stretch_told(slots: Slots, running: Running) -> Reading | None:
    """So many units up to the publication or from it on; the previous and the following ones from the date told."""
    toward = slots["toward"].casefold()
    now = running.anchor() if toward in ANCHORED else running.now()
    if now is None:
        return VAGUE
    if not running.news:
        return None
    unit, count = value("unit", slots["unit"]), number(slots.get("count", "1"))
    back = toward in ("last", "past", "previous", "preceding")
    if unit == "quarter":
        return of_stretch(period(now, unit, -count if back else 1), period(now, unit, -1 if back else count))
    moved = shift(now, unit, -count if back else count)
    if moved is None:
        return VAGUE
    near = shift(now, unit, 0) or now
    if back:
        return Reading(stretch(moved, near))
    begins = shift(now, "day", 1) if moved.day else near  # "the next five days" begin tomorrow
    return Reading(stretch(begins or near, moved))


def _length(slots: Slots) -> tuple[str, int] | None:
    """Unit and number: "two and a half years" are 30 months, "half a century" 50 years; None for half a week.

    "Two years and a month" are 25 months; None for other lengths of two units, which no single unit counts.
    """
    unit, count = value("unit", slots["unit"]), number(slots["count"])
    if "count_first" in slots:
        size = COMBINED.get((value("unit", slots["unit_first"]), unit))
        return (unit, size * number(slots["count_first"]) + count) if size else None
    if "half" not in slots and "and_half" not in slots:
        return unit, count
    if unit not in HALVES:
        return None
    smaller, length = HALVES[unit]
    return smaller, length if "half" in slots else length * (2 * count + 1)


def offset(slots: Slots, running: Running) -> Reading | None:
    """So many units from the publication (ago, hence) or from the date last spoken of (earlier, later)."""
    direction = value("turn", slots["turn"]) if "turn" in slots else value("direction", slots["direction"])
    length = _length(slots)
    if length is None:
        return VAGUE
    unit, count = length
    from_now = running.now() if running.news else None
    base = from_now if direction in ("ago", "hence") else running.anchor()
    moved = shift(base, unit, -count if direction in ("ago", "earlier") else count) if base else None
    if moved is None or (direction == "later" and _is_ahead(moved, running)):
        return VAGUE
    heard = moved if direction == "later" else None
    if unit in ("week", "fortnight"):
        return Reading(DateValue(moved.edtf + "~", moved.precision), heard)
    return Reading(moved.value(), heard)


def offset_ahead(slots: Slots, running: Running) -> Reading | None:
    """So many units after the publication; in a history, which tells no future of its own, a length."""
    now = running.now()
    unit = value("unit", slots["unit"])
    moved = shift(now, unit, number(slots["count"])) if now and running.news else None
    if moved is None:
        return None
    return Reading(DateValue(moved.edtf + "~" * (unit in ("week", "fortnight")), moved.precision))


def offset_from(slots: Slots, running: Running) -> Reading | None:
    """So many units before or after what follows: no date by itself."""
    return VAGUE


def shifted(slots: Slots, found: DateValue) -> DateValue | None:
    """The date that lies so many units before or after a date; None where the words or the date are too coarse."""
    base = first_moment(found)
    if base is None or base.edtf != found.edtf or "count" not in slots:
        return None
    unit, count = value("unit", slots["unit"]), number(slots["count"])
    moved = shift(base, unit, -count if slots["side"].casefold() == "before" else count)
    if moved is None:
        return None
    return DateValue(moved.edtf + "~" * (unit in ("week", "fortnight")), moved.precision)


def _is_ahead(moment: Moment, running: Running) -> bool:
    """Whether a date lies after the publication."""
    return bool(running.published) and moment.edtf > of_date(cast(date, running.published)).edtf[:len(moment.edtf)]


def neighbour(slots: Slots, running: Running) -> Reading | None:
    """The day, week, month or year before or after the date last spoken of."""
    unit = value("unit", slots["unit"]) if "unit" in slots else "day"
    steps = -1 if slots["side"].casefold() in ("before", "earlier") else 1
    base = running.anchor()
    reading = of_value(period(base, unit, steps) if base else None)
    return Reading(reading.value) if steps < 0 else reading


def told_period(slots: Slots, running: Running) -> Reading | None:
    """A day, week, month or year told by reference."""
    unit = slots.get("unit", "day").casefold()
    base, steps = reference(slots, running)
    if base is None and "stage" in slots:  # "by end of year"
        base = running.pointed()
    if base is None:
        return VAGUE
    found = period(base, unit, steps)
    modifier = modifier_of(slots)
    if found and modifier:
        found = DateValue(found.edtf, found.precision, modifier)
    reading = of_value(found)
    carried = "carrying" in slots
    aside = steps < 0 if carried else unit == "week" or not running.news
    return Reading(reading.value) if aside else reading


def vague(slots: Slots, running: Running) -> Reading | None:
    """Words that speak of a time without giving it."""
    return VAGUE
