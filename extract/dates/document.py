"""What the document as a whole tells of its dates: whether it is news, and which comes first, the day or the month."""

from collections.abc import Sequence
from datetime import date

from extract.dates.grammar import Found

NUMERIC = "numeric"


POINTING = ("deictic", "period-pointed", "so-far", "weekday", "recent", "recent-vague")
"""Rules for words that only a text close to the events uses of them: "today", "last month", "on Thursday"."""


def is_news(places: Sequence[Found], published: date | None) -> bool:
    """Whether most dates of a text lie near its publication: in the years around it, or told as seen from it."""
    if published is None:
        return False
    years = [int(words) for place in places for name, words in place.slots.items() if name in ("year", "year_end")]
    near = sum(published.year - 1 <= year <= published.year + 1 for year in years)
    pointing = sum(place.rule.id in POINTING or "pointing_year" in place.slots for place in places)
    return 2 * (near + pointing + _begins_without_year(places)) >= len(years)


def _begins_without_year(places: Sequence[Found]) -> bool:
    """Whether the first month or day that is named has no year: a history would name its year first."""
    first = next((place for place in places if place.slots.keys() & {"month", "month_end"}), None)
    return first is not None and not first.slots.keys() & {"year", "year_end"}


def opening_year(places: Sequence[Found]) -> int | None:
    """The first year that a text names outside an aside."""
    return next((int(place.slots["year"]) for place in places if "year" in place.slots and not place.rule.aside), None)


def is_day_first(places: Sequence[Found]) -> bool:
    """The order of dates in figures: as those show that allow a single one, else as in the dates with named months."""
    numeric = [place.slots for place in places if place.rule.reads == NUMERIC]
    figures = [(int(slots["first"]), int(slots["second"])) for slots in numeric]
    day_first = sum(first > 12 for first, _ in figures)
    month_first = sum(second > 12 for _, second in figures)
    if day_first != month_first:
        return day_first > month_first
    rules = [place.rule.id for place in places]
    return rules.count("month-day-year") <= rules.count("day-month-year")
