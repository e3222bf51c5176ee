"""What the page asks of a ledger beyond what the store offers today."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from db import Filters, Store, StoreError


@dataclass(frozen=True, slots=True)
class Comment:
    """What someone wrote about a claim."""

    number: int
    claim: str
    who: str
    at: str
    text: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a document is."""

    claims: int
    decided: int
    unread: int
    looked: int
    done: bool


class Ledger(Store):
    """The store, as the page uses it."""

    def comments(self, claim: str) -> list[Comment]:
        """What people wrote."""
        return []

    def progress(self, document: str) -> Progress:
        """How far it is."""
        states = [claim.state for claim in self.claims(Filters(document=document))]
        decided = sum(state in ("verified", "rejected", "corrected") for state in states)
        return Progress(len(states), decided, 0, 0, decided == len(states))

    def comment(self, claim: str, who: str, text: str) -> None:
        """Writes about a claim."""
        raise StoreError("comments cannot be kept yet")

    def add_missed(self, document: str, start: int, end: int, number_start: int, number_end: int, event: str, who: str,
                   slots: Mapping[str, Any], reason: str | None = None) -> str:
        """Adds a claim that was missed."""
        raise StoreError("missed claims cannot be kept yet")
