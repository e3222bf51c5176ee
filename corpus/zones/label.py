"""Names the zone of each block: title, dateline, heading, list item, caption, boilerplate, signature."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from corpus.draft import as_kind
from corpus.zones.days import full_date
from corpus.zones.rules import dateline_pattern, kind_of_line
from models import Block
from models.vocabulary import BlockKind

LONGEST_LINE = 500         # no rule for whole lines looks at more
LONGEST_TITLE = 300
LONGEST_HEADING = 110      # of a heading that only its form tells
BLOCKS_OF_HEAD = 25        # where a title and a dateline may stand
SENTENCE_END = ".!?…:;,"
TITLE_KINDS: tuple[BlockKind, ...] = ("heading", "paragraph")


@dataclass(frozen=True, slots=True)
class Zoned:
    """Blocks with their zones; the title's words; the day of the dateline."""

    blocks: tuple[Block, ...]
    title: str
    published: date | None


def label(text: str, blocks: Sequence[Block], titled: str = "") -> Zoned:
    """The zones of blocks that cover the text; `titled` is a title known from elsewhere."""
    named = [_named(text, block) if block.kind == "paragraph" else block for block in blocks]
    named = _headings(text, named)
    named, title = _title(text, named, titled)
    named, published = _dateline(text, named)
    return Zoned(tuple(named), title, published)


def _named(text: str, block: Block) -> Block:
    if block.end - block.start > LONGEST_LINE:
        return block
    kind = kind_of_line(text[block.start : block.end])
    return as_kind(block, kind) if kind else block


def _headings(text: str, blocks: list[Block]) -> list[Block]:
    """A few words without a figure or a sentence's end over a longer block are a heading, whatever their capitals."""
    for position, (block, following) in enumerate(pairwise(blocks)):
        if block.kind != "paragraph" or block.end - block.start > LONGEST_HEADING:
            continue
        line = text[block.start : block.end]
        longer = following.kind == "paragraph" and following.end - following.start > 2 * len(line)
        if longer and _looks_like_heading(line):
            blocks[position] = as_kind(block, "heading")
    return blocks


def _looks_like_heading(line: str) -> bool:
    """Few words, a capital first, nothing that ends or goes on, no figure."""
    plain = line[-1] not in SENTENCE_END + "”\"'" and "\n" not in line
    return plain and line[0].isupper() and line.count(" ") < 12 and not any(map(str.isdigit, line))


def _title(text: str, blocks: list[Block], titled: str) -> tuple[list[Block], str]:
    """The first block that can be one becomes the title, unless a reader has marked it already."""
    known = next((position for position, block in enumerate(blocks) if block.kind == "title"), None)
    if known is not None:
        rest = [as_kind(block, "heading") if block.kind == "title" else block for block in blocks[known + 1 :]]
        return [*blocks[: known + 1], *rest], titled or _one_line(text, blocks[known])
    for position, block in enumerate(blocks[:BLOCKS_OF_HEAD]):
        if block.kind in TITLE_KINDS:
            return _title_at(text, blocks, position, titled)
    return blocks, titled


def _title_at(text: str, blocks: list[Block], position: int, titled: str) -> tuple[list[Block], str]:
    line = _one_line(text, blocks[position])
    alone = all(other.kind not in TITLE_KINDS for other in blocks[position + 1 :])
    if alone or len(line) > LONGEST_TITLE or line[-1] in SENTENCE_END or dateline_pattern().match(line):
        return blocks, titled
    return [*blocks[:position], as_kind(blocks[position], "title"), *blocks[position + 1 :]], titled or line


def _one_line(text: str, block: Block) -> str:
    return " ".join(text[block.start : block.end].split())


def _dateline(text: str, blocks: list[Block]) -> tuple[list[Block], date | None]:
    """Cuts the dateline off its paragraph. A line that is only a day gives the day when no dateline does."""
    result, day = list(blocks), None
    for position, block in enumerate(blocks[:BLOCKS_OF_HEAD]):
        if block.kind not in TITLE_KINDS:
            continue
        found = dateline_pattern().match(text, block.start, block.end)
        if found is None:
            continue
        day = day or full_date(found[0])
        result[position : position + 1] = _cut(text, block, found.end())
        if found.end() < block.end:
            return result, full_date(found[0]) or day
        if day is None:
            continue
        result[position] = as_kind(block, "dateline")
        break
    return result, day


def _cut(text: str, block: Block, end: int) -> list[Block]:
    rest = end + len(text[end : block.end]) - len(text[end : block.end].lstrip())
    head = Block("dateline", block.start, end)
    return [head, Block(block.kind, rest, block.end, block.level)] if rest < block.end else [head]
