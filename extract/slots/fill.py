"""Fills the slots of all drafts of a document, in reading order, with what is inherited by stated rules.

A date or place in the claim's own sentence comes first, the nearest by way of clauses; then the last one of the
same paragraph (the span stays None: it is inherited); a heading's place serves the paragraphs under it.
"""

from dataclasses import dataclass

from extract.claims.draft import Draft, Sentence
from extract.names import country_of
from extract.slots.nearest import nearest
from extract.slots.parts import charges_of, whole_of
from models import DateValue, Document, Mention, Place, Span, When
from models.rules import load

PLACES = ("GPE", "LOC", "FAC")


@dataclass(slots=True)
class _Context:
    """What the paragraph has named so far."""

    paragraph: int = -1
    date: Mention | None = None
    place: Mention | None = None


def fill_slots(sentences: list[Sentence], document: Document) -> None:
    context = _Context()
    for sentence in sentences:
        if sentence.paragraph != context.paragraph:
            context = _Context(sentence.paragraph)
        dates = [m for m in sentence.mentions if isinstance(m.value, DateValue) and m.value.precision != "vague"]
        places = [m for m in sentence.mentions if m.label in PLACES]
        for draft in sentence.drafts:
            _date(draft, dates, context, document.text)
            _place(draft, places, context)
            draft.charges = charges_of(draft, document.text)
            draft.whole = whole_of(draft)
        context.date = _last_event_date(dates, document.text) or context.date
        context.place = places[-1] if places else context.place


def _date(draft: Draft, dates: list[Mention], context: _Context, text: str) -> None:
    found = nearest(draft, dates)
    mention = found or context.date
    if mention is None or not isinstance(mention.value, DateValue):
        return
    span = Span(mention.start, mention.end) if found else None
    when = When(mention.value.edtf, mention.value.precision, span)
    if found is not None and _is_as_of(text, mention):
        draft.as_of = when
    else:
        draft.happened = when
    if span:
        draft.evidence["date"] = span


def _is_as_of(text: str, mention: Mention) -> bool:
    before = text[max(0, mention.start - 12):mention.start].lower().rstrip()
    return before.endswith(tuple(load("words/slots")["as_of"]))


def _last_event_date(dates: list[Mention], text: str) -> Mention | None:
    return next((mention for mention in reversed(dates) if not _is_as_of(text, mention)), None)


def _place(draft: Draft, places: list[Mention], context: _Context) -> None:
    spoken = draft.source.span if draft.source else None
    own = [m for m in places if spoken is None or not (spoken.start <= m.start < spoken.end)]
    found = nearest(draft, own)
    mention = found or context.place
    if mention is None:
        return
    span = Span(mention.start, mention.end) if found else None
    draft.place = Place(mention.canonical, country_of(mention.canonical), span)
    if span:
        draft.evidence["place"] = span
