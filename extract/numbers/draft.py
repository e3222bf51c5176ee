"""A number while it is being read: each step adds what it knows."""

import re
from dataclasses import dataclass
from decimal import Decimal

from extract.numbers.digits import four_places
from extract.numbers.figure import Figure, Form
from extract.numbers.number import Number
from models import Quantity, Span
from models.vocabulary import ClaimKind, Fate, Label

ALONE = re.compile(r"\s*(?:[.,;:)!?]|$)|\s(?:and|or)\b")  # a fraction of nothing: it keeps its decimals
LOSS = Decimal("0.000101")  # a third to four places loses less: 0.3333
PRONOUN = "pronoun"  # the rule of "both" and "another": they count only what something happens to


@dataclass(slots=True)
class Draft:
    """`start` and `end` grow with unit and modifiers; `core_start` and `core_end` stay at the figures."""

    start: int
    end: int
    core_start: int
    core_end: int
    low: Decimal | None
    high: Decimal | None
    form: Form
    scale: Decimal = Decimal(1)
    vague: str | None = None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    unit: str | None = None
    kind: ClaimKind = "count"
    label: Label | None = None
    fate: Fate | None = None
    rule: str = "figure"

    @property
    def exact(self) -> bool:
        """One figure without a bound."""
        return self.low is not None and self.low == self.high


def draft(figure: Figure) -> Draft:
    """The figure alone."""
    new = Draft(figure.start, figure.end, figure.start, figure.end, figure.value, figure.value, figure.form,
                figure.scale, figure.vague)
    if figure.form == "fraction":
        new.kind, new.rule = "ratio", "fraction"
    elif figure.form == "ordinal":
        new.fate, new.label, new.rule = "ordinal", "ORDINAL", "ordinal"
    elif figure.form == "life":
        new.kind, new.label, new.unit, new.rule = "duration", "DURATION", "life", "life"
        new.vague = "life"  # a length without a figure: the word is all that is said
    elif figure.form == "pronoun":
        new.rule = PRONOUN
    elif figure.form == "note":
        new.fate, new.rule = "list_number", "footnote-sign"
    return new


def _tidy(value: Decimal | None) -> Decimal | None:
    """1500000.000 as 1500000, 6.40 as 6.4: one writing for one value."""
    if value is None or value == value.to_integral_value():
        return None if value is None else Decimal(int(value))
    return value.normalize()


def _is_none(new: Draft) -> bool:
    """ "no convictions", "zero people": nothing is counted."""
    return new.fate is None and (new.form == "zero" or (new.kind == "count" and new.low == new.high == 0))


def _places(value: Decimal | None, alone: bool) -> Decimal | None:
    """A ratio to four places; one of nothing keeps its decimals where they would lose a part in ten thousand."""
    short = None if value is None else four_places(value)
    if value is None or short is None or (alone and abs(short - value) > abs(value) * LOSS):
        return value
    return short


def finish(text: str, new: Draft) -> Number:
    """The draft as the frozen shape."""
    if new.kind == "ratio":
        alone = ALONE.match(text, new.end) is not None
        new.low, new.high = _places(new.low, alone), _places(new.high, alone)
    wording = text[new.start:new.end]
    low = _tidy(new.low)
    high = low if new.high is new.low else _tidy(new.high)
    quantity = Quantity(low=low, high=high, low_open=new.low_open, high_open=new.high_open,
                        approximate=new.approximate, vague=new.vague, unit=new.unit, wording=wording)
    return Number(start=new.start, end=new.end, text=wording, quantity=quantity, kind=new.kind, label=new.label,
                  fate=new.fate, polarity="none" if _is_none(new) else "affirmed",
                  core=Span(new.core_start, new.core_end), rule=new.rule)
