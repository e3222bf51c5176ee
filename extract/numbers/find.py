"""The cascade: figures, figures that belong together, units, bounds, and what each number is for."""

from bisect import bisect_right
from collections.abc import Sequence

from extract.numbers.bounds import bound, merge_bounds
from extract.numbers.contexts import classify
from extract.numbers.draft import Draft, draft, finish
from extract.numbers.figure import Figure
from extract.numbers.figures import read_figures
from extract.numbers.money import merge_money, money
from extract.numbers.number import Number
from extract.numbers.ranges import combine, join_units
from extract.numbers.units import age, duration, merge_durations, percent
from models import Mention


def find_numbers(text: str, dates: Sequence[Mention]) -> list[Number]:
    """Every number of the text, digits or words, in order and not overlapping.

    `dates` are the mentions of the stage before; a figure inside one (label DATE) has the fate `date`.
    """
    free, dated = _parted(text, list(read_figures(text)), dates)
    drafts = _classified(text, _with_units(text, combine(text, free)))
    return sorted([finish(text, new) for new in drafts] + dated_numbers(text, dated), key=lambda number: number.start)


def _parted(text: str, figures: list[Figure], dates: Sequence[Mention]) -> tuple[list[Figure], list[Figure]]:
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


def dated_numbers(text: str, figures: list[Figure]) -> list[Number]:
    """Figures inside dates, as numbers without a claim."""
    numbers = []
    for figure in figures:
        new = draft(figure)
        new.fate, new.rule, new.label = "date", "in-a-date", None
        numbers.append(finish(text, new))
    return numbers


def _with_units(text: str, drafts: list[Draft]) -> list[Draft]:
    """Units taken in, and neighbours joined that only their units show to be one number."""
    kept: list[Draft] = []
    for new in drafts:
        last = kept[-1] if kept else None
        if last is not None and new.start < last.end:
            continue  # taken in with its unit: "an hour and a half"
        if new.fate is None and new.kind != "duration" and not age(text, last, new):
            _ = percent(text, new) or money(text, new, last.end if last else 0) or duration(text, new)
        if last is None or not (merge_durations(text, last, new) or merge_money(text, last, new) or join_units(text, last, new)):
            kept.append(new)
    return kept


def _classified(text: str, drafts: list[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    last: Draft | None = None
    chained = False
    for new in drafts:
        if new.fate is None:
            chained = classify(text, new, last, chained)
        else:
            chained = False
        if new.fate in (None, "age"):
            bound(text, new, last.end if last else 0)
        if last is not None and merge_bounds(text, last, new):
            continue
        kept.append(new)
        last = new
    return kept
