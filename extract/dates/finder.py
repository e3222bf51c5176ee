"""Dates in a text: every place where a rule applies, read in order with what the text has said so far."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extract.dates.document import is_day_first, is_news
from extract.dates.grammar import Found, scan
from extract.dates.ranges import Range, lent, opened
from extract.dates.readings import READINGS, Reading
from extract.dates.running import Running
from models import Block, DateValue, Mention

ASIDE = ("caption", "header", "footer", "footnote", "boilerplate", "signature", "table")
"""Blocks that stand beside the running text: their dates are read, but the text does not go on from them."""

PARAGRAPH = re.compile(r"\n+")
FUTURE = re.compile(r"\b(?:will|shall|scheduled|due|expected|upcoming|planned|until|by next|set for)\b")


def find_dates(text: str, blocks: Sequence[Block], published: date | None) -> list[Mention]:
    """The dates of a text as DATE mentions in order, none overlapping; a vague one has its words as canonical name.

    `blocks` part the text into paragraphs (where there are none, line breaks do); `published` is the day from which
    "today" and "last week" are seen, and may be None.
    """
    places = list(scan(text))
    running = Running(published, is_news(places, published), is_day_first(text, places))
    paragraphs = _paragraphs(text, blocks)
    mentions: list[Mention] = []
    current = -1
    waiting: Range | None = None
    for index, place in enumerate(places):
        while current + 1 < len(paragraphs) and paragraphs[current + 1][0] <= place.start:
            current += 1
            running.turn_paragraph()
        running.lent = lent(text, places, index)
        reading = _read(text, place, running)
        if reading is None:
            continue
        mention = _mention(text, place, reading)
        rule = opened(text, place, places[index + 1] if index + 1 < len(places) else None)
        if waiting and mentions:
            mentions[-1], waiting = _joined(text, mentions[-1], mention, waiting), None
        elif rule and rule.link is None:
            mentions.append(_open(mention, rule))
        else:
            mentions.append(mention)
            waiting = rule
        aside = place.rule.aside or running.future or bool(rule and rule.link is None) or paragraphs[current][1]
        if reading.heard and not aside:
            running.hear(reading.heard)
    return mentions


def _read(text: str, place: Found, running: Running) -> Reading | None:
    running.future = bool(FUTURE.search(text, max(0, place.start - 40), place.start))
    return READINGS[place.rule.reads](place.slots, running)


def _mention(text: str, place: Found, reading: Reading) -> Mention:
    words = text[place.start:place.end]
    canonical = words if reading.value.precision == "vague" else reading.value.edtf
    return Mention("DATE", place.start, place.end, words, canonical, place.rule.id, reading.value)


def _open(mention: Mention, rule: Range) -> Mention:
    """A date from which on something holds."""
    value = mention.value
    if not isinstance(value, DateValue) or "/" in value.edtf or value.precision == "vague":
        return mention
    edtf = f"{value.edtf}/.."
    return replace(mention, rule=rule.id, canonical=edtf, value=replace(value, edtf=edtf))


def _joined(text: str, first: Mention, last: Mention, rule: Range) -> Mention:
    """From the first date to the last; the first alone where they cannot be put in order."""
    start, end = first.value, last.value
    if not isinstance(start, DateValue) or not isinstance(end, DateValue):
        return first
    value = DateValue(f"{start.edtf.split('/')[0]}/{end.edtf.split('/')[-1]}", end.precision)
    return Mention("DATE", first.start, last.end, text[first.start:last.end], value.edtf, rule.id, value)


def _paragraphs(text: str, blocks: Sequence[Block]) -> list[tuple[int, bool]]:
    """Where each paragraph begins, and whether it stands beside the running text."""
    if blocks:
        return [(0, False), *sorted((block.start, block.kind in ASIDE) for block in blocks)]
    return [(0, False), *((gap.end(), False) for gap in PARAGRAPH.finditer(text))]
