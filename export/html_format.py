"""A report to read and print: one file without scripts, facts by event, place and date, each in its words.

Nothing is loaded from elsewhere: the page's own policy forbids it. Control characters are shown as their pictures,
marks that turn the direction of text by their names.
"""

import base64
import hashlib
import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import get_args
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from export import wording
from export.cells import visible
from export.edtf import bounds
from export.fact import CONTEXT, Fact, Record
from export.pictures import has_picture, picture_name
from export.spool import Spool, set_aside
from export.view import View
from models.vocabulary import Event

NAMES: tuple[str, ...] = get_args(Event)
EVENTS = {name: place for place, name in enumerate(NAMES)}
BLANK_LINES = re.compile(r"\n\s*\n")
UNKNOWN = "9999"  # sorts behind every date


@dataclass(frozen=True, slots=True)
class Quote:
    """The claim's words in their context, cut where the number begins and ends."""

    prefix: str
    before: str
    number: str
    after: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page says of a fact."""

    record: Record
    value: str
    quote: Quote
    link: str | None
    picture: str | None


@dataclass(frozen=True, slots=True)
class There:
    """The facts of one event at one place, read from where they were set aside when the page comes to them."""

    found: Spool
    places: Sequence[int]
    pictures: bool

    def __iter__(self) -> Iterator[Shown]:
        return (_shown(self.found[place], self.pictures) for place in self.places)

    @property
    def country(self) -> str | None:
        """Of the first one, if its place is known."""
        record = self.found[self.places[0]].record
        return record["country"] if record["place"] else None


def write(facts: Iterable[Fact], path: Path, view: View) -> int:
    """Writes the facts; how many."""
    style = _style()
    with path.open("w", encoding="utf8", newline="") as file, _again(facts) as found:
        file.writelines(_template().stream(
            groups=_groups(found, view.options.pictures), number=len(found), about=view.about, style=style,
            sum=_sum(style), verified=view.verified,
        ))
        return len(found)


def _again(facts: Iterable[Fact]) -> AbstractContextManager[Spool]:
    """The facts where they can be read in any order: set aside, if they are not yet."""
    return nullcontext(facts) if isinstance(facts, Spool) else set_aside(facts)


def _order(fact: Fact) -> tuple[int, bool, str, str, str, int]:
    record = fact.record
    day = (record["event_date"] and bounds(record["event_date"])[0]) or UNKNOWN
    place = record["place"] or ""
    return EVENTS[record["event"]], not place, place, day, record["document_id"], record["char_start"]


def _groups(found: Spool, pictures: bool) -> list[tuple[str, str, int, list[tuple[str, There]]]]:
    """Each event with its anchor, its number of facts, and its places with their facts."""
    ordered = sorted((_order(fact), number) for number, fact in enumerate(found))
    groups = []
    for event, group in groupby(ordered, key=lambda item: item[0][0]):
        of_event = list(group)
        places = [
            (place or "Place not stated", There(found, array("I", (number for _, number in there)), pictures))
            for place, there in groupby(of_event, key=lambda item: item[0][2])
        ]
        name = NAMES[event]
        groups.append((wording.event(name), name, len(of_event), places))
    return groups


def _shown(fact: Fact, pictures: bool) -> Shown:
    record = fact.record
    picture = f"pictures/{picture_name(record)}" if pictures and has_picture(fact) else None
    return Shown(record, wording.quantity(record), _quote(fact), web_address(record["document_url"]), picture)


def _quote(fact: Fact) -> Quote:
    record, number = fact.record, fact.claim["number"]
    start, end = number["start"] - record["char_start"], number["end"] - record["char_start"]
    words = record["quote"]
    if not 0 <= start <= end <= len(words):  # a number outside its claim's words is not marked
        start = end = 0
    before = BLANK_LINES.sub("\n", _from_a_word(record["quote_prefix"]))
    after = BLANK_LINES.sub("\n", _to_a_word(record["quote_suffix"]))
    return Quote(before, words[:start], words[start:end], words[end:], after)


def _from_a_word(prefix: str) -> str:
    """Context that was cut begins with a whole word behind an ellipsis."""
    return prefix if len(prefix) < CONTEXT else f"… {prefix.partition(' ')[2]}"


def _to_a_word(suffix: str) -> str:
    return suffix if len(suffix) < CONTEXT else f"{suffix.rpartition(' ')[0]} …"


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web: no other kind may be clicked."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("export", "."), autoescape=True, undefined=StrictUndefined, finalize=_finalize,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )
    environment.filters["date"] = wording.date
    return environment.get_template("report.html.jinja")


def _finalize(value: object) -> object:
    """Every text that reaches the page; what is ours and safe passes as it is."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return visible(value).translate(wording.TURNS)
    return "" if value is None else value


@cache
def _style() -> str:
    return Path(__file__).with_name("report.css").read_text(encoding="utf8")


def _sum(style: str) -> str:
    """The style's hash as a content security policy names it (CSP level 3)."""
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
