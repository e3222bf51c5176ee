"""An address in a document's text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Python code-point offsets: `document.text[start:end]` is the quote."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the source with their address; the span is None where the words are inherited."""

    text: str
    span: Span | None = None
