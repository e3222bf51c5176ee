"""From tokens, numbers and mentions to finished claims."""

from collections.abc import Sequence

from extract.claims.anaphora import follow_pronouns, has_anaphor
from extract.claims.awards import Awards
from extract.claims.carry import carry_events
from extract.claims.cells import bind_cells, settle_places
from extract.claims.draft import Draft, Sentence
from extract.claims.find import find_claims
from extract.claims.pieces import read_pieces
from extract.claims.rules import rule_set
from extract.claims.status import settle_status
from extract.claims.subsets import Subsets
from extract.claims.wholes import STATED
from extract.document import Finished
from extract.numbers import Number
from extract.numbers.draft import PRONOUN
from extract.slots import Slots
from extract.sources import Sources
from extract.tokens import Tokens
from models import Claim, Document, Mention, Numeral, Span


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
            settle_status(row, document.text)
        finished.add([draft for row in rows for draft in row.drafts if _is_claim(draft)])
        for row in rows:
            row.drafts.clear()  # they point at their sentences: what is in no circle needs no garbage collector
    return finished.claims, finished.numerals(numbers)


def _bind(rows: list[Sentence], document: Document, awards: Awards, subsets: Subsets) -> None:
    before: list[Draft] = []
    paragraph = -1
    for row in rows:
        if row.paragraph != paragraph:
            before, paragraph = [], row.paragraph
        row.drafts = find_claims(row, rule_set()) if row.counts else []
        if row.block.kind != "table":
            carry_events(row, before)
    bind_cells(rows, document)
    awards.fill(rows)
    subsets.fill(rows)
    for index, row in enumerate(rows):
        before_it = [near for near in rows[max(0, index - 2) : index] if near.paragraph == row.paragraph]
        if row.drafts or (any(near.drafts for near in before_it) and has_anaphor(document.text, row.span)):
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
