"""Figures that belong together: "10 to 15 million", "two or three", "thirty (30)", "one in three"."""

import re
from collections.abc import Iterable
from decimal import Decimal

from extract.numbers.digits import four_places
from extract.numbers.draft import Draft, draft
from extract.numbers.figure import Figure
from extract.numbers.lexicon import SPACE, Behind
from extract.numbers.units import same_unit

TO = re.compile(rf"[^\S\n]?[-‐‑–—~][^\S\n]?|{SPACE}(?:to|through|up{SPACE}to){SPACE}|-to-")
OR = re.compile(rf"{SPACE}or{SPACE}(?:even{SPACE}|perhaps{SPACE}|possibly{SPACE})?")
AND = re.compile(rf"{SPACE}and{SPACE}")
SHARE = re.compile(rf"{SPACE}(in|over|out{SPACE}of|in{SPACE}every|out{SPACE}of{SPACE}every){SPACE}")
OPENED = re.compile(rf"{SPACE}?[(\[]{SPACE}?")
CLOSED = re.compile(rf"(?:{SPACE}[a-zé]+){{0,4}}{SPACE}?[)\]]")
ENDED = re.compile(r"\s*(?:$|[.,;)])")
BETWEEN = Behind(["between", "from between", "anywhere between", "somewhere between", "between about", "between around", "between an estimated",
                  "between some", "anything between"])
FROM = Behind(["from"])
CHANGED = re.compile(
    r"\b(?:r[oi]se|rose|risen|rising|fell|fall|fallen|falling|drop\w*|increas\w+|decreas\w+|declin\w+|grew|grow\w*|climb\w*|jump\w*|"
    r"cut|reduc\w+|up|down|went|gone|surg\w+|doubl\w+|soar\w*|plung\w*|plummet\w*|shrank|shrunk|shrink\w*|rais\w+|lower\w*|chang\w+|commut\w+|"
    r"extend\w*|dwindl\w*|slip\w*|swell\w*|swollen|expand\w*|halv\w+|leap\w*|leapt|spik\w+|amend\w*|slash\w*|mov\w+)\b[^.;]{0,60}$", re.IGNORECASE)
WHOLES = frozenset(Decimal(n) for n in (3, 4, 5, 6, 8, 10, 20, 100, 1000, 10000, 100000, 1000000))
CARDINAL = ("digits", "words")


def combine(text: str, figures: Iterable[Figure]) -> list[Draft]:
    """One draft for each figure, or for two or more that make one number."""
    drafts: list[Draft] = []
    for figure in figures:
        new = draft(figure)
        if not drafts or not _joined(text, drafts[-1], new):
            drafts.append(new)
    return drafts


def _joined(text: str, last: Draft, new: Draft) -> bool:
    """Whether `new` was taken into `last`."""
    if new.low is None or last.low is None or new.core_start - last.end > 24:
        return False
    if not last.exact and last.form != "words":
        return _repeated(text, last, new)
    if new.form not in CARDINAL or last.form not in CARDINAL:
        return False
    return _repeated(text, last, new) or _range(text, last, new) or _share(text, last, new)


def _repeated(text: str, last: Draft, new: Draft) -> bool:
    """ "thirty (30)": the same figure again in brackets, in words or digits."""
    if last.form == new.form or (new.low, new.high) != (last.low, last.high):
        return False
    close = CLOSED.match(text, new.end)
    if not close or not OPENED.fullmatch(text, last.end, new.start):
        return False
    last.end, last.rule = close.end(), "figure-repeated"
    return True


def _range(text: str, last: Draft, new: Draft) -> bool:
    low, high = last.low, new.high
    if low is None or high is None or not last.exact:
        return False
    if last.scale == 1 and new.scale > 1 and low < high / new.scale:
        shared = low * new.scale
    else:
        shared = low
    if not shared < high or not _range_words(text, last, new):
        return False
    last.low, last.high, last.end, last.core_end, last.scale, last.rule = shared, high, new.end, new.core_end, new.scale, "range"
    return True


def _range_words(text: str, last: Draft, new: Draft) -> bool:
    gap = (last.end, new.start)
    if TO.fullmatch(text, *gap):
        return not _in_chain(text, last, new) and not ("to" in text[last.end:new.start] and _changed(text, last))
    if AND.fullmatch(text, *gap):
        found = BETWEEN.match(text, last.start)
        if found:
            last.start = found[0]
        return found is not None
    return OR.fullmatch(text, *gap) is not None


def _in_chain(text: str, last: Draft, new: Draft) -> bool:
    """555-123-4567, 12-A-7 and 1995-01 are no ranges."""
    glued = text[last.end:new.start].strip() == text[last.end:new.start] and new.start - last.end == 1
    before, after = text[max(0, last.start - 2):last.start], text[new.end:new.end + 2]
    return glued and (bool(re.search(r"[\w/.][-‐‑–/.]$|[A-Za-z]$", before)) or bool(re.match(r"[-‐‑–/]\w|[A-Z]", after))
                      or text[new.start] == "0")


def _changed(text: str, last: Draft) -> bool:
    """ "rose from 12 to 19" names two figures, "from 12 to 19" behind no such word one range."""
    return bool(CHANGED.search(text[max(0, last.start - 80):last.start]))


def _share(text: str, last: Draft, new: Draft) -> bool:
    """ "one in three", "nine out of ten": a ratio. "18 out of 27 officers" is two counts."""
    if not last.exact or last.low is None or new.low is None or not 0 < abs(last.low) < new.low or last.scale > 1:
        return False
    found = SHARE.fullmatch(text, last.end, new.start)
    if not found or (new.low not in WHOLES and not ((abs(last.low) == 1 and "words" in (last.form, new.form)) or "every" in found[1] or ("out" in found[1] and new.scale > 1))):
        return False
    if found[1].lower() == "over" and not ENDED.match(text, new.end):
        return False
    last.low = last.high = four_places(last.low / new.low)
    last.end = last.core_end = new.end
    last.kind, last.form, last.rule = "ratio", "fraction", "share"
    return True


def join_units(text: str, last: Draft, new: Draft) -> bool:
    """ "eight years to ten years", "$10 to $15 million", "between 5 % and 9 %", "10 to 15 days"."""
    if new.form == "life" and last.kind == "duration" and last.exact and _range_words(text, last, new):
        last.high, last.end, last.core_end, last.rule = None, new.end, new.core_end, "range-to-life"
        return True
    if last.kind != new.kind or last.kind not in ("duration", "money", "percent") or not last.exact or not new.exact:
        return False
    if last.low is None or new.high is None or new.start - last.end > 8 or not _range_words(text, last, new):
        return False
    if last.unit != new.unit and not same_unit(last, new):
        return False
    low = last.low * new.scale if last.scale == 1 < new.scale and last.low < new.high / new.scale else last.low
    if not low < new.high:
        return False
    last.low, last.high, last.end, last.core_end, last.rule = low, new.high, new.end, new.core_end, "range"
    return True
