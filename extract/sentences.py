"""Where sentences begin and end: punctuation, abbreviations, initials."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from models import Block, Span
from models.rules import load
from models.table import rows_of

# a footnote's number may be glued to the stop: "fourteen men.3 Four"
# it begins with a set of marks, so that the search leaps from one to the next
END = re.compile(
    r"[.!?…\n;:](?:(?<=[.!?…])[.!?…]*[\"”’'»)\]]*(?P<note>(?<=\D)\d{1,3})?(?=\s+[\"“‘«(\[]?[^\W_a-z]|\s*$)"
    r"|(?<=\n)\s*\n|(?<=[;:])\s*\n)"
)
LAST_WORD = re.compile(r"([\w.’']+)$")
READ = frozenset({"title", "heading", "paragraph", "list_item", "table", "caption", "footnote", "signature"})


def sentences(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Span, Block]]:
    """The sentences of all blocks that are read, in order, without white space around them; none leaves its cell."""
    for block in blocks:
        if block.kind == "table":
            yield from ((span, block) for row in rows_of(text, block) for cell in row
                        for span in split(text, cell.start, cell.end))
        elif block.kind in READ:
            for span in split(text, block.start, block.end):
                yield span, block


def split(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of text[start:end]."""
    begin = start
    for match in END.finditer(text, start, end):
        if match.end() <= begin or _is_abbreviation(text, begin, match):
            continue
        yield from _trimmed(text, begin, match.start("note") if match["note"] else match.end())
        begin = match.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _is_abbreviation(text: str, begin: int, match: re.Match[str]) -> bool:
    if text[match.start()] != "." or (match.end() - match.start() > 1 and not match["note"]):
        return False
    if match["note"] and not text[match.start() - 1].islower():
        return text[match.start() - 1].isalnum()  # "3.5 Million"
    before = LAST_WORD.search(text, max(begin, match.start() - 24), match.start())
    if before is None:
        return False
    word = before[1].lower()
    words, final = _abbreviations()
    if word in words:
        return word not in final or not _new_sentence(text, match.end())
    if len(word) == 1 and word.isalpha():  # an initial: "J. Smith"; "A." at the end of a name stays open
        return text[before.start(1)].isupper()
    return word.isdigit() and before.start(1) == begin  # "7. On 8 July": the number of a paragraph


def _new_sentence(text: str, at: int) -> bool:
    following = text[at : at + 40].split()
    return bool(following) and following[0].strip('“"(').lower() in (
        "the",
        "a",
        "he",
        "she",
        "it",
        "they",
        "in",
        "on",
        "at",
    )


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    tables = load("words/abbreviations")
    return frozenset(tables["words"]), frozenset(tables["final"])
