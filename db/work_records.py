"""What the store hands out of the work on it."""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Comment:
    """What someone wrote about a claim, and when (UTC, ISO 8601). `number` counts all comments of the ledger."""

    number: int
    claim: str
    who: str
    at: str
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """What a search found: a paragraph ("text"), or the words of a claim ("claim", with the claim's id)."""

    document: str
    start: int
    end: int
    text: str
    kind: Literal["text", "claim"]
    claim: str | None


@dataclass(frozen=True, slots=True)
class StoredNumeral:
    """A number of a document: where it stands, what became of it, and who looked at it; `claim` is a claim's id.

    The id is that of the newest run: it changes when the document is read again.
    """

    id: int
    start: int
    end: int
    text: str
    fate: str
    claim: str | None
    looked_by: str | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a document is: done when every claim is decided, and every unread numeral was looked at."""

    claims: int
    decided: int
    unread: int
    looked: int

    @property
    def done(self) -> bool:
        return self.decided == self.claims and self.looked == self.unread


@dataclass(frozen=True, slots=True)
class Account:
    """Someone who can log in, as reviewer, lead or reader; without a password hash only by a link."""

    name: str
    role: str
    password_hash: str | None = field(repr=False)
    active: bool
    added_at: str
