"""A figure alone in the cell of a table happened to what its column's head, or else its row's, says."""

from collections.abc import Sequence

from extract.claims.counted import counted_of
from extract.claims.draft import Draft, Sentence
from extract.claims.wholes import STATED
from extract.groups import Group
from models import Document, Span
from models.table import rows_of

RULE = "figure-in-a-cell"
RANK = 6

Grid = list[list[Span]]


def bind_cells(rows: Sequence[Sentence], document: Document) -> None:
    """Gives the figures of all tables the events of their heads, and the names in their row's first cell."""
    tables: dict[int, list[Sentence]] = {}
    for row in rows:
        if row.block.kind == "table":
            tables.setdefault(id(row.block), []).append(row)
    for sentences in tables.values():
        _bind_table(rows_of(document.text, sentences[0].block), {row.span.start: row for row in sentences})


def _bind_table(grid: Grid, sentences: dict[int, Sentence]) -> None:
    """What names the event of a figure: the nearest cell above that names one; else the row's first cell."""
    heads: list[Group | None] = [None] * max(map(len, grid), default=0)
    for place, line in enumerate(grid):
        label = _naming(line[0], sentences) if line else None
        for column, cell in enumerate(line):
            draft = _alone(sentences.get(cell.start), cell) if place and column else None
            head = heads[column] or label
            if draft and head:
                _fill(draft, head, sentences.get(line[0].start))
        _take_heads(heads, line, sentences)


def _take_heads(heads: list[Group | None], line: list[Span], sentences: dict[int, Sentence]) -> None:
    """A cell with no figure is the head of its column, and of those right of it where this row has no cell."""
    named = None
    for column in range(len(heads)):
        if column < len(line) and line[column].end > line[column].start:
            named = _naming(line[column], sentences)
        heads[column] = named or heads[column]


def _naming(cell: Span, sentences: dict[int, Sentence]) -> Group | None:
    """The first group of a cell without figures that names an event."""
    sentence = sentences.get(cell.start)
    if sentence is None or sentence.drafts:
        return None
    return next((group for group in sentence.groups if group.events), None)


def _alone(sentence: Sentence | None, cell: Span) -> Draft | None:
    """The draft of a figure that is all that stands in the cell."""
    if sentence is None or len(sentence.drafts) != 1 or sentence.drafts[0].rule != STATED:
        return None
    draft = sentence.drafts[0]
    alone = (draft.number.start, draft.number.end) == (cell.start, cell.end)
    return draft if alone and draft.number.kind == "count" else None


def _fill(draft: Draft, head: Group, label: Sentence | None) -> None:
    draft.event, draft.rule, draft.rank, draft.anchor = head.events[0], RULE, RANK, head
    draft.evidence["head"] = Span(head.start, head.end)
    draft.counted = counted_of(draft)
    if label is not None and label is not draft.sentence and not label.drafts:
        draft.sentence.mentions = [*label.mentions, *draft.sentence.mentions]
        draft.evidence["row"] = label.span


def settle_places(rows: Sequence[Sentence]) -> None:
    """A row whose first cell is a name that nothing is known of does not take its place from elsewhere."""
    for draft in (draft for row in rows for draft in row.drafts if draft.rule == RULE and draft.place):
        label = draft.evidence.get("row")
        if label is not None and not any(label.start <= each.start < label.end for each in draft.sentence.mentions):
            draft.place = None
