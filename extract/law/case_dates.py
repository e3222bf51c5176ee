"""The dates that a decision says of itself: heard, decided, final."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from models.mention import DateValue, Mention
from models.rules import load

_KINDS = ("other", "heard", "final", "decided", "perhaps")  # of labels, in models/law/decisions.toml
_GLUED_DAY = re.compile(r"[A-Za-z](\d{1,2})(?:st|nd|rd|th)?\s\Z")
_CITED = re.compile(r"\d(?:\s\([A-Za-z]+\))?\s\(\Z")  # "[2023] ZAGPJHC 45 (28 April 2023)"
# a table of two columns read line by line: its labels, and below them "On 3 May 2021", "On 9 June 2021"
_COLUMNS = re.compile(
    r"^(?P<labels>[^\n]{0,60}\b(?i:heard|promulgated|issued|at\sthe\stribunal)\b[^\n]{0,80}\n(?:[\s|]*[^\n]{0,60}\b(?i:promulgated|issued)\b[^\n]{0,40}\n)?)"
    r"[\s|]*(?=On\s)(?P<days>(?:[\s|]*(?:On\s|\d)[^\n]{6,60}(?:\n|\Z)){1,3})",
    re.MULTILINE,
)
_LABEL_REACH = 27  # characters between the end of a label and its date
_CLOSING = 1_000  # characters at the end in which place and date of a signed decision stand


def case_dates(text: str, head: Iterable[Mention], mentions: Sequence[Mention]) -> Mapping[str, tuple[date, ...]]:
    """The days by what leads up to them: `decided`, `heard`, `final`; `decided` is one day.

    It is the one behind "decided", "date of judgment" or the like; else in brackets behind the citation, else behind
    "date", else the first on its own line, else the one that closes the decision below its signatures.
    """
    found: dict[str, list[date]] = {}
    head = list(head)
    columns = _columns(text, head)
    for mention in head:
        day = _day(text, mention) if mention.label == "DATE" else None
        if day:
            label = columns.get(mention.start) or _label(text[max(0, mention.start - 60):mention.start])
            if label is None and _CITED.search(text, max(0, mention.start - 14), mention.start):
                label = "cited"
            if label is None and not text[text.rfind("\n", 0, mention.start) + 1:mention.start].strip():
                label = "alone"
            found.setdefault(label or "none", []).append(day)
        elif _label(text[max(0, mention.start - 60):mention.start]) == "heard":
            found.setdefault("heard", []).extend(_ends(mention))
    told = (found[label] for label in ("decided", "cited", "perhaps", "alone") if label in found)
    decided = next(told, None) or _closing(text, mentions)
    return {"decided": tuple(decided[:1])} | {kind: tuple(found.get(kind, ())) for kind in ("heard", "final")}


def _columns(text: str, head: Sequence[Mention]) -> Mapping[int, str]:
    """The labels of the days that stand in columns, by where each day begins."""
    found: dict[int, str] = {}
    for table in _COLUMNS.finditer(text, 0, head[-1].end if head else 0):
        labels = (label.lastgroup or "" for label in _labels().finditer(table["labels"]))
        lines = (line for line in re.finditer(r"[^\n]+", table["days"]) if line[0].strip(" |"))
        for label, line in zip(labels, lines, strict=False):
            start, end = (table.start("days") + at for at in line.span())
            found |= {mention.start: label for mention in head if start <= mention.start < end}
    return found


def _closing(text: str, mentions: Sequence[Mention]) -> list[date]:
    """The last day of the text, behind its label or with nothing but a place before it on the last line."""
    for mention in reversed(mentions):
        if mention.start < len(text) - _CLOSING:
            return []
        before = text[text.rfind("\n", 0, mention.start) + 1:mention.start]
        last = len(before) < 30 and not text[mention.end:].strip(" .\n]")
        if mention.label == "DATE" and (last or _only_labelled(text, before, mention.end)):
            day = _day(text, mention)
            return [day] if day else []
    return []


def _only_labelled(text: str, before: str, end: int) -> bool:
    """Whether the line says nothing but a label and the day: no line of a sentence that goes on."""
    label = _labels().match(before.strip()) if len(before) < 20 else None
    behind = text[end:].partition("\n")[0]
    return bool(label and label.lastgroup in ("decided", "perhaps") and not behind.strip(" .]"))


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
