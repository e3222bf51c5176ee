"""Everything that the page of one claim shows, gathered from the ledger."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from db import Comment, Decision, Filters, Progress, Queue, StoredClaim, Worth
from models import Claim, Document, Quantity, Span, from_dict
from models.doubt import is_doubtful
from models.rulebook import Rule, claim_rule
from review.figures import figure
from review.page_view import PageView, page_view
from review.queues import query_of
from review.slots import Slot, slots
from review.source import Mark, Paragraph, page_at, paragraphs
from review.visit import Visit

SAID = ("approved_once", "verified", "corrected", "rejected")  # states that tell what someone said
CLAIM = "claim"  # the class of the claim's words


@dataclass(frozen=True)
class ClaimView:
    """The claim `stored`, seen by a visitor who goes through `queue`."""

    visit: Visit
    stored: StoredClaim
    queue: Queue

    @cached_property
    def claim(self) -> Claim:
        """As it stands: corrected where reviewers corrected it, and this visitor may know."""
        return self.stored.claim if self.blind else self.stored.fact

    @cached_property
    def blind(self) -> bool:
        """Others have decided, and this visitor may not know what before deciding too."""
        return self.seen > 0 and not self.decisions

    @cached_property
    def state(self) -> str:
        """The claim's state, as far as this visitor may know."""
        return "second_look" if self.blind and self.stored.state in SAID else self.stored.state

    @cached_property
    def query(self) -> str:
        """The queue as it stands in an address."""
        return query_of(self.queue)

    @cached_property
    def document(self) -> Document:
        """The document that it stands in."""
        return self.visit.desk.readings.document(self.visit.store, self.stored.document)

    @cached_property
    def title(self) -> str:
        """What the document is called."""
        return self.document.title or f"Document {self.stored.document}"

    @cached_property
    def headline(self) -> str:
        """The claim in one line."""
        return f"{figure(self.claim.quantity, self.claim.kind)} {self.claim.counted.text}".strip()

    @cached_property
    def doubtful(self) -> bool:
        """Whether text recognition was not sure of its figure or date."""
        return is_doubtful(self.document, self.claim)

    @cached_property
    def slots(self) -> list[Slot]:
        """Each slot that is filled."""
        ids = self.visit.store.claim_ids(self.stored.document) if self.claim.part_of else {}
        return slots(self.claim, ids)

    @cached_property
    def marks(self) -> list[Mark]:
        """The words of the claim, and of each slot in its colour."""
        words = Mark(Span(self.claim.start, self.claim.end), CLAIM, "")
        return [words, *(Mark(slot.span, slot.colour, slot.name) for slot in self.slots if slot.span)]

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The extracted text around it."""
        return paragraphs(self.document, Span(self.claim.start, self.claim.end), self.marks)

    @cached_property
    def picture(self) -> PageView | None:
        """The page that it stands on, where the source has pages."""
        return page_view(self.document, self.claim.start, self.marks)

    def words(self, span: Span) -> str:
        """The source's words."""
        return self.document.text[span.start:span.end]

    @cached_property
    def place(self) -> tuple[int, int]:
        """Which one of how many it is."""
        return self.visit.store.place_in(self.queue, self.stored.id)

    @cached_property
    def progress(self) -> Progress:
        """How far its document is."""
        return self.visit.store.progress(self.stored.document)

    @cached_property
    def filters(self) -> list[tuple[str, str]]:
        """What the queue is narrowed to, to be shown."""
        values = {name: getattr(self.queue.filters, name) for name in Filters.__slots__}
        given = [(name, str(value)) for name, value in values.items() if value is not None]
        return [*given, ("order", "most useful first")] if self.queue.order == "useful" else given

    @cached_property
    def following(self) -> str | None:
        """The claim that comes next for this visitor."""
        return self.visit.store.next_claim(self.queue, self.stored.id, self._reader)

    @cached_property
    def end(self) -> str:
        """Which end of the queue was reached, if one was."""
        said = self.visit.query.get("end", "")
        return said if said in ("first", "last") else ""

    @cached_property
    def page(self) -> int | None:
        """The number of the page that it stands on."""
        found = page_at(self.document, self.claim.start)
        return found.number if found else None

    @cached_property
    def quote(self) -> str:
        """Its words."""
        return self.document.text[self.claim.start:self.claim.end]

    @staticmethod
    def in_short(name: str, value: Any) -> str:
        """A slot of a correction."""
        if name == "quantity":
            return figure(from_dict(Quantity, value))
        if isinstance(value, dict):
            return str(value.get("name") or value.get("text") or value.get("edtf") or "")
        return "none" if value is None else str(value).replace("_", " ")

    @cached_property
    def rule(self) -> Rule | None:
        """The rule that found it."""
        return claim_rule(self.claim.rule)

    @cached_property
    def worth(self) -> Worth | None:
        """What reviewers made of that rule's claims so far."""
        return self.visit.desk.worths.of(self.visit.store).get(self.claim.rule)

    @cached_property
    def beside(self) -> list[StoredClaim]:
        """Other claims in the same words."""
        return self.visit.store.sentence_claims(self.stored.id)

    @cached_property
    def alike(self) -> list[StoredClaim]:
        """Other figures for the same thing in this document."""
        near = {other.id for other in self.beside}
        return [other for other in self.visit.store.same_thing(self.stored.id) if other.id not in near]

    @cached_property
    def earlier(self) -> list[StoredClaim]:
        """What it was before its document was read again."""
        return self.visit.store.earlier(self.stored.id) if self.stored.state == "stale" else []

    @cached_property
    def decisions(self) -> list[Decision]:
        """Who said what, as far as this visitor may know."""
        return self.visit.store.visible_decisions(self.stored.id, self._reader)

    @cached_property
    def _reader(self) -> str:
        return self.visit.person.name

    @cached_property
    def standing(self) -> Mapping[str, Decision]:
        """The last word of each reviewer that was not taken back."""
        last: dict[str, Decision] = {}
        for decision in self.decisions:
            if decision.standing and decision.verdict == "withdraw":
                last.pop(decision.reviewer, None)
            elif decision.standing:
                last[decision.reviewer] = decision
        return last

    @cached_property
    def comments(self) -> list[Comment]:
        """What people wrote about it."""
        return self.visit.store.comments(self.stored.id)

    @cached_property
    def seen(self) -> int:
        """The newest decision that this page takes into account."""
        return self.visit.store.last_decision_number(self.stored.id)

    @cached_property
    def holder(self) -> str | None:
        """Who else is looking at it now."""
        if not self.visit.person.may("reviewer") or not self.visit.has_company():
            return None
        held = self.visit.store.lease(self.stored.id, self._reader, self.visit.settings.lease_seconds)
        return held if held != self._reader else None
