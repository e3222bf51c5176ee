"""One figure of a text: digits or number words, without modifiers and unit."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Form = Literal["digits", "words", "fraction", "ordinal", "vague", "zero", "index", "note", "article", "life",
               "pronoun"]


@dataclass(slots=True)  # a frozen one takes four times as long to make
class Figure:
    """`scale` is the value of its last scale word ("15 million": 1000000), `vague` the word kept for "dozens"."""

    start: int
    end: int
    value: Decimal | None
    form: Form
    scale: Decimal = Decimal(1)
    vague: str | None = None
