"""A name, a date or a quantity where it stands in the text."""

from dataclasses import dataclass

from models.quantity import Quantity
from models.vocabulary import Label, Modifier, Precision


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as EDTF (Library of Congress, ISO 8601-2): 2022-08-15, 2022-08, 2022-01-04/2022-01-07, ../2022."""

    edtf: str
    precision: Precision
    modifier: Modifier | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One span with one label, the most specific; `canonical` is the name that all mentions of one thing share."""

    label: Label
    start: int
    end: int
    text: str
    canonical: str
    rule: str
    value: Quantity | DateValue | None = None
    role: str | None = None
