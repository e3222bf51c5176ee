"""The blocks of a gold document in the groups that every format writes them in."""

from collections.abc import Iterator
from itertools import groupby

from factledger.gold.shapes import GoldDocument
from models.vocabulary import BlockKind


def grouped_blocks(document: GoldDocument) -> Iterator[tuple[BlockKind, int, list[str]]]:
    """(kind, level, texts): the items of a list and the rows of a table together, each other block alone."""
    runs = groupby(enumerate(document.blocks), key=lambda item: (item[1].kind, _run(item)))
    for (kind, _), members in runs:
        blocks = [block for _, block in members]
        yield kind, blocks[0].level, [document.text[block.start:block.end] for block in blocks]


def _run(item: tuple[int, object]) -> int:
    number, block = item
    return -1 if getattr(block, "kind", "") in ("list_item", "table") else number
