"""Words that a reviewer selected: two offsets, checked against the document."""

from collections.abc import Mapping

from db import StoreError
from extract.numbers.find import find_numbers
from extract.numbers.number import Number
from extract.words.lexicon import noun_lemma
from models import Document, Span
from review.safe_text import safe_text
from review.source import page_at


class NotSelected(StoreError):
    """What was selected cannot be used. The message is one sentence for the user."""


def selected(form: Mapping[str, str], name: str, document: Document) -> Span | None:
    """The words of this slot, None for none. Raises NotSelected."""
    start, end = form.get(f"{name}_start", "").strip(), form.get(f"{name}_end", "").strip()
    if not start and not end:
        return None
    if not all(text.isascii() and text.isdecimal() and len(text) < 12 for text in (start, end)):
        raise NotSelected(f"the words for {name!r} are two offsets: select them again")
    span = Span(int(start), int(end))
    if not span.start < span.end <= len(document.text) or not document.text[span.start:span.end].strip():
        raise NotSelected(f"no words of the document are selected for {name!r}: select them again")
    said = form.get(f"{name}_words", "")
    if said and " ".join(said.split()) != " ".join(safe_text(document.text[span.start:span.end]).split()):
        raise NotSelected("the words that you selected are not where the page said: load the claim again")
    return span


def on_one_page(document: Document, span: Span, before: Span | None = None) -> Span:
    """The same words. Raises NotSelected when they cross from one page to another, unless they did so before."""
    pages = [page_at(document, at) for at in (span.start, span.end - 1)]
    if pages[0] != pages[1] and span != before:
        numbers = " and ".join(str(page.number) for page in pages if page)
        raise NotSelected(f"the selection crosses pages {numbers}: select words of one page")
    return span


def number_in(document: Document, span: Span) -> Number:
    """The number that these words are, read as the rules read it. Raises NotSelected."""
    words = document.text[span.start:span.end]
    found = [number for number in find_numbers(words, []) if number.quantity.wording or number.quantity.vague]
    if not found:
        raise NotSelected("no number stands in the selected words: type the value and say why")
    return found[0]


def lemma_of(words: str) -> str:
    """What is counted, by its last word."""
    return noun_lemma((words.lower().split() or [""])[-1])
