"""A strict reader of full dates, for datelines and metadata: a day, a month and a year, or nothing."""

import re
from datetime import date
from functools import cache

from models.rules import load

ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
DAY, MONTH, YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<month>[A-Za-z]{3,9})\.?", r"(?P<year>\d{4})(?!\d)"
DAY_FIRST = re.compile(rf"(?<!\w){DAY}\s+{MONTH},?\s+{YEAR}")
MONTH_FIRST = re.compile(rf"(?<!\w){MONTH}\s+{DAY},?\s+{YEAR}")


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for number, names in load("zones")["months"].items() for name in names.split()}


def full_date(text: str) -> date | None:
    """The first full date of the text; None when a part is missing, or the day and month could be exchanged."""
    if found := ISO.search(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    for found in filter(None, (DAY_FIRST.search(text), MONTH_FIRST.search(text))):
        month = _months().get(found["month"].lower())
        if month:
            return _date(int(found["year"]), month, int(found["day"]))
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
