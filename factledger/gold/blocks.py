"""The blocks of a gold document in the groups that every format writes them in."""

from collections.abc import Iterator
from itertools import groupby

from factledger.gold.shapes import GoldDocument
from models.vocabulary import BlockKind


def grouped_blocks(document: GoldDocument) -> Iterator[tuple[BlockKind, int, list[str]]]:
    """(kind, level, texts): the items of a list together, the rows of a table, each other block alone."""
    runs = groupby(enumerate(document.blocks), key=lambda item: -1 if item[1].kind == "list_item" else item[0])
    for _, members in runs:
        blocks = [block for _, block in members]
        texts = [document.text[block.start:block.end] for block in blocks]
        kind = blocks[0].kind
        yield kind, blocks[0].level, texts[0].split("\n") if kind == "table" else texts
