"""What the document as a whole tells of its dates: whether it is news, and which comes first, the day or the month."""

from collections.abc import Sequence
from datetime import date

from extract.dates.grammar import Found

NUMERIC = "numeric"


def is_news(places: Sequence[Found], published: date | None) -> bool:
    """Whether most of the years written in a text lie within a year of its publication (none written: it is)."""
    if published is None:
        return False
    years = [int(words) for place in places for name, words in place.slots.items() if name in ("year", "year_end")]
    near = sum(published.year - 1 <= year <= published.year + 1 for year in years)
    return 2 * near >= len(years)


def is_day_first(text: str, places: Sequence[Found]) -> bool:
    """The order of dates in figures: as those show that allow a single one, else as in the dates with named months."""
    numeric = [place.slots for place in places if place.rule.reads == NUMERIC]
    figures = [(int(slots["first"]), int(slots["second"])) for slots in numeric]
    day_first = sum(first > 12 for first, _ in figures)
    month_first = sum(second > 12 for _, second in figures)
    if day_first != month_first:
        return day_first > month_first
    rules = [place.rule.id for place in places]
    return rules.count("month-day-year") <= rules.count("day-month-year")
