"""A claim and a decision in one line."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from models import Claim, Quantity, from_dict
from models.wording import value_in_words

if TYPE_CHECKING:
    from db import Decision


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
