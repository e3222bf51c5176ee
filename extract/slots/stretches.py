"""Two dates that a dash joins are one stretch of time for the claims beside them: "(26 June – 4 August 1952)"."""

import re
from collections.abc import Sequence

from models import DateValue, Mention

DASH = re.compile(r" ?[-‐‑–—‒] ?")
PLAIN = re.compile(r"\d{4}(?:-\d\d){0,2}")


def stretches(text: str, dates: Sequence[Mention]) -> list[Mention]:
    """The dates in order; each two that only a dash parts, the earlier one first, as one."""
    joined: list[Mention] = []
    for date in dates:
        both = _joined(text, joined[-1], date) if joined else None
        joined[-1:] = [both] if both else [*joined[-1:], date]
    return joined


def _joined(text: str, first: Mention, last: Mention) -> Mention | None:
    if not DASH.fullmatch(text, first.end, last.start):
        return None
    start, end = first.value, last.value
    if not isinstance(start, DateValue) or not isinstance(end, DateValue):
        return None
    if not PLAIN.fullmatch(start.edtf) or not PLAIN.fullmatch(end.edtf) or start.edtf >= end.edtf:
        return None
    value = DateValue(f"{start.edtf}/{end.edtf}", end.precision)
    return Mention("DATE", first.start, last.end, text[first.start : last.end], value.edtf, first.rule, value)
