"""Figures in digits: 1,234 · 4,59,330 · 1 234 567,50 · 1.234.567 · .25 · 3/4 · 2½ -> Decimal."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Context, Decimal

# Each part with what it reads; the first that fits counts.
PARTS = {
    "slash": r"(?<![\d/.,])\d{1,3}/[1-9]\d{0,2}(?![\d/]|[.,]\d)",  # 3/4
    # 1 234 567,50
    "spaced": r"\d{1,3}(?:(?P<gap>[ \u00a0\u2009\u202f])\d{3})(?:(?P=gap)\d{3})*(?:[.,]\d+)?(?!\d|(?P=gap)\d)",
    "indian": r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?![\d]|,\d)",  # 4,59,330
    # 1,234.50, also before a footnote's number that is glued to its comma: 20,000,5
    "western": r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d|,\d(?!\d?(?:[\s.;)]|$)))",
    "apostrophe": r"\d{1,3}(?:['’]\d{3})+(?:\.\d+)?(?!\d)",  # 1'234
    "continental": r"\d{1,3}(?:\.\d{3})+,\d{1,2}(?![\d]|,\d)|\d{1,3}(?:\.\d{3}){2,}(?![\d.])",  # 1.234.567,50
    "dotted": r"\d+(?:\.\d+){2,}",  # 1.2.3, an index
    "comma": r"(?<!,)\d+,(?:\d{2}(?![\d,]|\.\d)|\d(?=\s(?:[mb]illion|ml?n|bn|lakh|crore|%|per\s?cent)))",  # 1,5 million
    "plain": r"\d+(?:\.\d+)?",
    "bare": r"(?<![\w.)\]”])\.\d+",  # .25
}
FIGURE = re.compile("|".join(f"(?P<{name}>{part})" for name, part in PARTS.items()))
GAPS = re.compile(r"[\s'’]")
LONGEST = 24  # characters; what is longer is no amount
POWER = re.compile(
    r"[eE]([+-]?\d{1,2})(?![\w.])|\s?[x×*·]\s?10(?:\^([+-]?\d{1,2})(?!\d)|([⁺⁻]?[⁰¹²³⁴-⁹]{1,2}))|\^([+-]?\d{1,2})(?!\d)")
RAISED = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+-0123456789")
VULGAR = re.compile(
    r"[^\S\n]?([¼-¾⅐-⅞])|(?:[^\S\n]+(?:and[^\S\n]+)?|-(?=\d/[248]\b))(\d{1,2})/(\d{1,2})(?![\d/])")  # 3 and 3/4, 1-1/2


@dataclass(slots=True)  # a frozen one takes four times as long to make
class Digits:
    """A figure in digits: where it ends, its value (None for an index such as 1.2.3), and the part that read it."""

    end: int
    value: Decimal | None
    form: str


def read_digits(text: str, start: int) -> Digits | None:
    """The figure that begins at `start`, or None."""
    if found := FIGURE.match(text, start):
        form = found.lastgroup or ""
        return _with_power(text, _with_vulgar(text, Digits(found.end(), _value(found[0], form), form)))
    if found := VULGAR.match(text, start):
        return Digits(found.end(), _numeric(found[1]), "slash") if found[1] else None
    return None


def _value(figure: str, form: str) -> Decimal | None:
    if form == "slash":
        part, whole = (Decimal(side) for side in figure.split("/"))
        return exact(part / whole) if 0 < part < whole else None
    if form == "dotted" or len(figure) > LONGEST:
        return None
    plain = GAPS.sub("", figure) if form in ("spaced", "apostrophe") else figure
    if form in ("continental", "comma") or (form == "spaced" and "," in plain):
        return Decimal(plain.replace(".", "").replace(",", "."))
    return Decimal(plain.replace(",", ""))


def _with_vulgar(text: str, digits: Digits) -> Digits:
    """2½ and 2 1/4 are one figure."""
    found = VULGAR.match(text, digits.end) if digits.form == "plain" else None
    if not found or digits.value is None:
        return digits
    part, whole = Decimal(found[2] or 0), Decimal(found[3] or 1)
    if found[2] and not 0 < part < whole <= 16:
        return digits
    return Digits(found.end(), digits.value + (_numeric(found[1]) if found[1] else part / whole), "plain")


def _with_power(text: str, digits: Digits) -> Digits:
    """1.3x10^6, 1.3 × 10⁶, 2e5, 1.1^23."""
    found = POWER.match(text, digits.end) if digits.form == "plain" else None
    if not found or not digits.value:
        return digits
    base = digits.value if found[4] else Decimal(10)
    power = base ** int(next(filter(None, found.groups())).translate(RAISED))
    return Digits(found.end(), power if found[4] else digits.value * power, "plain")


def _numeric(sign: str) -> Decimal:
    return exact(Decimal(str(unicodedata.numeric(sign))))


def exact(value: Decimal) -> Decimal:
    """A fraction as it is read, to eight significant digits."""
    return Context(prec=8).plus(value)


def four_places(value: Decimal) -> Decimal:
    """A ratio to four places (DESIGN section 3); one under a tenth to four significant digits."""
    if value and abs(value) < Decimal("0.1"):
        return Context(prec=4).plus(value)
    return round(value, 4)
