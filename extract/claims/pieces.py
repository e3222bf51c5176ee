"""The sentences of a document in pieces of whole paragraphs; each is cut into groups when they are asked for."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from extract.claims.anaphora import has_anaphor
from extract.claims.draft import Sentence
from extract.groups import Unit, Units
from extract.numbers import Number
from extract.sentences import sentences
from extract.tokens import Tokens
from models import Block, Document, Mention, Span
from models.rules import word_set

Spanned = TypeVar("Spanned", Mention, Number)
Spans = list[tuple[Span, Block]]
OPENING = "“\"«‘"  # a paragraph that begins so may go on with the speaker of the one before
PIECE = 100_000  # characters that are read at once
LOOK = 4  # a speaker may be named up to three sentences before the figure


def read_sentences(
    document: Document, tokens: Tokens, numbers: Sequence[Number], mentions: Sequence[Mention]
) -> list[Sentence]:
    """The sentences of a document."""
    return [row for rows in read_pieces(document, tokens, numbers, mentions) for row in rows]


def read_pieces(
    document: Document, tokens: Tokens, numbers: Sequence[Number], mentions: Sequence[Mention]
) -> Iterator[list[Sentence]]:
    """The sentences of a document, as many paragraphs at once as PIECE says."""
    named = _InOrder([mention for mention in mentions if mention.label != "CHARGE"])
    figures, counted = _InOrder(list(numbers)), _InOrder([number for number in numbers if number.fate is None])
    spans = list(sentences(document.text, document.blocks))
    counting = [bool(counted.within(span)) for span, _ in spans]
    for first, last in _pieces(spans):
        whole = Span(spans[first][0].start, spans[last - 1][0].end)
        units = Units(tokens, whole, figures.touching(whole), named.touching(whole))
        cut = _Scissors(document.text, spans, counting, units).cut
        rows = zip(range(first, last), spans[first:last], counting[first:last], strict=True)
        yield [Sentence(at, span, block, block.start, counts, named.within(span), cut)
               for at, (span, block), counts in rows]


def _pieces(spans: Spans) -> Iterator[tuple[int, int]]:
    """Where each piece begins and ends, by the number of the sentence; no paragraph is cut."""
    first = 0
    for index, (span, block) in enumerate(spans):
        if span.start - spans[first][0].start > PIECE and block is not spans[index - 1][1]:
            yield first, index
            first = index
    if spans:
        yield first, len(spans)


class _InOrder(Generic[Spanned]):
    """Mentions or numbers in order, found by where they begin."""

    def __init__(self, items: list[Spanned]) -> None:
        self._items: list[Spanned] = items
        self._starts = [item.start for item in items]

    def within(self, span: Span) -> list[Spanned]:
        first = bisect_left(self._starts, span.start)
        return self._items[first : bisect_left(self._starts, span.end, first)]

    def touching(self, span: Span) -> list[Spanned]:
        """With the one before, which may reach into it."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self._items[max(0, first - 1) : last]


class _Scissors:
    """Cuts a sentence into units, if a claim may need them: `counting` says in which sentences something is counted."""

    def __init__(self, text: str, spans: Spans, counting: list[bool], units: Units) -> None:
        self._text, self._spans, self._counting, self._units = text, spans, counting, units

    def cut(self, index: int) -> list[Unit]:
        """None where nothing is counted in or near the sentence, or nobody speaks in it."""
        span, block = self._spans[index]
        if self._counting[index] or block.kind == "table" or self._follows(index):
            return self._units.of(span.start, span.end)
        ahead = range(index + 1, min(index + LOOK, len(self._spans)))
        if not any(self._counting[near] and self._goes_on(block, near) for near in ahead):
            return []
        units = self._units.of(span.start, span.end)
        return units if _may_speak(units) else []

    def _goes_on(self, block: Block, later: int) -> bool:
        other = self._spans[later][1]
        return other is block or self._text[other.start] in OPENING

    def _follows(self, index: int) -> bool:
        """May it tell of those counted in one of the two before it in its paragraph, or lie between such two?"""
        block = self._spans[index][1]
        counted = [self._counting[near] for near in (index - 2, index - 1) if near >= 0 and self._is_in(block, near)]
        if counted[-1:] == [True]:
            return self._has_anaphor(index) or (self._is_in(block, index + 1) and self._has_anaphor(index + 1))
        return counted == [True, False] and self._has_anaphor(index)

    def _is_in(self, block: Block, index: int) -> bool:
        return index < len(self._spans) and self._spans[index][1] is block

    def _has_anaphor(self, index: int) -> bool:
        return has_anaphor(self._text, self._spans[index][0])


def _may_speak(units: list[Unit]) -> bool:
    """A sentence in which nothing is counted is read only for the speaker that one of the next may mean."""
    speech, issuing = word_set("words/verbs", "speech"), word_set("words/sources", "issuing")
    return any(unit.word.verb in speech or unit.word.verb in issuing for unit in units)
