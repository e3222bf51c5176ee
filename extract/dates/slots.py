"""What the words in a rule's slots say: years, months and days, written or told by reference."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from extract.dates.moment import UNKNOWN, Moment
from extract.dates.running import Running
from extract.dates.words import value, year_in_words
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


def of_stretch(first: DateValue | None, last: DateValue | None) -> Reading:
    """From the beginning of one period to the end of another."""
    if first is None or last is None:
        return VAGUE
    return Reading(DateValue(f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}", last.precision))


def first_moment(found: DateValue) -> Moment | None:
    """The date that a period begins with, as far as it is in figures."""
    parts = found.edtf.split("/")[0].lstrip("-").rstrip("~").split("-")
    if not all(part.isdecimal() for part in parts):
        return None
    figures = [int(part) for part in parts]
    return Moment(*figures[:1]) if len(figures) > 1 and figures[1] > 12 else Moment(*figures)


def modifier_of(slots: Slots) -> Modifier | None:
    """Early, mid or late."""
    stage = value("stage", slots["stage"]) if "stage" in slots else None
    return cast(Modifier, stage) if stage in ("early", "mid", "late") else None


def full_year(short: str, running: Running, ahead: int = 0) -> int:
    """The year of two figures: the last one up to the publication or so many years ahead, or of the text's century."""
    latest = running.published.year + ahead if running.published else 2029 + ahead
    if running.spoken and running.spoken.year is not None and not running.news:
        latest = min(latest, running.spoken.year + 50)
    century = latest // 100 * 100
    year = century + int(short)
    return year if year <= latest else year - 100


def told_year(slots: Slots, running: Running, suffix: str = "") -> int | None:
    """The year that is written, or told by reference; None where there is none."""
    if f"year{suffix}" in slots:
        return int(slots[f"year{suffix}"])
    if words := slots.get(f"year_words{suffix}"):
        return year_in_words(words)
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
