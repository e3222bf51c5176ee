"""The headings and the title of a PDF: by size and weight."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from corpus.pdf.lines import Line
from corpus.pdf.paragraph import Paragraph

LARGE_SIZE = 1.12             # of the running text's size: headings are at least so large
LONGEST_HEADING = 200
LETTERS = re.compile(r"[^\W\d_]{2}")


def is_large(line: Line, size: float) -> bool:
    """Whether it is larger than the running text, whose size this is."""
    return line.size >= LARGE_SIZE * size


def mark_headings(paragraphs: Sequence[Paragraph], size: float) -> None:
    """Large or bold paragraphs of a few words are headings; the largest on the first page is the title."""
    texts = [paragraph for paragraph in paragraphs if paragraph.kind == "paragraph"]
    headings = [
        paragraph for paragraph, following in zip_longest(texts, texts[1:])
        if paragraph and _is_heading(paragraph, size) and not _is_bold_text(paragraph, following, size)
    ]
    sizes = sorted({_rank(paragraph) for paragraph in headings}, reverse=True)
    for paragraph in headings:
        paragraph.kind, paragraph.level = "heading", min(6, sizes.index(_rank(paragraph)) + 1)
    first = [each for each in headings if each.lines[0].page == 1 and is_large(each.lines[0], size)]
    if first:
        max(first, key=_weight).kind = "title"


def _rank(paragraph: Paragraph) -> tuple[float, bool]:
    return round(paragraph.lines[0].size), paragraph.lines[0].bold


def _weight(paragraph: Paragraph) -> float:
    """How much room the words take: a title has more of it than the name over it."""
    return sum(len(line.text) * line.size for line in paragraph.lines)


def _is_bold_text(paragraph: Paragraph, following: Paragraph | None, size: float) -> bool:
    """Whether it is as bold and as large as a paragraph after it that is no heading: all the text there is bold."""
    if following is None or is_large(paragraph.lines[0], size) or _is_heading(following, size):
        return False
    return all(line.bold for line in following.lines)


def _is_heading(paragraph: Paragraph, size: float) -> bool:
    lines = paragraph.lines
    length = sum(len(line.text) for line in lines)
    if length > LONGEST_HEADING or lines[-1].text[-1] in ".;,:" or not LETTERS.search(lines[0].text):
        return False
    return is_large(lines[0], size) or all(line.bold for line in lines)
