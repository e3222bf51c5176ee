"""One mark's fields -> the expectation that they state. Each reader raises ValueError with a clear sentence."""

import re
from collections.abc import Iterable
from typing import Any, cast, get_args

from factledger.gold.shapes import GoldClaim, GoldMention, GoldNothing
from factledger.gold.values import parse_value
from models import DateValue
from models.vocabulary import Event, Fate, Label, Modifier, Precision, Status

STATUSES = frozenset(get_args(Status))
LABELS = frozenset(get_args(Label))
EVENTS = frozenset(get_args(Event))
FATES = frozenset(get_args(Fate))
SLOTS = {"when": "happened", "asof": "as_of", "place": "place", "whole": "whole",
         "id": "identity", "of": "part_of"}
LISTS = {"via": "chain", "charges": "charges"}
EDTF = re.compile(r"[\d.X/~-]*\d[\d.X/~-]*|vague")


def read_nothing(fields: list[str], start: int, end: int, line: int) -> GoldNothing:
    """`12|nothing weapon`, `4|nothing designator/name`"""
    fates = _choices(fields[1].removeprefix("nothing"), FATES, "fate of a number")
    return GoldNothing(start, end, fields[0], line, cast(tuple[Fate, ...], fates))


def read_claim(fields: list[str], start: int, end: int, line: int) -> GoldClaim:
    """`at least 10|killed/attacked 10+|people|alleged|by=Harbour Watch|charges=murder; arson`"""
    words, meaning, *rest = fields
    names, _, notation = meaning.partition(" ")
    events = _choices(names, EVENTS, "event")
    quantity, kind = parse_value(notation, words)
    zero = quantity.low == 0 and quantity.high == 0
    return GoldClaim(start, end, words, line, cast(tuple[Event, ...], events), quantity, kind,
                     "none" if zero else "affirmed", **_slots(rest))


def _choices(words: str, known: frozenset[str], what: str) -> tuple[str, ...]:
    """The alternatives of `killed/attacked`, each of which has to be known."""
    choices = tuple(word for word in words.strip().split("/") if word)
    if unknown := [word for word in choices if word not in known]:
        raise ValueError(f"{unknown[0]!r} is no {what}")
    return choices


def _slots(fields: Iterable[str]) -> dict[str, Any]:
    slots: dict[str, Any] = {"statuses": ("stated",)}
    for item in fields:
        key, equals, value = (part.strip() for part in item.partition("="))
        if equals and key == "by":
            slots["sources"] = tuple(value.split("/"))
        elif equals and key in SLOTS:
            slots[SLOTS[key]] = value
        elif equals and key in LISTS:
            slots[LISTS[key]] = tuple(part.strip() for part in value.split(";"))
        elif equals:
            raise ValueError(f"{key!r} is no slot; there are by, {', '.join([*SLOTS, *LISTS])}")
        elif item and STATUSES.issuperset(item.split("/")):
            slots["statuses"] = tuple(item.split("/"))
        elif item == "optional":
            slots["optional"] = True
        elif "counted" in slots:
            raise ValueError(f"{item!r} stands where a slot (key=value), a status or 'optional' is expected")
        else:
            slots["counted"] = item or None
    return slots


def read_mention(fields: list[str], start: int, end: int) -> GoldMention:
    """`Sarn Court|COURT`, `Sarn Court|COURT|Sarn Regional Court`, `early August|2022-08 early`, `recently|vague`"""
    optional, meaning = fields[1].endswith("?"), fields[1].rstrip("?")
    if meaning in LABELS:
        canonical = fields[2] if len(fields) > 2 else fields[0]
        return GoldMention(cast(Label, meaning), start, end, fields[0], canonical, optional=optional)
    edtf, _, modifier = meaning.partition(" ")
    if not EDTF.fullmatch(edtf) or modifier not in ("", *get_args(Modifier)):
        raise ValueError(f"{meaning!r} is neither a label nor an EDTF date")
    value = DateValue(edtf, _precision(edtf), cast(Modifier | None, modifier or None))
    return GoldMention("DATE", start, end, fields[0], edtf, value, optional or edtf == "vague")


def _precision(edtf: str) -> Precision:
    if edtf == "vague":
        return "vague"
    size = max(len(part.strip("~.")) for part in edtf.split("/"))
    return "day" if size >= 10 else "month" if size >= 7 else "decade" if "X" in edtf else "year"
