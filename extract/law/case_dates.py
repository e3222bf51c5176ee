"""The dates that a decision says of itself: heard, decided, final."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from models.mention import DateValue, Mention
from models.rules import load

_KINDS = ("other", "heard", "final", "decided", "perhaps")  # of labels, in models/law/decisions.toml
_GLUED_DAY = re.compile(r"[A-Za-z](\d{1,2})(?:st|nd|rd|th)?\s\Z")
_LABEL_REACH = 27  # characters between the end of a label and its date
_CLOSING = 1_000  # characters at the end in which place and date of a signed decision stand


def case_dates(text: str, head: Iterable[Mention], mentions: Sequence[Mention]) -> Mapping[str, tuple[date, ...]]:
    """The days by what leads up to them: `decided`, `heard`, `final`; `decided` is one day.

    It is the one behind "decided", "date of judgment" or the like; else behind "date", else the first on its own line,
    else the one that closes the decision below its signatures.
    """
    found: dict[str, list[date]] = {}
    for mention in head:
        day = _day(text, mention) if mention.label == "DATE" else None
        if day:
            label = _label(text[max(0, mention.start - 60):mention.start])
            if label is None and not text[text.rfind("\n", 0, mention.start) + 1:mention.start].strip():
                label = "alone"
            found.setdefault(label or "none", []).append(day)
        elif _label(text[max(0, mention.start - 60):mention.start]) == "heard":
            found.setdefault("heard", []).extend(_ends(mention))
    decided = found.get("decided") or found.get("perhaps") or found.get("alone") or _closing(text, mentions)
    return {"decided": tuple(decided[:1])} | {kind: tuple(found.get(kind, ())) for kind in ("heard", "final")}


def _closing(text: str, mentions: Sequence[Mention]) -> list[date]:
    """The last day of the text, behind its label or with nothing but a place before it on the last line."""
    for mention in reversed(mentions):
        if mention.start < len(text) - _CLOSING:
            return []
        before = text[text.rfind("\n", 0, mention.start) + 1:mention.start]
        last = len(before) < 30 and not text[mention.end:].strip(" .\n]")
        if mention.label == "DATE" and (last or (len(before) < 20 and _label(before) in ("decided", "perhaps"))):
            day = _day(text, mention)
            return [day] if day else []
    return []


@cache
def _labels() -> re.Pattern[str]:
    parts = load("law/decisions")["parts"]
    words = {kind: "|".join(sorted(parts[kind], key=len, reverse=True)) for kind in _KINDS}
    kinds = "|".join(f"(?P<{kind}>{choices})" for kind, choices in words.items())
    return re.compile(rf"(?i)\b(?:{kinds})(?![a-z]{{2}})")


def _label(before: str) -> str | None:
    """The kind of the last label that leads up to a date, on its line or on the line before."""
    last = next(reversed(list(_labels().finditer(before))), None)
    if last is None or len(before) - last.end() > _LABEL_REACH or "\n" in before[last.end():].rstrip():
        return None
    return last.lastgroup


def _ends(mention: Mention) -> list[date]:
    """The first and the last day of "24 and 25 March 2031"; a range of anything else has none."""
    if mention.label != "DATE" or not isinstance(mention.value, DateValue) or mention.value.edtf.count("/") != 1:
        return []
    try:
        return [date.fromisoformat(end) for end in mention.value.edtf.split("/")]
    except ValueError:
        return []


def _day(text: str, mention: Mention) -> date | None:
    """The mention's day; the number of a day that is glued to its label ("GIVEN ON9 May 2021") is read with it."""
    value = mention.value
    if not isinstance(value, DateValue):
        return None
    written = value.edtf.strip("~?%")
    if value.precision == "month" and (glued := _GLUED_DAY.search(text, max(0, mention.start - 12), mention.start)):
        written = f"{written}-{int(glued[1]):02}"
    elif value.precision != "day":
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
