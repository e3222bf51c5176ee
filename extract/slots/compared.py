"""Figures that others are set against: "to 822 from 665", "up from 69", "against 19 the year before"."""

import re

from extract.claims.draft import Draft
from models import DateValue, Mention, When
from models.rules import word_set

YEAR = re.compile(r"\d{4}")
YEARS = re.compile(r"(\d{4})/(\d{4})")
MONTHS = re.compile(r"(\d{4})-(\d{2})/(\d{4})-(\d{2})")


def is_compared(draft: Draft) -> bool:
    """A bare figure right behind "from", "against", "compared with"."""
    if "elided" not in draft.group.flags or draft.number.kind != "count":
        return False
    before = [g.head for g in draft.sentence.groups if g.end <= draft.group.start][-2:]
    return before[-1:] != [] and (before[-1] in word_set("words/slots", "against") or before == ["compare", "to"])


def is_of_comparison(draft: Draft, mention: Mention) -> bool:
    """ "12 died, compared to nine in 2019": the year is of the nine alone."""
    behind = [d for d in draft.sentence.drafts if draft.number.start < d.number.start < mention.start]
    return bool(behind) and is_compared(behind[-1])


def is_relative(mention: Mention) -> bool:
    """ "the year before": before what is counted, not before the day of publication."""
    return mention.text.lower().endswith(("before", "earlier")) or "previous" in mention.text.lower()


def period_before(topic: Mention | None) -> When | None:
    """The year before a year, the quarter before a quarter; None for a day, whose day before means nothing."""
    if topic is None or not isinstance(topic.value, DateValue):
        return None
    edtf = _before(topic.value.edtf)
    return When(edtf, topic.value.precision, None) if edtf else None


def _before(edtf: str) -> str:
    if YEAR.fullmatch(edtf):
        return str(int(edtf) - 1)
    if years := YEARS.fullmatch(edtf):
        length = int(years[2]) - int(years[1])
        return f"{int(years[1]) - length}/{years[1]}" if length == 1 else ""
    if months := MONTHS.fullmatch(edtf):
        first, last = int(months[1]) * 12 + int(months[2]) - 1, int(months[3]) * 12 + int(months[4]) - 1
        length = last - first + 1
        return f"{_month(first - length)}/{_month(last - length)}"
    return ""


def _month(index: int) -> str:
    return f"{index // 12:04d}-{index % 12 + 1:02d}"
