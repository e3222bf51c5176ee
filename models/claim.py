"""A numeric claim: what is counted, what happened, who says so, and on which words it rests."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.quantity import Quantity
from models.span import Phrase, Span
from models.vocabulary import ClaimKind, Event, Fate, Polarity, Precision, SourceKind, Status


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: the words, their head's lemma, and where they stand (None where they are elided)."""

    text: str
    lemma: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so. `chain` names those that a relayed claim passed through, the nearest first."""

    name: str
    kind: SourceKind
    span: Span | None = None
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """A claim's date; the span is None when it is inherited."""

    edtf: str
    precision: Precision
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A claim's place; the span is None when it is inherited."""

    name: str
    country: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """What a share or a subset is taken of: "three of the seven", "a third of prisoners"."""

    text: str
    span: Span | None = None
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """`key` is its stable identity: document, words and slot values.

    `part_of` is the key of the claim that it is a subset of.
    """

    start: int
    end: int
    number: Span
    quantity: Quantity
    kind: ClaimKind
    counted: Counted
    event: Event
    polarity: Polarity
    status: Status
    source: Source
    rule: str
    confidence: float
    key: str
    as_of: When | None = None
    happened: When | None = None
    place: Place | None = None
    charges: tuple[Phrase, ...] = ()
    actor: Phrase | None = None
    part_of: str | None = None
    whole: Whole | None = None
    evidence: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number written in the text and what became of it; `claim` is the key of the claim that it is part of."""

    start: int
    end: int
    text: str
    quantity: Quantity | None
    fate: Fate
    claim: str | None = None
