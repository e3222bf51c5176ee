"""A fact in words, as a reader expects them."""

import re
from decimal import Decimal

from export.fact import Record

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")
DAY = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?(~)?")
# marks that turn the direction of what follows (Unicode Annex 9): shown by name, so that no figure reads backwards
TURNS = {
    code: f"[{name}]" for code, name in {
        0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO", 0x202E: "RLO",
        0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI",
    }.items()
}


def event(name: str) -> str:
    """The event's name for a heading."""
    return name.replace("_", " ").capitalize()


def title(record: Record) -> str:
    """The fact in one line: "at least 23 civilians, killed, Belora", "9 fishermen, killed (denied)"."""
    words = f"{quantity(record)} {record['counted']}, {event(record['event']).lower()}"
    return words + (f", {record['place']}" if record["place"] else "") + standing(record)


def standing(record: Record) -> str:
    """How the source puts it, where that is more than stating it: a denied fact must never stand alone."""
    return "" if record["status"] == "stated" else f" ({record['status']})"


def quantity(record: Record) -> str:
    """The figures with their bounds: "at least 23", "12 to 20", "about 40"; the word where there are none."""
    words = record["vague"] or _figures(record["value_min"], record["value_max"], record)
    if record["approximate"]:
        words = f"about {words}"
    unit = record["unit"]
    return " ".join(word for word in (words, unit if unit != words else "") if word) or record["value_raw"]


def date(edtf: str) -> str:
    """A date as people write it: "4 May 2021", "about May 2021", "2019 to 2021"; another EDTF as it is."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return _day(start) or edtf
    first, last = _day(start), _day(end)
    if start in ("", ".."):
        return f"up to {last}" if last else edtf
    if end in ("", ".."):
        return f"from {first}" if first else edtf
    return f"{first} to {last}" if first and last else edtf


def _day(edtf: str) -> str | None:
    found = DAY.fullmatch(edtf)
    if found is None:
        return None
    year, month, day, about = found.groups()
    words = [str(int(day))] if day else []
    words += [MONTHS[int(month) - 1]] if month else []
    return ("about " if about else "") + " ".join([*words, year])


def _figures(low: str | None, high: str | None, record: Record) -> str:
    if low is not None and high is not None:
        return _figure(low) if low == high else f"{_figure(low)} to {_figure(high)}"
    if low is not None:
        return f"{'more than' if record['value_min_open'] else 'at least'} {_figure(low)}"
    if high is not None:
        return f"{'fewer than' if record['value_max_open'] else 'up to'} {_figure(high)}"
    return ""


def _figure(text: str) -> str:
    return f"{Decimal(text):,f}"
