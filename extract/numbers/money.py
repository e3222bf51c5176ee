"""Amounts of money: signs and codes before or behind a figure, names behind it."""

import re
from decimal import Decimal
from functools import cache

from extract.numbers.draft import Draft
from extract.numbers.lexicon import LETTER, SPACE, alternation, values, words_file

ADJOINED = re.compile(r"[^\S\n]{0,2}|[^\S\n]*\n[^\S\n]*")
GLUED_AMOUNT = re.compile(r"\d+(?:,\d{3})+|\d+\.\d+|\d{3,}|\d+(?:bn|m|k|\s?(?:million|billion|trillion))")
THOUSANDS = re.compile(r"\d{1,3}\.\d{3}")
INDIAN_TAIL = re.compile(r"/?[\u00ad]?-(?![\w])|/\u00ad?-|/=")


@cache
def _behind() -> tuple[re.Pattern[str], dict[str, str]]:
    """Signs before a figure, read from right to left; upper and lower case told apart."""
    signs = {sign: row["code"] for row in words_file("money")["currency"] for sign in row.get("signs", [])}
    pattern = alternation(sign[::-1] for sign in signs)
    return re.compile(rf"[\s-]{{0,2}}({pattern})(?![{LETTER}\d])"), signs


@cache
def _glued() -> dict[str, str]:
    return {sign: row["code"] for row in words_file("money")["currency"] for sign in row.get("glued", [])}


@cache
def _ahead() -> tuple[re.Pattern[str], dict[str, tuple[str | None, Decimal]]]:
    """Names and signs behind a figure -> (code, size of one)."""
    names: dict[str, tuple[str | None, Decimal]] = {}
    hundredth = Decimal("0.01")
    for word in words_file("money")["shared"]["names"]:
        names[word] = (None, Decimal(1))
    for word in words_file("money")["shared"]["hundredths"]:
        names[word] = (None, hundredth)
    for row in reversed(words_file("money")["currency"]):
        names |= {word.lower(): (row["code"], Decimal(1)) for word in (*row.get("signs", []), *row["names"]) if len(word) > 1 or not word.isalpha()}
        names |= dict.fromkeys(row.get("hundredths", []), (row["code"], hundredth))
    return re.compile(rf"[\s-]{{0,2}}({alternation(names)})(?![{LETTER}\d])", re.IGNORECASE), names


def money(text: str, new: Draft, limit: int) -> bool:
    """Whether the figure is an amount; its code, scale and span are then set. No sign is taken from before `limit`."""
    if new.form not in ("digits", "words", "fraction", "vague") or (text[new.end:new.end + 1] == "/" and text[new.end + 1:new.end + 2].isdigit()):
        return False
    return _sign_before(text, new, limit) or _name_behind(text, new)


def _sign_before(text: str, new: Draft, limit: int) -> bool:
    pattern, signs = _behind()
    found = pattern.match(text[max(limit, new.start - 24):new.start][::-1]) if new.form == "digits" else None
    if found:
        sign = " ".join(found[1][::-1].split())
        _priced(text, new, signs.get(sign) or signs[found[1][::-1]], new.start - found.end())
        return True
    code = _glued().get(text[new.start - 1:new.start]) if new.start else None
    if code and not text[max(0, new.start - 2):new.start - 1].isalnum() and GLUED_AMOUNT.match(text, new.start):
        _priced(text, new, code, new.start - 1)
        return True
    return False


def _priced(text: str, new: Draft, code: str | None, start: int) -> None:
    new.start, new.unit, new.kind, new.label, new.rule = start, code, "money", "MONEY", "money"
    if suffix := _suffix().match(text, new.end):
        _scaled(new, values("money-suffixes")[suffix[1]])
        new.end = new.core_end = suffix.end()
    elif THOUSANDS.fullmatch(text, new.core_start, new.core_end):
        _scaled(new, Decimal(1000))  # no price has three decimals: the point groups thousands
    if (tail := INDIAN_TAIL.match(text, new.end)) and code in ("INR", "PKR", "BDT", "LKR", "NPR", "KES", "UGX", "TZS"):
        new.end = tail.end()


@cache
def _suffix() -> re.Pattern[str]:
    return re.compile(rf"[^\S\n]?({alternation(values('money-suffixes'))})(?![{LETTER}\d])")


def _scaled(new: Draft, scale: Decimal) -> None:
    new.low = None if new.low is None else new.low * scale
    new.high = None if new.high is None else new.high * scale
    new.scale = scale


def _name_behind(text: str, new: Draft) -> bool:
    pattern, names = _ahead()
    found = pattern.match(text, new.end)
    if not found:
        return False
    word = " ".join(found[1].lower().split())
    if word in ("c", "p"):
        return False
    if len(word) <= 4 and word.isalpha() and found[1].islower() and word in ("p", "c", "won", "real", "all", "som", "lei", "try", "rm", "km", "da", "dm", "ft", "re", "mk"):
        if not (word in ("p", "c") and new.form == "digits" and found.start(1) == new.end):
            return False
    code, size = names[word]
    _scaled_exact(new, size)
    new.end, new.unit, new.kind, new.label, new.rule = found.end(), code, "money", "MONEY", "money"
    return True


def _scaled_exact(new: Draft, size: Decimal) -> None:
    if size != 1:
        new.low = None if new.low is None else new.low * size
        new.high = None if new.high is None else new.high * size


def merge_money(text: str, last: Draft, new: Draft) -> bool:
    """ "three dollars and forty cents": one amount."""
    if last.kind != "money" or new.kind != "money" or not last.exact or not new.exact or new.low is None or new.low >= 1:
        return False
    if new.unit not in (None, last.unit) and not text[new.start:new.end].lower().endswith(("cents", "cent", "pence")):
        return False
    if not re.fullmatch(rf",?(?:{SPACE}and)?{SPACE}", text[last.end:new.start]) or last.low is None or last.low % 1:
        return False
    last.low = last.high = last.low + new.low
    last.end, last.core_end = new.end, new.core_end
    return True
