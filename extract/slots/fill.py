"""Fills the slots of all drafts of a document, in reading order."""

from collections.abc import Sequence
from functools import cached_property

from extract.claims.draft import Sentence
from extract.slots.dates import DateContext
from extract.slots.parts import ChargeContext, whole_of
from extract.slots.places import PlaceContext, dateline_place
from extract.slots.shared import share
from extract.slots.unknown import unknown_places
from models import Document, Mention, Span


class Slots:
    """Dates, places, charges and wholes of the drafts of a document."""

    def __init__(self, document: Document, mentions: Sequence[Mention], charges: Sequence[Span]) -> None:
        self._document, self._mentions, self._charges = document, mentions, charges
        self._waiting: list[Sentence] = []

    def fill(self, sentences: list[Sentence]) -> None:
        """Goes on to these sentences, which follow those before; where nothing is claimed there is nothing to do."""
        self._waiting += sentences
        if not any(sentence.drafts for sentence in sentences):
            return
        for sentence in self._waiting:
            for context in self._contexts:
                context.fill(sentence)
            share(sentence)
            for draft in sentence.drafts:
                draft.whole = whole_of(draft)
        self._waiting = []

    @cached_property
    def _contexts(self) -> tuple[DateContext, PlaceContext, ChargeContext]:
        document, mentions = self._document, self._mentions
        places = PlaceContext(document, dateline_place(document, mentions))
        places.unknown = unknown_places(document, mentions)
        return DateContext(document), places, ChargeContext(document.text, self._charges)
