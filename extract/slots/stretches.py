"""Two dates that are one stretch of time for the claims beside them.

A dash joins them, "(26 June – 4 August 1952)", or "to" behind a clause: "from 3 May 1952, when it began, to 4 July".
"""

import re
from collections.abc import Sequence

from models import DateValue, Mention

DASH = re.compile(r" ?[-‐‑–—‒] ?")
CLAUSE = re.compile(r", [^.;:]{3,120}, (?:to|until|till|through|up to) (?:the )?")
OPENING = re.compile(r"\b(?:from|between) (?:the )?$", re.IGNORECASE)
PLAIN = re.compile(r"\d{4}(?:-\d\d){0,2}")


def stretches(text: str, dates: Sequence[Mention]) -> list[Mention]:
    """The dates in order; each two that only a dash parts, the earlier one first, as one."""
    joined: list[Mention] = []
    for date in dates:
        both = _joined(text, joined[-1], date) if joined else None
        joined[-1:] = [both] if both else [*joined[-1:], date]
    return joined


def _joined(text: str, first: Mention, last: Mention) -> Mention | None:
    apart = CLAUSE.fullmatch(text, first.end, last.start)
    opened = apart is not None and OPENING.search(text, max(0, first.start - 14), first.start)
    if not (opened or DASH.fullmatch(text, first.end, last.start)):
        return None
    start, end = first.value, last.value
    if not isinstance(start, DateValue) or not isinstance(end, DateValue):
        return None
    if not PLAIN.fullmatch(start.edtf) or not PLAIN.fullmatch(end.edtf) or start.edtf >= end.edtf:
        return None
    value = DateValue(f"{start.edtf}/{end.edtf}", end.precision)
    return Mention("DATE", first.start, last.end, text[first.start : last.end], value.edtf, first.rule, value)
