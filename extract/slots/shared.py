"""Date and place that a part has from its whole in one sentence, and a whole from the end of the sentence."""

from extract.claims.draft import Draft, Sentence
from models import Place, When


def share(sentence: Sentence) -> None:
    """ "In Berlin the union said 71 died in Peru in May, including 20 boys": the boys died in Peru in May as well."""
    for part in sentence.drafts:
        whole = part.superset
        if whole is None or whole.sentence is not sentence or part.number.start < whole.number.start:
            continue
        if whole.place is not None and whole.place.span is not None and not _is_own(part.place, whole):
            part.place = whole.place
        if whole.happened is not None and whole.happened.span is not None and not _is_own(part.happened, whole):
            part.happened = whole.happened
        if part.happened is not None and _is_own(part.happened, whole) and _closes(part.happened, sentence):
            _give(part.happened, whole)


def _is_own(slot: Place | When | None, whole: Draft) -> bool:
    """Does it stand behind the whole, where it may be of the part alone?"""
    return slot is not None and slot.span is not None and slot.span.start > whole.number.start


def _closes(when: When, sentence: Sentence) -> bool:
    """ "96 people died, among them 36 boys, between 3 and 9 May": behind its comma the date is of all."""
    before = [group for group in sentence.groups if when.span is not None and group.end <= when.span.start]
    return [group.kind for group in before[-2:]] == ["COMMA", "P"]


def _give(when: When, whole: Draft) -> None:
    if whole.happened is None or whole.happened.span is None:
        whole.happened = when
