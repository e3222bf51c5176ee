"""Dates that belong together: a later one lends its year, and two make one stretch."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.dates.grammar import LEFT, Found, on_one_line
from extract.dates.moment import Moment
from extract.dates.running import Running
from extract.dates.slots import month_in, told_year
from extract.letters import Ending
from models.rules import load

SENTENCE_END = re.compile(r"[.!?][”\"’)]?\s|\n")
CHAIN = 4  # how many dates may stand before the one that has the year


@dataclass(frozen=True, slots=True)
class Range:
    """What opens a range and links its ends (no link: the range stays open)."""

    id: str
    opens: Ending
    link: re.Pattern[str] | None


@cache
def ranges() -> tuple[Range, ...]:
    """The rules of models/dates/ranges.toml."""
    known = load("dates/ranges")
    closed = [Range(entry["id"], Ending(entry["opens"]), re.compile(entry["link"])) for entry in known["range"]]
    return (*closed, *(Range(entry["id"], Ending(entry["opens"]), None) for entry in known["open"]))


@cache
def _context(name: str) -> Ending:
    return Ending(load("dates/ranges")["context"][name])


def _of_sentence(left: str) -> str:
    """The words that stand in the same sentence."""
    return SENTENCE_END.split(left)[-1]


def is_future(left: str) -> bool:
    """Whether the words before a date speak of the future."""
    return bool(_context("future").search(_of_sentence(left)))


def is_ahead(left: str) -> bool:
    """Whether the words before a date look ahead of the story."""
    return bool(_context("ahead").search(_of_sentence(left)))


def is_opening(left: str) -> bool:
    """Whether a date stands at the opening of its sentence."""
    return bool(_context("fronted").search(left))


def is_yearly(text: str, end: int) -> bool:
    """Whether the words behind a day or month say that it is one of each year."""
    return bool(_context("yearly").pattern.match(text, end))


def is_hedged(left: str, distance: bool) -> bool:
    """Whether the words before a date leave it open by a little: "around", and before a distance "more than"."""
    return bool(_context("hedged_distance" if distance else "hedged").search(on_one_line(left)))


@cache
def _lends() -> re.Pattern[str]:
    return re.compile(load("dates/ranges")["link"]["lends"])


def opened(text: str, place: Found, following: Found | None) -> Range | None:
    """The range that the words before a date open, if its link is there too."""
    left = on_one_line(text[max(0, place.start - LEFT):place.start])
    near = following is not None and following.start - place.end < LEFT
    gap = on_one_line(text[place.end:following.start]) if following and near else None
    for rule in ranges():
        if rule.opens.search(left) and (rule.link is None or (gap is not None and rule.link.fullmatch(gap))):
            return rule
    return None


def lent(text: str, places: Sequence[Found], index: int, running: Running) -> Moment | None:
    """The year and month of a date that follows at once and lends them to the one at this index."""
    for place, following in zip(places[index:index + CHAIN], places[index + 1:index + 1 + CHAIN], strict=False):
        if following.start - place.end > LEFT or not _lends().fullmatch(on_one_line(text[place.end:following.start])):
            return None
        year = told_year(following.slots, running) or told_year(following.slots, running, "_end")
        if year:
            month = month_in(following.slots) or month_in(following.slots, "_end")
            return Moment(year, month) if month or "season" in following.slots else None
    return None
