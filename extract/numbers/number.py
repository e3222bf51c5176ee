"""The shape that this stage hands on: a number as written, what it means, and what it is for."""

from dataclasses import dataclass

from models import Quantity, Span
from models.vocabulary import ClaimKind, Fate, Label, Polarity


@dataclass(slots=True)  # a frozen one takes four times as long to make
class Number:
    """`text[start:end]` is the whole expression with its modifiers and unit, `core` the figure alone.

    `fate` is None while the claim rules may use the number, else the reason that it is no claim.
    `rule` is the id of the rule that decided kind or fate.
    """

    start: int
    end: int
    text: str
    quantity: Quantity
    kind: ClaimKind
    label: Label | None
    fate: Fate | None
    polarity: Polarity
    core: Span
    rule: str
