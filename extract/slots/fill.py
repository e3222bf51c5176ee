"""Fills the slots of all drafts of a document, in reading order."""

from collections.abc import Sequence

from extract.claims.draft import Sentence
from extract.slots.dates import DateContext
from extract.slots.parts import charges_of, is_of_justice, whole_of
from extract.slots.places import PlaceContext, dateline_place
from models import Document, Mention


def fill_slots(sentences: list[Sentence], document: Document, mentions: Sequence[Mention]) -> None:
    """Dates, places, charges and wholes of all drafts."""
    dates, places = DateContext(document), PlaceContext(document, dateline_place(document, mentions))
    for sentence in sentences:
        dates.fill(sentence)
        places.fill(sentence)
        for draft in sentence.drafts:
            if is_of_justice(draft):
                draft.charges = charges_of(sentence)
            draft.whole = whole_of(draft)
