"""Dates in a text: every place where a rule applies, read in order with what the text has said so far."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from extract.dates.document import is_day_first, is_news, opening_year
from extract.dates.grammar import LEFT, Found, first, scan
from extract.dates.paragraphs import Paragraphs, paragraphs
from extract.dates.ranges import Range, is_ahead, is_future, is_hedged, is_opening, is_yearly, lent, opened
from extract.dates.readings import READINGS
from extract.dates.running import Running
from extract.dates.slots import Reading
from extract.dates.told_readings import shifted
from models import Block, DateValue, Mention


def find_dates(text: str, blocks: Sequence[Block], published: date | None) -> list[Mention]:
    """The dates of a text as DATE mentions in order, none overlapping; a vague one has its words as canonical name.

    `blocks` part the text into paragraphs (where there are none, line breaks do); `published` is the day from which
    "today" and "last week" are seen, and may be None.
    """
    parts = paragraphs(text, blocks)
    places = [place for place in map(partial(_within, text, parts), scan(text)) if place]
    running = Running(published, is_news(places, published), is_day_first(places), opening_year(places))
    mentions: list[Mention] = []
    current, waiting = -1, None
    for index, place in enumerate(places):
        if (number := parts.number(place.start)) != current:
            current, waiting = number, None
            running.turn_paragraph()
        following = places[index + 1] if index + 1 < len(places) else None
        rule = opened(text, place, following)
        reading = _read(text, places, index, running)
        if reading is None:
            waiting = None
            continue
        mention = _mention(text, place, reading)
        if index and mentions and (moved := _shifted(text, places[index - 1], mention)):
            mentions[-1] = moved
            continue
        _add(text, mentions, mention, rule, waiting)
        ends = waiting is not None
        waiting = rule if rule and rule.link and not waiting else None
        left = text[max(0, place.start - LEFT):place.start]
        aside = place.rule.aside or running.future or is_ahead(left) or (rule and not rule.link)
        if not aside and not parts.beside[current]:
            running.hear(reading.heard, fronted=is_opening(left), ends_range=ends)
    return mentions


def _within(text: str, parts: Paragraphs, place: Found) -> Found | None:
    """A place as far as its paragraph goes: no date runs on into the next one."""
    end = parts.end(parts.number(place.start))
    return place if end is None or place.end <= end else first(text, place.start, end=end)


def _read(text: str, places: Sequence[Found], index: int, running: Running) -> Reading | None:
    place = places[index]
    left = text[max(0, place.start - LEFT):place.start]
    running.future = is_future(left)
    running.yearly = is_yearly(text, place.end)
    running.lent = lent(text, places, index, running)
    reading = READINGS[place.rule.reads](place.slots, running)
    return _hedged(reading, is_hedged(left, place.rule.reads == "offset")) if reading else None


def _hedged(reading: Reading, is_hedged: bool) -> Reading:
    """A date that the words before it leave open by a little is marked as approximate."""
    value = reading.value
    if not is_hedged or value.precision == "vague" or "/" in value.edtf or value.edtf.endswith("~"):
        return reading
    return replace(reading, value=replace(value, edtf=f"{value.edtf}~"))


def _mention(text: str, place: Found, reading: Reading) -> Mention:
    words = text[place.start:place.end]
    canonical = words if reading.value.precision == "vague" else reading.value.edtf
    return Mention("DATE", place.start, place.end, words, canonical, place.rule.id, reading.value)


def _shifted(text: str, offset: Found, mention: Mention) -> Mention | None:
    """A date with the offset that stands before it as one: "three weeks after 4 May 2011"."""
    if offset.rule.reads != "offset_from" or text[offset.end:mention.start].strip():
        return None
    value = shifted(offset.slots, mention.value) if isinstance(mention.value, DateValue) else None
    if value is None:
        return None
    words = text[offset.start:mention.end]
    return Mention("DATE", offset.start, mention.end, words, value.edtf, offset.rule.id, value)


def _add(text: str, mentions: list[Mention], mention: Mention, rule: Range | None, waiting: Range | None) -> None:
    """One more mention: the end of a range that waits for it, an open one, or one of its own."""
    if waiting and mentions:
        mentions[-1:] = _joined(text, mentions[-1], mention, waiting)
    elif rule and not rule.link:
        mentions.append(_open(mention, rule))
    else:
        mentions.append(mention)


def _open(mention: Mention, rule: Range) -> Mention:
    """A date from which on something holds."""
    value = mention.value
    if not isinstance(value, DateValue) or "/" in value.edtf or value.precision == "vague":
        return mention
    edtf = f"{value.edtf}/.."
    return replace(mention, rule=rule.id, canonical=edtf, value=replace(value, edtf=edtf))


def _joined(text: str, first: Mention, last: Mention, rule: Range) -> list[Mention]:
    """From the first date to the last; both by themselves where they are in no order."""
    start, end = first.value, last.value
    if not isinstance(start, DateValue) or not isinstance(end, DateValue):
        return [first, last]
    left, right = start.edtf.split("/")[0], end.edtf.split("/")[-1]
    if "X" in left + right or left[:len(right)] > right[:len(left)]:
        return [first, last]
    value = DateValue(f"{left}/{right}", end.precision)
    return [Mention("DATE", first.start, last.end, text[first.start:last.end], value.edtf, rule.id, value)]
