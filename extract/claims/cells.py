"""A figure alone in the cell of a table happened to what its column's head, or else its row's, says."""

from collections.abc import Iterator, Sequence

from extract.claims.counted import counted_of
from extract.claims.draft import Draft, Sentence
from extract.claims.find import STATED
from extract.groups import Group
from models import Document, Span
from models.table import rows_of

RULE = "figure-in-a-cell"
RANK = 6

Grid = list[list[Span]]


def bind_cells(rows: Sequence[Sentence], document: Document) -> None:
    """Gives the figures of all tables the events of their heads, and the names in their row's first cell."""
    tables = {id(row.block): row.block for row in rows if row.block.kind == "table"}
    for block in tables.values():
        sentences = {row.span.start: row for row in rows if row.block is block}
        _bind_table(rows_of(document.text, block), sentences)


def _bind_table(grid: Grid, sentences: dict[int, Sentence]) -> None:
    for place, line in enumerate(grid):
        for column, cell in enumerate(line):
            draft = _alone(sentences.get(cell.start), cell) if place and column else None
            head = next(_heads(grid, place, column, sentences), None) if draft else None
            if draft and head:
                _fill(draft, head, sentences.get(line[0].start))


def _alone(sentence: Sentence | None, cell: Span) -> Draft | None:
    """The draft of a figure that is all that stands in the cell."""
    if sentence is None or len(sentence.drafts) != 1 or sentence.drafts[0].rule != STATED:
        return None
    draft = sentence.drafts[0]
    alone = (draft.number.start, draft.number.end) == (cell.start, cell.end)
    return draft if alone and draft.number.kind == "count" else None


def _heads(grid: Grid, place: int, column: int, sentences: dict[int, Sentence]) -> Iterator[Group]:
    """What may name the event: the cells above without figures, the nearest first; then the row's first cell."""
    above = [next((cell for cell in line[column::-1] if cell.end > cell.start), None) for line in grid[place - 1 :: -1]]
    for cell in [*above, grid[place][0]]:
        sentence = sentences.get(cell.start) if cell else None
        if sentence and not sentence.drafts:
            yield from (group for group in sentence.groups if group.events)


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
