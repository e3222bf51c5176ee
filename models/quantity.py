"""What a written number means."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its bounds, as written.

    "238" has low and high 238; "at least 10" has low 10 and no high; "over 1,000" has low 1000, open;
    "dozens" is vague: it has the word and no figures. `unit` is an ISO 4217 code for money,
    year, month, week, day or hour for a duration, `life` or `death` for such a sentence.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    vague: str | None = None
    unit: str | None = None
    wording: str = ""
