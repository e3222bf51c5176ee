"""From tokens, numbers and mentions to finished claims."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, TypeVar

from extract.claims.anaphora import follow_pronouns, has_anaphor
from extract.claims.awards import award_sums
from extract.claims.carry import carry_events
from extract.claims.cells import bind_cells, settle_places
from extract.claims.draft import Draft, Sentence
from extract.claims.find import STATED, find_claims
from extract.claims.rules import rule_set
from extract.claims.status import settle_status
from extract.claims.subsets import link_subsets
from extract.document import finish
from extract.groups import Unit, Units, build_groups
from extract.groups.join import join_groups
from extract.numbers import Number
from extract.numbers.draft import PRONOUN
from extract.sentences import sentences
from extract.slots import fill_slots
from extract.sources import attribute
from models import Block, Claim, Document, Mention, Numeral, Span
from models.rules import word_set

Spanned = TypeVar("Spanned", Mention, Number)
OPENING = "“\"«‘"  # a paragraph that begins so may go on with the speaker of the one before
LOOK = 4  # a speaker may be named up to three sentences before the figure


def find_all(
    document: Document, tokens: Sequence[tuple[int, str]], numbers: Sequence[Number], mentions: Sequence[Mention]
) -> tuple[list[Claim], list[Numeral]]:
    """All claims of a document in reading order, and every number with its fate."""
    rows = read_sentences(document, tokens, numbers, mentions)
    _bind(rows, document)
    attribute(rows, document)
    fill_slots(rows, document, mentions)
    settle_places(rows)
    for row in rows:
        for draft in row.drafts:
            settle_status(draft, document.text)
    drafts = [draft for sentence in rows for draft in sentence.drafts if _is_claim(draft)]
    finished = finish(drafts, numbers, document)
    for row in rows:
        row.drafts.clear()  # they point at their sentences: what is in no circle needs no garbage collector
    return finished


def read_sentences(
    document: Document, tokens: Sequence[tuple[int, str]], numbers: Sequence[Number], mentions: Sequence[Mention]
) -> list[Sentence]:
    """The sentences of a document; those that a claim may rest on are cut into groups."""
    named = Spans([mention for mention in mentions if mention.label != "CHARGE"])
    charges = Spans([mention for mention in mentions if mention.label == "CHARGE"])
    counted = Spans([number for number in numbers if number.fate is None])
    units = Units(tokens, numbers, named.items)
    spans = list(sentences(document.text, document.blocks))
    rows, text = [], document.text
    for index, (span, block) in enumerate(spans):
        counts = counted.any(span)
        later = [ahead for ahead, b in spans[index + 1 : index + LOOK] if b is block or text[b.start] in OPENING]
        near = counts or block.kind == "table" or any(map(counted.any, later))
        follows = not counts and _follows(spans, index, counted, text)
        pieces = units.of(span.start, span.end) if near or follows else []
        wanted = counts or follows or block.kind == "table" or _may_speak(pieces)
        groups = join_groups(build_groups(pieces), pieces) if wanted else []
        rows.append(Sentence(index, span, block, block.start, pieces, groups, named.within(span), charges.within(span)))
    return rows


class Spans(Generic[Spanned]):
    """Mentions or numbers in order, found by where they begin."""

    def __init__(self, items: list[Spanned]) -> None:
        self.items: list[Spanned] = items
        self._starts = [item.start for item in items]

    def within(self, span: Span) -> list[Spanned]:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self.items[first:last]

    def any(self, span: Span) -> bool:
        first = bisect_left(self._starts, span.start)
        return first < len(self._starts) and self._starts[first] < span.end


def _may_speak(pieces: list[Unit]) -> bool:
    """A sentence in which nothing is counted is read only for the speaker that one of the next may mean."""
    speech = word_set("words/verbs", "speech")
    return any(piece.word.verb in speech for piece in pieces)


def _follows(spans: list[tuple[Span, Block]], index: int, counted: "Spans[Number]", text: str) -> bool:
    """Does a sentence of the same paragraph in which something is counted stand before one with "they"?"""
    span, block = spans[index]
    near = bool(index) and spans[index - 1][1] is block and counted.any(spans[index - 1][0])
    return near and has_anaphor(text, span)


def _bind(rows: list[Sentence], document: Document) -> None:
    before: list[Draft] = []
    paragraph = -1
    for row in rows:
        if row.paragraph != paragraph:
            before, paragraph = [], row.paragraph
        row.drafts = find_claims(row, rule_set())
        if row.block.kind != "table":
            carry_events(row, before)
    bind_cells(rows, document)
    award_sums(rows)
    link_subsets(rows)
    for last, row in zip([None, *rows], rows, strict=False):
        near = last if last is not None and last.paragraph == row.paragraph else None
        row.drafts += follow_pronouns(row, near)


def _is_claim(draft: Draft) -> bool:
    """A number with no event is a claim if it counts something; a mere length of time is none."""
    if draft.rule != STATED:
        return True
    quantity = draft.number.quantity
    if draft.number.rule == PRONOUN:
        return False
    uncounted = draft.polarity == "none" or quantity.vague is not None  # "no good faith steps", "multiple posts"
    if draft.number.kind == "duration" or (uncounted and not draft.group.flags & {"people", "elided"}):
        return False
    vague_subject = quantity.vague is not None
    return bool(draft.counted.text) or vague_subject or draft.number.kind in ("money", "percent", "ratio")
