"""Fills the slots of all drafts of a document, in reading order."""

from extract.claims.draft import Sentence
from extract.slots.dates import DateContext
from extract.slots.parts import charges_of, is_of_justice, whole_of
from extract.slots.places import PlaceContext
from models import Document


def fill_slots(sentences: list[Sentence], document: Document) -> None:
    dates, places = DateContext(document), PlaceContext(document)
    for sentence in sentences:
        dates.fill(sentence)
        places.fill(sentence)
        for draft in sentence.drafts:
            if is_of_justice(draft):
                draft.charges = charges_of(sentence)
            draft.whole = whole_of(draft)
