"""What a gold document holds: its text and everything that a right extraction must find in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from models import Block, DateValue, Quantity
from models.vocabulary import ClaimKind, DocumentKind, Event, Fate, Label, Polarity, Status


class GoldError(ValueError):
    """The mark-up is wrong. The message names the file, the line and what is wrong there."""


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """`start` and `end` are those of the number's words; `events`, `statuses` and `sources` hold all
    readings that count as right; the source "narrator" is the publisher or the court. A slot that is None is not
    asked for. `counted` is the head noun with the words before it, alternatives parted by a slash.
    `identity` and `part_of` link a subset to its claim.
    """

    start: int
    end: int
    text: str
    line: int
    events: tuple[Event, ...]
    quantity: Quantity
    kind: ClaimKind
    polarity: Polarity
    statuses: tuple[Status, ...]
    counted: str | None = None
    sources: tuple[str, ...] = ("narrator",)
    chain: tuple[str, ...] = ()
    happened: str | None = None
    as_of: str | None = None
    place: str | None = None
    charges: tuple[str, ...] = ()
    whole: str | None = None
    identity: str | None = None
    part_of: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A name or a date; one that is `optional` counts neither for nor against."""

    label: Label
    start: int
    end: int
    text: str
    canonical: str
    date: DateValue | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldNothing:
    """A number that must not become a claim, with the reasons that count as right (none: not asked for)."""

    start: int
    end: int
    text: str
    line: int
    fates: tuple[Fate, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """`labels` are those whose mentions are marked completely, so that an extra one is an error.

    `case` has the names that a decision's card must hold, by the field of `models.Case`.
    """

    name: str
    text: str
    title: str
    publisher: str
    published: date
    kind: DocumentKind
    format: str
    blocks: tuple[Block, ...]
    case: Mapping[str, tuple[str, ...]]
    labels: frozenset[Label]
    claims: tuple[GoldClaim, ...]
    mentions: tuple[GoldMention, ...]
    nothings: tuple[GoldNothing, ...]
