"""The first and the last day that a date can mean (EDTF, ISO 8601-2)."""

import re

SEASONS = {"21": ("03", "05"), "22": ("06", "08"), "23": ("09", "11"), "24": ("12", "12")}
DATE = re.compile(r"(\d{1,4}X{0,3})(?:-(\d\d|XX))?(?:-(\d\d|XX))?[~?%]?")

Bound = str | None


def bounds(date: str) -> tuple[Bound, Bound]:
    """The first and last day as ISO dates that compare as text; None where a side is open or not known."""
    start, slash, end = date.partition("/")
    return _days(start)[0], _days(end if slash else start)[1]


def _days(date: str) -> tuple[Bound, Bound]:
    found = DATE.fullmatch(date)
    if found is None or len(found[1]) != 4:
        return None, None
    year, month, day = found.groups()
    first, last = SEASONS.get(month, (month, month)) if month and month != "XX" else ("01", "12")
    begin, end = (day, day) if day and day != "XX" else ("01", "31")
    return f"{year.replace('X', '0')}-{first}-{begin}", f"{year.replace('X', '9')}-{last}-{end}"
