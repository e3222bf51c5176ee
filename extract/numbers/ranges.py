"""Figures that belong together: "10 to 15 million", "two or three", "thirty (30)", "one in three"."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from extract.numbers.digits import four_places
from extract.numbers.draft import Draft, draft
from extract.numbers.durations import same_unit
from extract.numbers.figure import Figure
from extract.numbers.lexicon import SPACE, Behind, alternation, words_file

DASH = re.compile(r"[^\S\n]?[-‐‑–—~][^\S\n]?")
TO = re.compile(rf"-?{SPACE}(?:to|through|thru|up{SPACE}to){SPACE}|-to-")
OR = re.compile(rf"-?{SPACE}or{SPACE}(?:even{SPACE}|perhaps{SPACE}|possibly{SPACE})?")
AND = re.compile(rf"-?{SPACE}and{SPACE}")
SHARE = re.compile(rf"{SPACE}(in|over|per|out{SPACE}of|in{SPACE}every|out{SPACE}of{SPACE}every){SPACE}")
OPENED = re.compile(rf"{SPACE}?[(\[]{SPACE}?")
CLOSED = re.compile(rf"(?:{SPACE}[a-zé]+){{0,4}}{SPACE}?[)\]]")
ENDED = re.compile(r"\s*(?:$|[.,;)])")
GLUED_BEFORE = re.compile(r"[\w/.][-‐‑–/.]$|[A-Za-z]$")
GLUED_BEHIND = re.compile(r"[-‐‑–/]\w|[A-Z]")
LEADING_ZERO = re.compile(r"0\d")  # 0800 is no amount
CARDINAL = ("digits", "words")
HUNDRED = Decimal(100)
NEAR = 24  # characters between figures that can be one number


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
    if new.low is None or last.low is None or new.core_start - last.end > NEAR:
        return False
    if last.form == new.form == "fraction":
        return last.exact and _range(text, last, new)
    if new.form not in CARDINAL or last.form not in CARDINAL:
        return False
    return _repeated(text, last, new) or (last.exact and (_range(text, last, new) or _share(text, last, new)))


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
    low, price = _shared_thousands(text, last, new) or _shared_scale(text, last, new), _shared_whole(text, last, new)
    if price is None and (LEADING_ZERO.match(text, new.start) or LEADING_ZERO.match(text, last.start)):
        return False
    high = price or new.high
    if high is None or not low < high or not _range_words(text, last, new):
        return False
    last.low, last.high, last.scale, last.rule = low, high, new.scale, "range"
    last.end, last.core_end = new.end, new.core_end
    return True


def _shared_scale(text: str, last: Draft, new: Draft) -> Decimal:
    """The lower figure; "10 to 15 million" means 10 million, "two to three hundred thousand" 200,000."""
    low, high = last.low or Decimal(0), new.high or Decimal(0)
    scale = new.scale
    if scale > HUNDRED and "hundred" in text[new.core_start:new.core_end].lower() and low < high / scale / HUNDRED:
        scale *= HUNDRED
    return low * scale if last.scale == 1 < scale and low < high / scale else low


def _shared_thousands(text: str, last: Draft, new: Draft) -> Decimal | None:
    """The 3,000 of "3-4,000"."""
    first, second = text[last.core_start:last.core_end], text[new.core_start:new.core_end]
    thousands, comma, rest = second.partition(",")
    if comma and rest == "000" and first.isdecimal() and len(first) <= len(thousands) < 4 and first[0] != "0":
        return Decimal(first) * 1000 if DASH.fullmatch(text, last.end, new.start) else None
    return None


def _shared_whole(text: str, last: Draft, new: Draft) -> Decimal | None:
    """The 104.36 of "104.35-36": prices that differ in their last decimals only."""
    whole, point, decimals = text[last.core_start:last.core_end].partition(".")
    second = text[new.core_start:new.core_end]
    shared = point and second.isdecimal() and len(second) == len(decimals) > 1 and decimals < second
    if not shared or not whole.replace(",", "").isdecimal() or not DASH.fullmatch(text, last.end, new.start):
        return None
    return Decimal(f"{whole.replace(',', '')}.{second}")


def _range_words(text: str, last: Draft, new: Draft) -> bool:
    """Whether what stands between two figures makes them a range; takes "between" into the first."""
    gap = (last.end, new.start)
    if DASH.fullmatch(text, *gap):
        return not _in_chain(text, last, new)
    if TO.fullmatch(text, *gap):
        return not (_changes().search(text[max(0, last.start - 80):last.start]) or _is_step(text, last, new))
    if AND.fullmatch(text, *gap):
        found = _between().match(text, last.start)
        if found:
            last.start = found[0]
        return found is not None
    return OR.fullmatch(text, *gap) is not None


@cache
def _between() -> Behind:
    return Behind(words_file("ranges")["between"]["before"])


@cache
def _changes() -> re.Pattern[str]:
    """ "rose from 12 to 19" names two figures, "from 12 to 19" behind no such word one range."""
    words = alternation(words_file("ranges")["changes"]["words"])
    return re.compile(rf"\b{words}\b[^.;]{{0,60}}\bfrom\s(?:[a-z]+\s){{0,2}}$", re.IGNORECASE)


def _is_step(text: str, last: Draft, new: Draft) -> bool:
    """ "rose 3% to 41%", "fell by 12 to 45.": by how much, and to what; "rose by 5 to 9 percent" is a range."""
    step = _stepping().search(text[max(0, last.start - 40):last.start])
    if step is None or new.scale > last.scale:
        return False
    return last.kind != "count" or (step[1] is not None and ENDED.match(text, new.end) is not None)


@cache
def _stepping() -> re.Pattern[str]:
    """The word of a change right before a figure, and whether "by" stands between."""
    words = alternation(words_file("ranges")["changes"]["words"])
    more = r"(?:(?:a\sfurther|another|about)\s)?"
    return re.compile(rf"\b{words}\s(?:[a-z]+ly\s)?(?:(by)\s)?{more}$", re.IGNORECASE)


def _in_chain(text: str, last: Draft, new: Draft) -> bool:
    """555-123-4567, 12-A-7 and 1995-01 are no ranges."""
    if new.start - last.end != 1:
        return False
    before, behind = text[max(0, last.start - 2):last.start], text[new.end:new.end + 2]
    return bool(GLUED_BEFORE.search(before) or GLUED_BEHIND.match(behind)) or text[new.start] == "0"


def _share(text: str, last: Draft, new: Draft) -> bool:
    """ "one in three", "nine out of ten", "22 per 1,000": a ratio."""
    found = SHARE.fullmatch(text, last.end, new.start)
    if not found or last.low is None or new.low is None or not 0 < abs(last.low) < new.low or last.scale > 1:
        return False
    if not _is_share(text, last, new, found[1].lower()):
        return False
    last.low = last.high = four_places(last.low / new.low)
    last.end = last.core_end = new.end
    last.kind, last.form, last.rule = "ratio", "fraction", "share"
    return True


def _is_share(text: str, last: Draft, new: Draft, word: str) -> bool:
    if word == "over":
        return bool(ENDED.match(text, new.end))
    if word == "per":
        return new.low in words_file("ranges")["share"]["rates"]
    if new.low in words_file("ranges")["share"]["wholes"] or "every" in word:
        return True
    in_words = "words" in (last.form, new.form)
    return (last.low in (1, -1) and in_words) or ("out" in word and new.scale > 1)


def join_units(text: str, last: Draft, new: Draft) -> bool:
    """ "eight years to ten years", "$10 to $15 million", "between 5 % and 9 %", "eight years to life"."""
    if last.kind not in ("duration", "money", "percent") or last.kind != new.kind or not last.exact:
        return False
    if new.form == "life":
        return _to_life(text, last, new)
    if not new.exact or new.start - last.end > NEAR or not _range_words(text, last, new) or not same_unit(last, new):
        return False
    low = _shared_scale(text, last, new)
    if new.high is None or not low < new.high:
        return False
    last.low, last.high, last.end, last.core_end, last.rule = low, new.high, new.end, new.core_end, "range"
    return True


def _to_life(text: str, last: Draft, new: Draft) -> bool:
    if not _range_words(text, last, new):
        return False
    last.high, last.end, last.core_end, last.rule = None, new.end, new.core_end, "range-to-life"
    return True
