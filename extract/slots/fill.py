"""Fills the slots of all drafts of a document, in reading order."""

from collections.abc import Sequence

from extract.claims.draft import Sentence
from extract.slots.dates import DateContext
from extract.slots.parts import ChargeContext, whole_of
from extract.slots.places import PlaceContext, dateline_place
from extract.slots.unknown import unknown_places
from models import Document, Mention


def fill_slots(sentences: list[Sentence], document: Document, mentions: Sequence[Mention]) -> None:
    """Dates, places, charges and wholes of all drafts."""
    if not any(sentence.drafts for sentence in sentences):
        return
    dates, places = DateContext(document), PlaceContext(document, dateline_place(document, mentions))
    charges = ChargeContext(document.text)
    places.unknown = unknown_places(document, mentions)
    for sentence in sentences:
        dates.fill(sentence)
        places.fill(sentence)
        charges.fill(sentence)
        for draft in sentence.drafts:
            draft.whole = whole_of(draft)
