"""A strict reader of full dates, for datelines and metadata: a day, a month and a year, or nothing."""

import re
from datetime import date
from functools import cache

from models.rules import load

ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
DAY, MONTH, YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<month>[A-Za-z]{3,9})\.?", r"(?P<year>\d{4})(?!\d)"
DAY_FIRST = re.compile(rf"(?<!\w){DAY}\s+{MONTH},?\s+{YEAR}")
MONTH_FIRST = re.compile(rf"(?<!\w){MONTH}\s+{DAY},?\s+{YEAR}")
SHORT_YEAR = re.compile(rf"(?<!\w){DAY}\s+{MONTH},?\s+(?P<year>\d\d)(?!\d)")
PIVOT = 50  # of the years 1950 to 2049 two figures tell one
FIGURES = re.compile(r"(?<![\d/.])(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>\d{4})(?![\d/])")


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for number, names in load("zones")["months"].items() for name in names.split()}


def full_date(text: str) -> date | None:
    """The first full date of the text; None when a part is missing, or the day and month could be exchanged."""
    return next(iter(full_dates(text)), None)


def full_dates(text: str) -> list[date]:
    """All full dates of the text, in the order of the text."""
    found = [match for pattern in (ISO, DAY_FIRST, MONTH_FIRST, FIGURES) for match in pattern.finditer(text)]
    days = (_date(match) for match in sorted(found, key=lambda match: match.start()))
    return [day for day in days if day]


def short_dates(text: str) -> list[date]:
    """All dates of the text whose year has two figures, as agencies wrote them: "12 Jan 90"."""
    days = []
    for found in SHORT_YEAR.finditer(text):
        year = int(found["year"])
        century = 1900 if year >= PIVOT else 2000
        days.append(_checked(str(century + year), _months().get(found["month"].lower(), 0), int(found["day"])))
    return [day for day in days if day]


def _date(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    if "first" in parts:
        day, month = sorted((int(parts["first"]), int(parts["second"])), reverse=True)
        return _checked(found["year"], month, day) if day > 12 or day == month else None
    name = parts["month"].lower()
    return _checked(found["year"], int(name) if name.isdigit() else _months().get(name, 0), int(parts["day"]))


def _checked(year: str, month: int, day: int) -> date | None:
    try:
        return date(int(year), month, day)
    except ValueError:
        return None
