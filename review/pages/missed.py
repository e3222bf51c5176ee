"""A claim that the rules missed: a reviewer selects its words, and it becomes a claim of theirs."""

from starlette.responses import Response

from models import Document, Span, to_dict
from review.routing import deed
from review.selected import NotSelected, lemma_of, number_in, on_one_page, selected
from review.visit import Visit


def missed(visit: Visit) -> Response:
    """The new claim, then its page."""
    name, form = visit.path["document"], visit.form
    document = visit.desk.readings.document(visit.store, name)
    words = selected(form, "claim", document)
    if words is None:
        raise NotSelected("a missed claim rests on words: select them in the text first")
    on_one_page(document, words)
    number, slots = _read(document, words, form.get("counted", "").strip())
    reason = form.get("reason", "").strip() or None
    made = visit.store.add_missed(name, words.start, words.end, number.start, number.end, form.get("event", ""),
                                  visit.person.name, slots, reason)
    return visit.claim(made)


def _read(document: Document, words: Span, counted: str) -> tuple[Span, dict[str, object]]:
    """Where the number stands within the words, and the slots that can be read from them."""
    found = number_in(document, words)
    where = Span(words.start + found.start, words.start + found.end)
    slots: dict[str, object] = {"quantity": to_dict(found.quantity), "kind": found.kind}
    if counted:
        start = document.text.find(counted, words.start, words.end)
        span = Span(start, start + len(counted)) if start >= 0 else None
        slots["counted"] = {"text": counted, "lemma": lemma_of(counted), "span": to_dict(span)}
    return where, slots


ROUTES = [deed("/document/{document}/missed", missed)]
