"""From tokens, numbers and mentions to finished claims."""

from collections.abc import Sequence

from extract.claims.awards import award_sums
from extract.claims.carry import carry_events
from extract.claims.draft import Draft, Sentence
from extract.claims.find import STATED, find_claims
from extract.claims.rules import rule_set
from extract.claims.status import settle_status
from extract.document import finish
from extract.groups import Units, build_groups
from extract.groups.join import join_groups
from extract.numbers import Number
from extract.sentences import sentences
from extract.slots import fill_slots
from extract.sources import attribute
from models import Block, Claim, Document, Mention, Numeral, Span

OPAQUE = ("CHARGE",)  # spans that hold whole clauses: their words are read like all others


def find_all(document: Document, tokens: Sequence[tuple[int, str]], numbers: Sequence[Number],
             mentions: Sequence[Mention]) -> tuple[list[Claim], list[Numeral]]:
    """All claims of a document in reading order, and every number with its fate."""
    rows = read_sentences(document, tokens, numbers, mentions)
    _bind(rows)
    attribute(rows, document)
    fill_slots(rows, document)
    for row in rows:
        for draft in row.drafts:
            settle_status(draft, document.text)
    drafts = [draft for sentence in rows for draft in sentence.drafts if _is_claim(draft)]
    return finish(drafts, numbers, document)


def read_sentences(document: Document, tokens: Sequence[tuple[int, str]], numbers: Sequence[Number],
                   mentions: Sequence[Mention]) -> list[Sentence]:
    """The sentences of a document, cut into groups."""
    units = Units(tokens, numbers, [mention for mention in mentions if mention.label not in OPAQUE])
    spans = sentences(document.text, document.blocks)
    return [_sentence(index, span, block, units) for index, (span, block) in enumerate(spans)]


def _sentence(index: int, span: Span, block: Block, units: Units) -> Sentence:
    pieces = units.of(span.start, span.end)
    groups = join_groups(build_groups(pieces), pieces)
    inside = [piece.mention for piece in pieces if piece.mention is not None]
    return Sentence(index, span, block, block.start, pieces, groups, inside)


def _bind(rows: list[Sentence]) -> None:
    before: list[Draft] = []
    paragraph = -1
    for row in rows:
        if row.paragraph != paragraph:
            before, paragraph = [], row.paragraph
        row.drafts = find_claims(row, rule_set())
        carry_events(row, before)
    award_sums(rows)


def _is_claim(draft: Draft) -> bool:
    """A number with no event is a claim if it counts something; a mere length of time is none."""
    if draft.rule != STATED:
        return True
    if draft.number.kind == "duration":
        return False
    vague_subject = draft.number.quantity.vague is not None
    return bool(draft.counted.text) or vague_subject or draft.number.kind in ("money", "percent", "ratio")
