"""The cascade: figures, figures that belong together, units, bounds, and what each number is for."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from extract.numbers.ages import age
from extract.numbers.bounds import bound, merge_bounds
from extract.numbers.contexts import classify
from extract.numbers.draft import Draft, draft, finish
from extract.numbers.durations import duration, merge_durations, share_unit
from extract.numbers.figure import Figure
from extract.numbers.figures import read_figures
from extract.numbers.money import merge_money, money
from extract.numbers.number import Number
from extract.numbers.percent import percent
from extract.numbers.ranges import combine, join_units
from models import Mention


def find_numbers(text: str, dates: Sequence[Mention]) -> list[Number]:
    """Every number of the text, digits or words, in order and not overlapping.

    `dates` are the mentions of the stage before; a figure inside one (label DATE) has the fate `date`.
    """
    free, dated = _parted(text, read_figures(text), dates)
    numbers = _classified(text, _with_units(text, combine(text, free)))
    return sorted((finish(text, new) for new in (*numbers, *map(_dated, dated))), key=lambda number: number.start)


def _parted(text: str, figures: Iterable[Figure], dates: Sequence[Mention]) -> tuple[list[Figure], list[Figure]]:
    """Figures outside and inside of dates."""
    spans = sorted((date.start, date.end) for date in dates if date.label == "DATE")
    starts = [start for start, _ in spans]
    free: list[Figure] = []
    dated: list[Figure] = []
    for figure in figures:
        at = bisect_right(starts, figure.end - 1) - 1
        inside = at >= 0 and spans[at][1] > figure.start
        amount = inside and spans[at] == (figure.start, figure.end) and _has_unit(text, figure)
        (dated if inside and not amount else free).append(figure)
    return free, dated


def _has_unit(text: str, figure: Figure) -> bool:
    """ "1000 dirhams": four figures with a unit are no year."""
    new = draft(figure)
    return percent(text, new) or money(text, new, 0)


def _dated(figure: Figure) -> Draft:
    new = draft(figure)
    new.fate, new.rule, new.label = "date", "in-a-date", None
    return new


def _with_units(text: str, drafts: Iterable[Draft]) -> list[Draft]:
    """Units taken in, and neighbours joined that only their units show to be one number."""
    kept: list[Draft] = []
    for new in drafts:
        last = kept[-1] if kept else None
        if last is not None and new.start < last.end:
            continue  # taken in with its unit: "an hour and a half"
        if new.fate is None and new.kind != "duration":
            _read_unit(text, last, new)
        if last is not None:
            share_unit(text, last, new)
        if last is None or not _merged(text, last, new):
            kept.append(new)
    return kept


def _read_unit(text: str, last: Draft | None, new: Draft) -> bool:
    """The first unit that fits."""
    return (age(text, last, new) or percent(text, new) or money(text, new, last.end if last else 0)
            or duration(text, new))


def _merged(text: str, last: Draft, new: Draft) -> bool:
    return merge_durations(text, last, new) or merge_money(text, last, new) or join_units(text, last, new)


def _classified(text: str, drafts: Iterable[Draft]) -> list[Draft]:
    """Fates from the context, and bounds where a number stays open."""
    kept: list[Draft] = []
    chained = False
    for new in drafts:
        last = kept[-1] if kept else None
        chained = new.fate is None and classify(text, new, last, chained)
        if new.fate is None and _is_unread(text, new):
            new.fate, new.rule = "unread", "unread"
        if new.fate in (None, "age"):
            bound(text, new, last.end if last else 0)
        if last is None or not merge_bounds(text, last, new):
            kept.append(new)
    return kept


def _is_unread(text: str, new: Draft) -> bool:
    """Neither a value nor a word for it, or digits glued to letters that no rule knows."""
    if new.low is None and new.high is None and new.vague is None and new.unit is None:
        return True
    before, behind = text[new.start - 1:new.start], text[new.end:new.end + 1]
    return new.form == "digits" and (before.isalnum() or behind.isalnum())
