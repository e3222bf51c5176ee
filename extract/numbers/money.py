"""Amounts of money: signs and codes before or behind a figure, names behind it."""

import re
from decimal import Decimal
from functools import cache

from extract.numbers.draft import Draft
from extract.numbers.lexicon import LETTER, SPACE, alternation, values, words_file
from extract.numbers.whole import is_whole

GLUED_AMOUNT = re.compile(r"\d+(?:,\d{3})+|\d+\.\d+|\d{3,}|\d+(?:bn|m|k|\s?(?:million|billion|trillion))")
THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
RUPEE_TAIL = re.compile(r"/\u00ad?-(?!\w)|/=")  # Rs. 300/-
REPORT_NUMBER = re.compile(r"/\d")  # EUR 27/001 is the index of a report
MONEY_AND = re.compile(rf",?(?:{SPACE}and)?{SPACE}")
BARE_HUNDREDTHS = re.compile(r"([cp¢]?)(?=\s*(?:[.,;:)!?]\s|[.;:)!?]?$))")  # at the end of a clause
FIGURE_AHEAD = re.compile(r"[^\S\n]?\d")
LARGE = Decimal(1000)  # "two marks" are signs, "441 marks" grades
MILLION = Decimal(1_000_000)
HUNDREDTH = Decimal("0.01")
FORMS = ("digits", "words", "fraction", "vague", "article")


@cache
def _before() -> tuple[re.Pattern[str], dict[str, str | None]]:
    """Signs before a figure, read from right to left; upper and lower case told apart."""
    signs: dict[str, str | None] = dict.fromkeys(words_file("money")["shared"]["signs"])
    signs |= {sign: row["code"] for row in words_file("money")["currency"] for sign in row.get("signs", [])}
    tree = alternation(sign[::-1] for sign in signs)
    return re.compile(rf"[\s-]{{0,2}}({tree})(?![{LETTER}\d])"), signs


@cache
def _codes() -> frozenset[str]:
    return frozenset(row["code"] for row in words_file("money")["currency"])


@cache
def _glued() -> dict[str, str]:
    return {sign: row["code"] for row in words_file("money")["currency"] for sign in row.get("glued", [])}


@cache
def _behind() -> tuple[re.Pattern[str], dict[str, tuple[str | None, Decimal]]]:
    """Names and signs behind a figure -> (code, size of one)."""
    money_words = words_file("money")
    names: dict[str, tuple[str | None, Decimal]] = dict.fromkeys(money_words["shared"]["names"], (None, Decimal(1)))
    names |= dict.fromkeys(money_words["shared"]["hundredths"], (None, HUNDREDTH))
    for row in reversed(money_words["currency"]):
        signs = {sign.lower() for sign in row.get("signs", [])} - set(money_words["shared"]["words-too"])
        names |= dict.fromkeys((*signs, *row["names"]), (row["code"], Decimal(1)))
        names |= dict.fromkeys(row.get("hundredths", []), (row["code"], HUNDREDTH))
    plain = set(money_words["shared"]["words-too"])
    codes = [row["code"] for row in money_words["currency"] if row["code"].lower() not in plain]
    names |= {f"m{code.lower()}": (code, MILLION) for code in codes}  # 120 MEUR
    scale = rf"(?:[^\S\n]?({alternation(values('money-suffixes'))})(?=[\s€£$]))?"
    return re.compile(rf"{scale}[\s-]{{0,2}}({alternation(names)})(?![{LETTER}\d])", re.IGNORECASE), names


def money(text: str, new: Draft, limit: int) -> bool:
    """Whether the figure is an amount; code, value and span are then set. No sign is taken from before `limit`."""
    if new.form not in FORMS or REPORT_NUMBER.match(text, new.end):
        return False
    return _sign_before(text, new, limit) or _name_behind(text, new)


def _sign_before(text: str, new: Draft, limit: int) -> bool:
    if new.form != "digits":
        return False
    pattern, signs = _before()
    if found := pattern.match(text[max(limit, new.start - 24):new.start][::-1]):
        _amount(text, new, signs[re.sub(r"\s+", " ", found[1][::-1])], new.start - found.end())
        return True
    code = _glued().get(text[new.start - 1:new.start]) if new.start else None
    if code is None or text[max(0, new.start - 2):new.start - 1].isalnum() or not GLUED_AMOUNT.match(text, new.start):
        return False
    _amount(text, new, code, new.start - 1)
    return True


def _amount(text: str, new: Draft, code: str | None, start: int) -> None:
    new.start, new.unit, new.kind, new.label, new.rule = start, code, "money", "MONEY", "money"
    if suffix := _suffix().match(text, new.end):
        new.scale = _suffix_scales()[suffix[1]]
        _multiply(new, new.scale)
        new.end = new.core_end = suffix.end()
    elif code in words_file("money")["grouping"]["point"] and THOUSANDS.fullmatch(text, new.core_start, new.core_end):
        _multiply(new, Decimal(1000))
    if tail := RUPEE_TAIL.match(text, new.end):
        new.end = tail.end()


@cache
def _suffix() -> re.Pattern[str]:
    return re.compile(rf"[^\S\n]?({alternation(_suffix_scales())})(?![{LETTER}\d])")


@cache
def _suffix_scales() -> dict[str, Decimal]:
    return {**values("money-suffixes"), **values("sign-suffixes")}


def _multiply(new: Draft, size: Decimal) -> None:
    new.low = None if new.low is None else new.low * size
    new.high = None if new.high is None else new.high * size


def _name_behind(text: str, new: Draft) -> bool:
    pattern, names = _behind()
    found = pattern.match(text, new.end)
    if not found:
        return False
    name = " ".join(found[2].lower().split())
    if _of_the_next(text, found) or (name in words_file("money")["shared"]["large-only"] and not _is_large(new)):
        return False
    code, size = names[name]
    scale = values("money-suffixes")[found[1].lower()] if found[1] else Decimal(1)  # 30m euros
    if size * scale != 1:
        _multiply(new, size * scale)
    new.scale = max(new.scale, scale)
    new.end, new.unit, new.kind, new.label, new.rule = found.end(), code, "money", "MONEY", "money"
    return True


def _of_the_next(text: str, found: re.Match[str]) -> bool:
    """A code in the next line or cell that a figure follows is that figure's: "6 hours\nEUR 900"."""
    return "\n" in text[found.start():found.start(2)] and FIGURE_AHEAD.match(text, found.end()) is not None


def _is_large(new: Draft) -> bool:
    return new.scale > 1 or (new.low or new.high or Decimal(0)) >= LARGE


def merge_money(text: str, last: Draft, new: Draft) -> bool:
    """ "three dollars and forty cents", "20 dollars 43": one amount."""
    if last.kind != "money" or not last.exact or not new.exact or last.low is None or not is_whole(last.low):
        return False
    if not MONEY_AND.fullmatch(text, last.end, new.start):
        return False
    part, end = (new.low, new.end) if new.kind == "money" else _bare_hundredths(text, last, new)
    if part is None or part >= 1:
        return False
    last.low = last.high = last.low + part
    last.end = last.core_end = end
    return True


def _bare_hundredths(text: str, last: Draft, new: Draft) -> tuple[Decimal | None, int]:
    """The 43 of "20 dollars 43" and the 20 of "£5 and 20p": what they add, and where they end."""
    coded = text[last.core_end:last.end].strip().upper() in _codes()  # "RMB 10 USD 20" names two amounts
    found = BARE_HUNDREDTHS.match(text, new.end) if new.form in ("digits", "words") and new.scale == 1 else None
    if coded or not found or new.kind != "count" or new.fate is not None or new.low is None or not is_whole(new.low):
        return None, new.end
    return new.low * HUNDREDTH, found.end(1)
