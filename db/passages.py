"""The pieces of a text that a search finds: its paragraphs, headings, lists, tables and notes."""

import json
from collections.abc import Iterator

LONGEST = 10_000  # characters of one piece: PostgreSQL indexes no text of a megabyte
SKIPPED = ("boilerplate", "header", "footer")

Passage = tuple[int, int, str]  # where it starts and ends, and its words


def passages(text: str, blocks: str) -> list[Passage]:
    """The pieces of a text with these blocks (as JSON) in their order; the whole of it where it has none."""
    wanted = [(block["start"], block["end"]) for block in json.loads(blocks) if block["kind"] not in SKIPPED]
    return [(start, end, text[start:end].replace("\0", " "))
            for first, last in wanted or [(0, len(text))] for start, end in _pieces(text, first, last)
            if not text[start:end].isspace()]


def _pieces(text: str, start: int, last: int) -> Iterator[tuple[int, int]]:
    """Pieces that are not too long, cut at a space where there is one."""
    while start < last:
        end = min(start + LONGEST, last)
        if end < last:
            space = text.rfind(" ", start + 1, end)
            end = space if space > 0 else end
        yield start, end
        start = end
