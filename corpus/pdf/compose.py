"""The canonical text of a PDF: words joined to lines, paragraphs and pages, each word with its address and box."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

import numpy

from corpus.pdf.library import Table
from corpus.pdf.lines import Line
from corpus.pdf.paragraph import Paragraph
from corpus.pdf.tokens import Tokens
from models import Block
from models.rules import load
from models.word_table import COLUMNS, Words

HYPHENATED = 0.02    # of the lines: fewer hyphens at their ends belong to words such as "well-being"
EDGES = ".,;:!?()[]{}\"“”‘’'…"


@dataclass(frozen=True, slots=True)
class Habits:
    """Every whole word of the document in small letters, and whether it cuts words at the ends of lines."""

    words: frozenset[str]
    hyphenates: bool


@dataclass(slots=True)
class Composition:
    """The text so far, in parts; for each word its length and its box, for each run of words what stands before it.

    `cut`: the lengths of words that have lost their hyphen, by the word's number.
    """

    paragraphs: Sequence[Paragraph]
    parts: list[str] = field(default_factory=list)
    length: int = 0
    skipped: int = 0
    runs: list[tuple[int, int, int]] = field(default_factory=list)    # place, characters before it, page
    glued: list[int] = field(default_factory=list)
    count: int = 0
    widths: list[Table] = field(default_factory=list)
    cut: dict[int, int] = field(default_factory=dict)
    boxes: list[Table] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    habits: Habits | None = None

    def hyphen(self, first: str, second: str) -> str:
        """"-" when the hyphen at a line's end belongs to the word, else nothing."""
        if self.habits is None:
            self.habits = _habits(self.paragraphs)
        return _hyphen(first, second, self.habits)

    def skip(self, text: str) -> None:
        """More text at the end that is no word."""
        self.parts.append(text)
        self.length += len(text)
        self.skipped += len(text)

    def add(self, tokens: Tokens, rows: Sequence[int], page: int, text: str, last: str) -> None:
        """More words at the end, which this text is; the last of them ends so."""
        self.runs.append((self.count, self.skipped, page))
        self.skipped = 0
        if tokens.glued:
            self.glued += [self.count + at for at, row in enumerate(rows) if at and row in tokens.glued]
        chosen = slice(rows.start, rows.stop) if isinstance(rows, range) else list(rows)
        self.widths.append(tokens.lengths[chosen])
        self.boxes.append(tokens.boxes[chosen])
        self.count += len(rows)
        if len(last) != len(tokens.texts[rows[-1]]):
            self.cut[self.count - 1] = len(last)
        self.parts.append(text)
        self.length += len(text)

    def words(self) -> Words:
        """All words that have letters left."""
        table = numpy.zeros((self.count, COLUMNS))
        widths = numpy.concatenate([*self.widths, numpy.zeros(0, dtype="i4")])
        widths[list(self.cut)] = list(self.cut.values())
        starts, skipped, pages = numpy.array(self.runs, dtype="i4").reshape(-1, 3).T
        gaps = numpy.ones(len(widths), dtype="i4")
        gaps[numpy.array(self.glued, dtype=int)], gaps[starts] = 0, skipped
        table[:, 1] = numpy.cumsum(widths + gaps)
        table[:, 0] = table[:, 1] - widths
        table[:, 2] = numpy.repeat(pages, numpy.diff(starts, append=len(widths)))
        if self.boxes:
            numpy.concatenate(self.boxes, out=table[:, 3:], casting="same_kind")
            table[:, 3:].round(2, out=table[:, 3:])
        return Words(table if widths.all() else table[widths > 0])


def compose(paragraphs: Sequence[Paragraph]) -> tuple[str, list[Block], Words]:
    """The text of the paragraphs, a blank line between any two; their blocks; their words."""
    composition = Composition(paragraphs)
    for paragraph in paragraphs:
        if composition.length:
            composition.skip("\n\n")
        start = composition.length
        if paragraph.kind == "table":
            _add_rows(paragraph, composition)
        else:
            _add_lines(paragraph.lines, composition)
        composition.blocks.append(Block(paragraph.kind, start, composition.length, paragraph.level))
    return "".join(composition.parts), composition.blocks, composition.words()


def _add_rows(paragraph: Paragraph, composition: Composition) -> None:
    """A line for each row, bars between the cells."""
    for number, line in enumerate(paragraph.lines):
        composition.skip("\n" if number else "")
        for position, (low, high) in enumerate(pairwise([0, *line.cells, len(line.rows)])):
            composition.skip(" | " if position else "")
            _add_runs(list(_runs(line, line.rows[low:high])), composition)


def _add_lines(lines: Sequence[Line], composition: Composition) -> None:
    """A plain hyphen at the end of a line but the last cuts a word as PDFium's own sign does."""
    _add_runs([run for line in lines for run in _runs(line, line.rows)], composition)


Run = tuple[Line, Sequence[int]]


def _runs(line: Line, rows: Sequence[int]) -> Iterator[Run]:
    """The words of a line, cut behind each one that a hyphen breaks."""
    if not line.tokens.broken or line.tokens.broken.isdisjoint(rows[:-1]):
        if rows:
            yield line, rows
        return
    cuts = [at + 1 for at, row in enumerate(rows[:-1]) if row in line.tokens.broken]
    for low, high in pairwise([0, *cuts, len(rows)]):
        yield line, rows[low:high]


def _add_runs(runs: Sequence[Run], composition: Composition) -> None:
    joined = True
    for position, (line, rows) in enumerate(runs, start=1):
        tokens, text = line.tokens, line.text if rows is line.rows else line.tokens.joined(rows)
        last = tokens.texts[rows[-1]]
        cut = position < len(runs) and (rows[-1] in tokens.broken or (last[-1] == "-" and last[-2:-1].isalnum()))
        if not (joined or rows[0] in tokens.glued):
            composition.skip(" ")
        if cut:
            following, after = runs[position]
            hyphen = composition.hyphen(last[:-1], following.tokens.texts[after[0]])
            text, last = text[:-1] + hyphen, last[:-1] + hyphen
        composition.add(tokens, rows, line.page, text, last)
        joined = cut


def _habits(paragraphs: Iterable[Paragraph]) -> Habits:
    lines = [line for paragraph in paragraphs for line in paragraph.lines]
    words: set[str] = set()
    for line in lines:
        words.update(line.text.lower().split())
    cut = sum(line.is_broken or line.text[-1] == "-" for line in lines)
    return Habits(frozenset(word.strip(EDGES) for word in words), cut > HYPHENATED * len(lines))


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
