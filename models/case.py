"""A court decision's card."""

from dataclasses import dataclass
from datetime import date

from models.span import Phrase


@dataclass(frozen=True, slots=True)
class Party:
    """A party with its role (applicant, respondent, appellant, claimant, defendant) and the name that it had before."""

    name: str
    role: str | None = None
    formerly: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What a decision says of itself; a field stays empty rather than wrong. `orders` is the operative part.

    `level` is the court's place in the order of courts; `country` is English, None for an international court.
    """

    court: str | None = None
    name: str | None = None
    case_numbers: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    ecli: str | None = None
    decided: date | None = None
    judges: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()
    lawyers: tuple[str, ...] = ()
    outcome: str | None = None
    orders: tuple[Phrase, ...] = ()
    level: str | None = None
    country: str | None = None
    heard: tuple[date, ...] = ()
    final: date | None = None
