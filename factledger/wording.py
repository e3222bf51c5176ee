"""A quantity as people write it in a table: 23, >= 10, ~40, 12-20, dozens."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from models import Claim, Quantity, from_dict

if TYPE_CHECKING:
    from db import Decision

SENTENCES = {"life", "death"}  # units without a figure


def claim_in_words(claim: Claim) -> str:
    """The value, what is counted, and the event: ">= 23 civilians: killed"."""
    return f"{value_in_words(claim.quantity, claim.kind)} {claim.counted.text}".strip() + f": {claim.event}"


def decision_in_words(decision: "Decision") -> str:
    """Who said what, when and why: "2024-05-01T10:00:00Z  reject by Ana: another day"."""
    follows = f" of decision {decision.follows}" if decision.follows else ""
    about = "" if decision.standing else f" (of {decision.made_on}, before its document was read again: counts no more)"
    corrected = f" to {_slots_in_words(decision.corrected)}" if decision.corrected else ""
    reason = f": {decision.reason}" if decision.reason else ""
    return f"{decision.made_at}  {decision.verdict}{follows}{corrected} by {decision.reviewer}{about}{reason}"


def _slots_in_words(corrected: Mapping[str, Any]) -> str:
    """The slots of a correction, its value as a table shows it."""
    return ", ".join(
        value_in_words(from_dict(Quantity, value), "") if name == "quantity" else f"{name} {value}"
        for name, value in sorted(corrected.items())
    )


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
