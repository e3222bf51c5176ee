"""From tokens, numbers and mentions to finished claims."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

from extract.claims.awards import award_sums
from extract.claims.carry import carry_events
from extract.claims.draft import Draft, Sentence
from extract.claims.find import STATED, find_claims
from extract.claims.rules import rule_set
from extract.claims.status import settle_status
from extract.claims.subsets import link_subsets
from extract.document import finish
from extract.groups import Units, build_groups
from extract.groups.join import join_groups
from extract.numbers import Number
from extract.sentences import sentences
from extract.slots import fill_slots
from extract.sources import attribute
from models import Claim, Document, Mention, Numeral

Spanned = TypeVar("Spanned", Mention, Number)


def find_all(
    document: Document, tokens: Sequence[tuple[int, str]], numbers: Sequence[Number], mentions: Sequence[Mention]
) -> tuple[list[Claim], list[Numeral]]:
    """All claims of a document in reading order, and every number with its fate."""
    rows = read_sentences(document, tokens, numbers, mentions)
    _bind(rows)
    attribute(rows, document)
    fill_slots(rows, document, mentions)
    for row in rows:
        for draft in row.drafts:
            settle_status(draft, document.text)
    drafts = [draft for sentence in rows for draft in sentence.drafts if _is_claim(draft)]
    return finish(drafts, numbers, document)


def read_sentences(
    document: Document, tokens: Sequence[tuple[int, str]], numbers: Sequence[Number], mentions: Sequence[Mention]
) -> list[Sentence]:
    """The sentences of a document, cut into groups."""
    named = [mention for mention in mentions if mention.label != "CHARGE"]
    charges = [mention for mention in mentions if mention.label == "CHARGE"]
    units = Units(tokens, numbers, named)
    counted = [number for number in numbers if number.fate is None]
    rows = []
    for index, (span, block) in enumerate(sentences(document.text, document.blocks)):
        # a paragraph in which nothing is counted needs no groups: its dates and places are all that others may inherit
        pieces = units.of(span.start, span.end) if _within(counted, block.start, block.end) else []
        groups = join_groups(build_groups(pieces), pieces)
        inside, charged = (_within(rows_of, span.start, span.end) for rows_of in (named, charges))
        rows.append(Sentence(index, span, block, block.start, pieces, groups, inside, charged))
    return rows


def _within(items: Sequence[Spanned], start: int, end: int) -> list[Spanned]:
    """Those of the ordered items that begin in text[start:end]."""
    first, last = (bisect_left(items, place, key=_start) for place in (start, end))
    return list(items[first:last])


def _start(item: Mention | Number) -> int:
    return item.start


def _bind(rows: list[Sentence]) -> None:
    before: list[Draft] = []
    paragraph = -1
    for row in rows:
        if row.paragraph != paragraph:
            before, paragraph = [], row.paragraph
        row.drafts = find_claims(row, rule_set())
        carry_events(row, before)
    award_sums(rows)
    link_subsets(rows)


def _is_claim(draft: Draft) -> bool:
    """A number with no event is a claim if it counts something; a mere length of time is none."""
    if draft.rule != STATED:
        return True
    if draft.number.kind == "duration":
        return False
    vague_subject = draft.number.quantity.vague is not None
    return bool(draft.counted.text) or vague_subject or draft.number.kind in ("money", "percent", "ratio")
