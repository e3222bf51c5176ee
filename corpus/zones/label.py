"""Names the zone of each block: title, dateline, heading, list item, caption, boilerplate, signature."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from corpus.draft import as_kind
from corpus.zones.days import full_dates, short_dates
from corpus.zones.rules import dateline_pattern, kind_of_line
from models import Block
from models.vocabulary import BlockKind, DocumentKind

LONGEST_LINE = 500         # no rule for whole lines looks at more
LONGEST_TITLE = 300
LONGEST_HEADING = 110      # of a heading that only its form tells
BLOCKS_OF_HEAD = 25        # where a title and a dateline may stand
SENTENCE_END = ".!?…:;,"
AROUND: tuple[BlockKind, ...] = ("boilerplate", "header", "footer", "caption")
TITLE_KINDS: tuple[BlockKind, ...] = ("heading", "paragraph")


@dataclass(frozen=True, slots=True)
class Zoned:
    """Blocks with their zones; the title's words; the day of the dateline."""

    blocks: tuple[Block, ...]
    title: str
    published: date | None


def label(text: str, blocks: Sequence[Block], titled: str = "", kind: DocumentKind = "report") -> Zoned:
    """The zones of blocks that cover the text; `titled` is a title known from elsewhere.

    A decision has lines with days, but no dateline before its first sentence.
    """
    named = [_named(text, block) if block.kind == "paragraph" else block for block in blocks]
    named = _headings(text, named)
    named, title = _title(text, named, titled)
    named, published = _dateline(text, named, kind)
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


def _head(blocks: Sequence[Block]) -> list[int]:
    """The positions of the first blocks, whatever navigation and running heads stand before them."""
    return [at for at, block in enumerate(blocks) if block.kind not in AROUND][:BLOCKS_OF_HEAD]


def _title(text: str, blocks: list[Block], titled: str) -> tuple[list[Block], str]:
    """The title that a reader or a rule has marked near the top, else the first block that can be one."""
    head = _head(blocks)
    known = next((at for at in head if blocks[at].kind == "title"), None)
    plain = [as_kind(block, "heading") if block.kind == "title" and at != known else block
             for at, block in enumerate(blocks)]
    if known is not None:
        return plain, titled or _one_line(text, blocks[known])
    first = next((at for at in head if blocks[at].kind in TITLE_KINDS), None)
    return (plain, titled) if first is None else _title_at(text, plain, first, titled)


def _title_at(text: str, blocks: list[Block], position: int, titled: str) -> tuple[list[Block], str]:
    line = _one_line(text, blocks[position])
    alone = all(other.kind not in TITLE_KINDS for other in blocks[position + 1 :])
    if alone or len(line) > LONGEST_TITLE or line[-1] in SENTENCE_END or dateline_pattern().match(line):
        return blocks, titled
    return [*blocks[:position], as_kind(blocks[position], "title"), *blocks[position + 1 :]], titled or line


def _one_line(text: str, block: Block) -> str:
    return " ".join(text[block.start : block.end].split())


def _dateline(text: str, blocks: list[Block], kind: DocumentKind) -> tuple[list[Block], date | None]:
    """Cuts the dateline off its paragraph; a line near the top that is only a day counts where there is none."""
    lone: list[tuple[int, date]] = []
    for position, block in ((at, blocks[at]) for at in _head(blocks)):
        found = dateline_pattern().match(text, block.start, block.end) if block.kind in TITLE_KINDS else None
        if found is None:
            continue
        days = full_dates(found[0]) or (short_dates(found[0]) if found.end() < block.end else [])
        if found.end() < block.end and kind == "decision":
            continue
        if found.end() < block.end:
            cut = _cut(text, block, found.end())
            return [*blocks[:position], *cut, *blocks[position + 1 :]], days[-1] if days else _first(lone)
        lone += [(position, day) for day in days[-1:]]
    if not lone:
        return blocks, None
    position, day = lone[0]
    return [*blocks[:position], as_kind(blocks[position], "dateline"), *blocks[position + 1 :]], day


def _first(lone: list[tuple[int, date]]) -> date | None:
    return lone[0][1] if lone else None


def _cut(text: str, block: Block, end: int) -> list[Block]:
    rest = end + len(text[end : block.end]) - len(text[end : block.end].lstrip())
    head = Block("dateline", block.start, end)
    return [head, Block(block.kind, rest, block.end, block.level)] if rest < block.end else [head]
