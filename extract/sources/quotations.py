"""What stands in quotation marks: speech that may run over sentences, never a word or two."""

import re
from collections.abc import Iterator

from models import Block, Span

# opening mark -> the quotation; a single mark is also an apostrophe: it closes only behind a stop
PAIRS = {
    "“": re.compile(r"“(?P<said>[^“”]*)(?:”|$)"),
    "«": re.compile(r"«(?P<said>[^«»]*)(?:»|$)"),
    '"': re.compile(r'(?<!\w)"(?P<said>[^"]*)(?:"|$)'),
    "‘": re.compile(r"(?<!\w)‘(?P<said>[^‘“”]*?[.,!?])’"),
}
WORDS = re.compile(r"\S+\s+\S+\s+\S")  # fewer are a term, no speech


def quotations(text: str, block: Block) -> list[Span]:
    """What is said in a block, mark by mark; a quotation that is not closed runs to its end."""
    return sorted(_quoted(text[block.start : block.end], block.start), key=lambda span: span.start)


def _quoted(words: str, at: int) -> Iterator[Span]:
    for mark, pair in PAIRS.items():
        if mark in words:
            for found in pair.finditer(words):
                if WORDS.search(found["said"]):
                    yield Span(at + found.start("said"), at + found.end("said"))


def spoken_in(quoted: list[Span], sentence: Span) -> Span | None:
    """The part of a sentence that stands in quotation marks; of several the first."""
    for span in quoted:
        if span.start < sentence.end and sentence.start < span.end:
            return Span(max(span.start, sentence.start), min(span.end, sentence.end))
    return None
