"""The sentence that a span stands in, as the rules saw it."""

from extract.sentences import split
from models import Document, Span

WITHOUT_BLOCK = 300  # characters shown on both sides of words that stand in no block


def sentence_around(document: Document, start: int, end: int) -> Span:
    """The sentence, or all of those that the span reaches into."""
    block = next(
        (block for block in document.blocks if block.start <= start and end <= block.end),
        Span(max(0, start - WITHOUT_BLOCK), min(len(document.text), end + WITHOUT_BLOCK)),
    )
    reached = [span for span in split(document.text, block.start, block.end) if span.start < end and span.end > start]
    return Span(reached[0].start, reached[-1].end) if reached else Span(start, end)
