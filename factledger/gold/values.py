"""The notation of a gold value: `10+`, `>1000`, `~40`, `15-25`, `vague`, `42 month`, `EUR 7800`, `34%`.

`money 2500` is a sum in a currency without a code, such as the invented ones.
"""

import re
from decimal import Decimal

from models import Quantity
from models.vocabulary import ClaimKind

UNITS = ("year", "month", "week", "day", "hour")
FIGURE = r"\d+(?:\.\d+)?"
NOTATION = re.compile(
    rf"(?:(?P<currency>[A-Z]{{3}}|money)\ )?"    # EUR 7800
    rf"(?P<bound>~<|~|<=|>=|<|>)?"               # nearly, about, at most, at least, fewer than, more than
    rf"(?P<low>{FIGURE})(?:-(?P<high>{FIGURE}))?"  # one figure or a range
    rf"(?P<plus>\+)?"                            # 10+ is >=10
    rf"(?P<share>%|\ ratio)?"
    rf"(?:\ (?P<unit>{'|'.join(UNITS)}))?",
    re.VERBOSE,
)


def parse_value(notation: str, wording: str) -> tuple[Quantity, ClaimKind]:
    """The quantity and the kind of claim that a notation stands for. Raises ValueError when it is none."""
    if notation == "vague":
        return Quantity(vague=wording, wording=wording), "count"
    if notation in ("life", "death"):
        return Quantity(vague=notation, unit=notation, wording=wording), "duration"
    if notation.startswith("vague "):
        return Quantity(vague=wording, unit=notation.split()[1], wording=wording), "duration"
    match = NOTATION.fullmatch(notation)
    if match is None:
        raise ValueError(f"{notation!r} is no value; write for example 238, 10+, >1000, <50, ~40, 15-25, 6 year, vague")
    return _quantity(match, wording), _kind(match)


def _quantity(match: re.Match[str], wording: str) -> Quantity:
    figure, bound = Decimal(match["low"]), ">=" if match["plus"] else match["bound"] or ""
    top = Decimal(match["high"]) if match["high"] else figure
    return Quantity(
        low=None if "<" in bound else figure,
        high=None if ">" in bound else top,
        low_open=bound == ">",
        high_open=bound in ("<", "~<"),
        approximate="~" in bound,
        unit=match["unit"] if match["currency"] in (None, "money") else match["currency"],
        wording=wording,
    )


def _kind(match: re.Match[str]) -> ClaimKind:
    if match["share"]:
        return "percent" if match["share"] == "%" else "ratio"
    if match["currency"]:
        return "money"
    return "duration" if match["unit"] else "count"


def show_value(quantity: Quantity | None) -> str:
    """A quantity in the same notation, for tables of errors."""
    if quantity is None:
        return "nothing"
    if quantity.low is None and quantity.high is None and not quantity.vague:
        return quantity.unit or "no value"
    if quantity.vague is not None and quantity.vague == quantity.unit:
        return quantity.vague  # a life sentence: the word is value and unit
    figures = "vague" if quantity.vague else ("~" if quantity.approximate else "") + _figures(quantity)
    if quantity.unit is None:
        return figures
    return f"{figures} {quantity.unit}" if quantity.unit in UNITS else f"{quantity.unit} {figures}"


def _figures(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    if low is None:
        return f"{'<' if quantity.high_open else '<='}{high}"
    if high is None:
        return f">{low}" if quantity.low_open else f"{low}+"
    return f"{low}" if low == high else f"{low}-{high}"
