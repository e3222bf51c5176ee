"""The canonical text of a PDF: words joined to lines, paragraphs and pages, each word with its address and box."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from corpus.pdf.paragraphs import Paragraph
from corpus.pdf.tokens import Token
from models import Block, Word
from models.rules import load

HYPHENATED = 0.02    # of the lines: fewer hyphens at their ends belong to words such as "well-being"
EDGES = ".,;:!?()[]{}\"“”‘’'…"


@dataclass(frozen=True, slots=True)
class Habits:
    """Every whole word of the document in small letters, and whether it cuts words at the ends of lines."""

    words: frozenset[str]
    hyphenates: bool


@dataclass(slots=True)
class Composition:
    """The text so far, in parts, with the words and blocks that stand in it."""

    paragraphs: Sequence[Paragraph]
    parts: list[str] = field(default_factory=list)
    length: int = 0
    words: list[Word] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    habits: Habits | None = None

    def hyphen(self, first: str, second: str) -> str:
        """"-" when the hyphen at a line's end belongs to the word, else nothing."""
        if self.habits is None:
            self.habits = _habits(self.paragraphs)
        return _hyphen(first, second, self.habits)

    def add(self, text: str) -> None:
        """More text at the end."""
        self.parts.append(text)
        self.length += len(text)


def compose(paragraphs: Sequence[Paragraph]) -> tuple[str, list[Block], list[Word]]:
    """The text of the paragraphs, a blank line between any two; their blocks; their words."""
    composition = Composition(paragraphs)
    for paragraph in paragraphs:
        if composition.length:
            composition.add("\n\n")
        start = composition.length
        if paragraph.kind == "table":
            _add_rows(paragraph, composition)
        else:
            _add_words(_tokens(paragraph), composition)
        composition.blocks.append(Block(paragraph.kind, start, composition.length, paragraph.level))
    return "".join(composition.parts), composition.blocks, composition.words


def _add_rows(paragraph: Paragraph, composition: Composition) -> None:
    """A line for each row, bars between the cells."""
    for number, line in enumerate(paragraph.lines):
        composition.add("\n" if number else "")
        for low, high in pairwise([0, *line.cells, len(line.tokens)]):
            composition.add(" | " if low else "")
            _add_words([(line.page, token) for token in line.tokens[low:high]], composition)


def _tokens(paragraph: Paragraph) -> list[tuple[int, Token]]:
    """The paragraph's words with their pages; a plain hyphen at a line's end cuts a word as PDFium's own sign does."""
    for line in paragraph.lines[:-1]:
        last = line.tokens[-1]
        last.broken = last.broken or (last.text[-1] == "-" and last.text[-2:-1].isalnum())
    return [(line.page, token) for line in paragraph.lines for token in line.tokens]


def _add_words(tokens: list[tuple[int, Token]], composition: Composition) -> None:
    add_part, add_word, end = composition.parts.append, composition.words.append, composition.length
    joined = True
    for position, (page, token) in enumerate(tokens, start=1):
        text = token.text
        if token.broken and position < len(tokens):
            text = text[:-1] + composition.hyphen(text[:-1], tokens[position][1].text)
        if not (joined or token.glued):
            add_part(" ")
            end += 1
        if text:
            start, end = end, end + len(text)
            add_part(text)
            add_word(Word(start, end, page, token.box))
        joined = token.broken
    composition.length = end


def _habits(paragraphs: Iterable[Paragraph]) -> Habits:
    lines = [line for paragraph in paragraphs for line in paragraph.lines]
    words = (token.text.strip(EDGES).lower() for line in lines for token in line.tokens if not token.broken)
    cut = sum(line.tokens[-1].broken for line in lines)
    return Habits(frozenset(words), cut > HYPHENATED * len(lines))


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(load("zones")["hyphens"]["prefixes"].split())


def _hyphen(first: str, second: str, habits: Habits) -> str:
    """The document itself decides where it has the word elsewhere; then whether it cuts words at all."""
    head, tail = first.strip(EDGES).lower(), second.strip(EDGES).lower()
    if not head or not tail or not (head[-1].isalpha() and second[0].islower()):
        return "-"
    if head + tail in habits.words:
        return ""
    if f"{head}-{tail}" in habits.words or head.rpartition("-")[2] in _prefixes() or not habits.hyphenates:
        return "-"
    return "-" if head in habits.words and tail in habits.words else ""
