"""From tokens, numbers and mentions to finished claims."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from extract.claims.anaphora import follow_pronouns, has_anaphor
from extract.claims.awards import Awards
from extract.claims.carry import carry_events
from extract.claims.cells import bind_cells, settle_places
from extract.claims.draft import Draft, Sentence
from extract.claims.find import STATED, find_claims
from extract.claims.rules import rule_set
from extract.claims.status import settle_status
from extract.claims.subsets import Subsets
from extract.document import Finished
from extract.groups import Unit, Units, build_groups
from extract.groups.join import join_groups
from extract.numbers import Number
from extract.numbers.draft import PRONOUN
from extract.sentences import sentences
from extract.slots import Slots
from extract.sources import Sources
from extract.tokens import Tokens
from models import Block, Claim, Document, Mention, Numeral, Span
from models.rules import word_set

Spanned = TypeVar("Spanned", Mention, Number)
OPENING = "“\"«‘"  # a paragraph that begins so may go on with the speaker of the one before
PIECE = 100_000  # characters that are read at once
LOOK = 4  # a speaker may be named up to three sentences before the figure


def find_all(
    document: Document,
    tokens: Tokens,
    numbers: Sequence[Number],
    mentions: Sequence[Mention],
    charges: Sequence[Span],
) -> tuple[list[Claim], list[Numeral]]:
    """All claims of a document in reading order, and every number with its fate.

    A long document goes through in pieces of whole paragraphs: of the sentences behind only what the next ones may need
    is kept, so that a report of thousands of pages takes no more memory for them than one of a hundred.
    """
    awards, subsets = Awards(), Subsets()
    sources, slots = Sources(document), Slots(document, mentions, charges)
    finished = Finished(document)
    for rows in read_pieces(document, tokens, numbers, mentions):
        _bind(rows, document, awards, subsets)
        sources.fill(rows)
        slots.fill(rows)
        settle_places(rows)
        for row in rows:
            for draft in row.drafts:
                settle_status(draft, document.text)
        finished.add([draft for row in rows for draft in row.drafts if _is_claim(draft)])
        for row in rows:
            row.drafts.clear()  # they point at their sentences: what is in no circle needs no garbage collector
    return finished.claims, finished.numerals(numbers)


def read_sentences(
    document: Document, tokens: Tokens, numbers: Sequence[Number], mentions: Sequence[Mention]
) -> list[Sentence]:
    """The sentences of a document; those that a claim may rest on are cut into groups."""
    return [row for rows in read_pieces(document, tokens, numbers, mentions) for row in rows]


def read_pieces(
    document: Document, tokens: Tokens, numbers: Sequence[Number], mentions: Sequence[Mention]
) -> Iterator[list[Sentence]]:
    """The sentences of a document, as many paragraphs at once as PIECE says."""
    named = Spans([mention for mention in mentions if mention.label != "CHARGE"])
    figures, counted = Spans(list(numbers)), Spans([number for number in numbers if number.fate is None])
    spans = list(sentences(document.text, document.blocks))
    text = document.text
    for first, last in _pieces(spans):
        whole = Span(spans[first][0].start, spans[last - 1][0].end)
        units = Units(tokens.between(whole.start, whole.end), figures.touching(whole), named.touching(whole))
        rows = []
        for index, (span, block) in enumerate(spans[first:last], first):
            counts = counted.any(span)
            later = [ahead for ahead, b in spans[index + 1 : index + LOOK] if b is block or text[b.start] in OPENING]
            near = counts or block.kind == "table" or any(map(counted.any, later))
            follows = not counts and _follows(spans, index, counted, text)
            parts = units.of(span.start, span.end) if near or follows else []
            wanted = counts or follows or block.kind == "table" or _may_speak(parts)
            groups = join_groups(build_groups(parts), parts) if wanted else []
            rows.append(Sentence(index, span, block, block.start, parts, groups, named.within(span)))
        yield rows


def _pieces(spans: list[tuple[Span, Block]]) -> Iterator[tuple[int, int]]:
    """Where each piece begins and ends, by the number of the sentence; no paragraph is cut."""
    first = 0
    for index, (span, block) in enumerate(spans):
        if span.start - spans[first][0].start > PIECE and block is not spans[index - 1][1]:
            yield first, index
            first = index
    if spans:
        yield first, len(spans)


class Spans(Generic[Spanned]):
    """Mentions or numbers in order, found by where they begin."""

    def __init__(self, items: list[Spanned]) -> None:
        self.items: list[Spanned] = items
        self._starts = [item.start for item in items]

    def within(self, span: Span) -> list[Spanned]:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self.items[first:last]

    def touching(self, span: Span) -> list[Spanned]:
        """With the one before, which may reach into it."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self.items[max(0, first - 1):last]

    def any(self, span: Span) -> bool:
        first = bisect_left(self._starts, span.start)
        return first < len(self._starts) and self._starts[first] < span.end


def _may_speak(pieces: list[Unit]) -> bool:
    """A sentence in which nothing is counted is read only for the speaker that one of the next may mean."""
    speech = word_set("words/verbs", "speech")
    return any(piece.word.verb in speech for piece in pieces)


def _follows(spans: list[tuple[Span, Block]], index: int, counted: "Spans[Number]", text: str) -> bool:
    """May a sentence tell of those counted in one of the two before it in its paragraph, or lie between such two?"""
    span, block = spans[index]
    back = [near for near, b in spans[max(0, index - 2) : index] if b is block]
    ahead = [near for near, b in spans[index + 1 : index + 2] if b is block]
    if back and counted.any(back[-1]):
        return any(has_anaphor(text, near) for near in (span, *ahead))
    return len(back) == 2 and counted.any(back[0]) and has_anaphor(text, span)


def _bind(rows: list[Sentence], document: Document, awards: Awards, subsets: Subsets) -> None:
    before: list[Draft] = []
    paragraph = -1
    for row in rows:
        if row.paragraph != paragraph:
            before, paragraph = [], row.paragraph
        row.drafts = find_claims(row, rule_set())
        if row.block.kind != "table":
            carry_events(row, before)
    bind_cells(rows, document)
    awards.fill(rows)
    subsets.fill(rows)
    for index, row in enumerate(rows):
        before_it = [near for near in rows[max(0, index - 2) : index] if near.paragraph == row.paragraph]
        row.drafts += follow_pronouns(row, before_it)


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
