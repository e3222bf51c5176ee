"""The sentence that a span stands in, for showing it to a person."""

import re

from models import Document, Span

# a full stop, question or exclamation mark, closing quotes, then a capital: good enough to show, never used to extract
BOUNDARY = re.compile(r"""[.?!]["'”’)\]]*\s+(?=["'“‘(\[]*[A-Z0-9])|\n""")
ABBREVIATIONS = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|No|Nos|Art|v|cf|p|pp|para|paras|Col|Gen|Lt|Sgt|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec))\.\s+$")


def sentence_around(document: Document, start: int, end: int) -> Span:
    """The sentence (several, if the span crosses a boundary) within the block that the span stands in."""
    block = next(
        (block for block in document.blocks if block.start <= start and end <= block.end),
        Span(max(0, start - 300), min(len(document.text), end + 300)),
    )
    words = document.text[block.start:block.end]
    cuts = [match.end() for match in BOUNDARY.finditer(words) if not ABBREVIATIONS.search(words[:match.end()][-12:])]
    first = max((cut for cut in cuts if cut <= start - block.start), default=0)
    last = min((cut for cut in cuts if cut >= end - block.start), default=len(words))
    return Span(block.start + first, block.start + last)
