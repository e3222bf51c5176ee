"""Draws docs/claim.svg: a report's sentence with a claim's words marked, the row it became, the reviewer's tick.

It is drawn from what `extract` finds, in a font of fixed width, so that each mark lies exactly under its words.
"""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from corpus import from_text
from extract import extract
from factledger.sentence import sentence_around
from models import Claim, Span
from models.wording import value_in_words

PICTURE = Path(__file__).parent / "claim.svg"
REPORT = Path(__file__).parent / "report.txt"
LETTER, LINE, WRAP = 8.4, 27, 46  # width of a letter and height of a line in pixels, letters in a line
LEFT, TOP = 30, 50
ROW_LEFT, ROW_LINE = 470, 30
NUMBER, EVENT, OTHER = "#ffe08a", "#f9b4ab", "#d6e6f5"
STYLE = """
  .sheet { fill: #fffdf7; stroke: #d8d2c4 }
  .row { fill: #ffffff; stroke: #cbd5e1 }
  .words { font: 14px "DejaVu Sans Mono", "Liberation Mono", Menlo, Consolas, monospace; fill: #26221a }
  .slot { font: 13px Helvetica, Arial, "Liberation Sans", sans-serif; fill: #64748b }
  .value { font: bold 14px Helvetica, Arial, "Liberation Sans", sans-serif; fill: #1e293b }
  .verified { font: bold 14px Helvetica, Arial, "Liberation Sans", sans-serif; fill: #15803d }
  .tick { fill: none; stroke: #ffffff; stroke-width: 3; stroke-linecap: round; stroke-linejoin: round }
"""


def picture() -> str:
    """The drawing of the first claim of docs/report.txt."""
    document = from_text(REPORT.read_text(encoding="utf8"))
    claim = extract(document).claims[0]
    lines = list(wrapped(document.text, sentence_around(document, claim.start, claim.end)))
    rows = list(row(claim))
    height = TOP + max(LINE * len(lines), ROW_LINE * len(rows) + 50)
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 880 {height}" width="880" height="{height}" role="img">',
        "<title>A report's sentence with a claim's words marked, the row it became and a reviewer's tick</title>",
        f"<style>{STYLE}</style>",
        f'<rect class="sheet" x="10" y="10" width="430" height="{height - 20}" rx="6"/>',
        *(mark for span, colour in marks(claim) for mark in drawn_mark(span, colour, lines)),
        *(drawn_line(document.text[line.start:line.end], number) for number, line in enumerate(lines)),
        *(unread_line(number) for number in range(len(lines), (height - TOP) // LINE)),
        f'<rect class="row" x="450" y="10" width="420" height="{height - 20}" rx="6"/>',
        *(drawn_slot(name, value, number) for number, (name, value) in enumerate(rows)),
        drawn_tick(height - 32),
        "</svg>\n",
    ])


def wrapped(text: str, sentence: Span) -> Iterator[Span]:
    """Lines of whole words."""
    start = sentence.start
    while sentence.end - start > WRAP:
        cut = text.rindex(" ", start, start + WRAP + 1)
        yield Span(start, cut)
        start = cut + 1
    yield Span(start, sentence.end)


def marks(claim: Claim) -> Iterator[tuple[Span, str]]:
    """The words that each slot rests on, with their colour."""
    for slot in (claim.source, claim.happened, claim.as_of, claim.place):
        if slot and slot.span:
            yield slot.span, OTHER
    if "event" in claim.evidence:
        yield claim.evidence["event"], EVENT
    yield Span(claim.number.start, (claim.counted.span or claim.number).end), NUMBER


def row(claim: Claim) -> Iterator[tuple[str, str]]:
    yield "event", claim.event
    yield "value", value_in_words(claim.quantity, claim.kind)
    yield "counted", claim.counted.text
    yield "status", claim.status
    yield "who says so", claim.source.name
    if claim.happened:
        yield "date", claim.happened.edtf
    if claim.place:
        yield "place", claim.place.name


def drawn_mark(span: Span, colour: str, lines: list[Span]) -> Iterator[str]:
    """A box under the span's words in every line that it touches."""
    for number, line in enumerate(lines):
        start, end = max(span.start, line.start), min(span.end, line.end)
        if start < end:
            x, width = LEFT + LETTER * (start - line.start) - 2, LETTER * (end - start) + 4
            box = f'x="{x:.1f}" y="{TOP + LINE * number - 17}" width="{width:.1f}" height="23" rx="3"'
            yield f'<rect {box} fill="{colour}"/>'


def drawn_line(words: str, number: int) -> str:
    length = f'textLength="{LETTER * len(words):.1f}"'
    return f'<text class="words" x="{LEFT}" y="{TOP + LINE * number}" {length}>{escape(words)}</text>'


def unread_line(number: int) -> str:
    """A grey bar where the report goes on."""
    width = 386 - 67 * number % 160
    return f'<rect x="{LEFT}" y="{TOP + LINE * number - 11}" width="{width}" height="10" rx="5" fill="#ece7db"/>'


def drawn_slot(name: str, value: str, number: int) -> str:
    y = TOP + ROW_LINE * number
    return (f'<text class="slot" x="{ROW_LEFT}" y="{y}">{escape(name)}</text>'
            f'<text class="value" x="{ROW_LEFT + 100}" y="{y}">{escape(value)}</text>')


def drawn_tick(y: int) -> str:
    x = ROW_LEFT + 11
    return (f'<circle cx="{x}" cy="{y - 5}" r="11" fill="#16a34a"/>'
            f'<path class="tick" d="M {x - 5} {y - 5} l 4 4 l 7 -8"/>'
            f'<text class="verified" x="{x + 20}" y="{y}">verified by a reviewer</text>')


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf8")
