"""A quantity as people write it in a table: 23, >= 10, ~40, 12-20, dozens."""

from decimal import Decimal

from models.quantity import Quantity

SENTENCES = {"life", "death"}  # units without a figure


def value_in_words(quantity: Quantity, kind: str = "count") -> str:
    """The bound with its figures and unit: "> 1,000", "EUR 7,800", "12 %", "42 months", "life"."""
    if quantity.vague is not None and quantity.vague == quantity.unit:
        return quantity.vague
    if quantity.vague is not None:
        vague = f"{quantity.unit} {quantity.vague}" if _is_currency(quantity.unit) else quantity.vague
        return _with_unit(vague, quantity.unit, kind, plural=True)
    figures = _figures(quantity, f"{quantity.unit} " if _is_currency(quantity.unit) else "")
    if figures is None:
        return quantity.unit or quantity.wording
    return _with_unit(figures, quantity.unit, kind, plural=figures.lstrip("<>=~ ") != "1")


def _figures(quantity: Quantity, currency: str) -> str | None:
    low, high = quantity.low, quantity.high
    about = "~" * quantity.approximate + currency
    if low is not None and high is not None:
        return about + (_figure(low) if low == high else f"{_figure(low)}-{_figure(high)}")
    if low is not None:
        return f"{'>' if quantity.low_open else '>='} {about}{_figure(low)}"
    if high is not None:
        return f"{'<' if quantity.high_open else '<='} {about}{_figure(high)}"
    return None


def _figure(number: Decimal) -> str:
    """With thousands separators and without needless zeros."""
    whole = number == number.to_integral_value()
    return f"{int(number):,}" if whole and abs(number) < 10**15 else f"{number.normalize():,}"


def _with_unit(figures: str, unit: str | None, kind: str, plural: bool) -> str:
    if kind == "percent":
        return f"{figures} %"
    if not unit:
        return figures
    if unit in SENTENCES:
        return f"{figures} {unit} sentence{'s' if plural else ''}"
    return figures if _is_currency(unit) else f"{figures} {unit}{'s' if plural else ''}"


def _is_currency(unit: str | None) -> bool:
    """ISO 4217 codes are capitals, units of time are not."""
    return bool(unit and unit.isupper())
