"""Pages made for the purpose, each with the text in the order in which it is to be read."""

import textwrap
from collections.abc import Callable
from io import BytesIO
from itertools import chain

from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.lib.units import cm  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]
from reportlab.platypus import Frame, Paragraph  # type: ignore[import-untyped]

from benchmarks.text import report

WIDTH, HEIGHT = A4
TEXT = ParagraphStyle("text", fontName="Times-Roman", fontSize=10, leading=12.5, spaceAfter=6, alignment=4)
SMALL = ParagraphStyle("small", parent=TEXT, fontName="Helvetica", fontSize=8.5, leading=11)
HEAD = ParagraphStyle("head", parent=TEXT, fontName="Times-Bold", fontSize=15, leading=19, spaceAfter=10)
EDGE, GAP = 2 * cm, 0.6 * cm


def texts(words: int, seed: int) -> list[str]:
    return report(words, seed).strip().split("\n\n")


def flow(canvas: Canvas, paragraphs: list[str], box: tuple[float, float, float, float],
         style: ParagraphStyle = TEXT) -> list[str]:
    """Sets the paragraphs into the box as far as there is room; what was set."""
    frame = Frame(*box, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    done = []
    for text in paragraphs:
        if not frame.add(Paragraph(text, style), canvas):
            break
        done.append(text)
    return done


def columns(canvas: Canvas, number: int, top: float = HEIGHT - EDGE, seed: int = 1) -> list[str]:
    width = (WIDTH - 2 * EDGE - (number - 1) * GAP) / number
    boxes = [(EDGE + n * (width + GAP), EDGE, width, top - EDGE) for n in range(number)]
    return list(chain.from_iterable(flow(canvas, texts(700, seed + n), box) for n, box in enumerate(boxes)))


def one(canvas: Canvas) -> list[str]:
    return columns(canvas, 1)


def two(canvas: Canvas) -> list[str]:
    return columns(canvas, 2)


def three(canvas: Canvas) -> list[str]:
    return columns(canvas, 3)


def mixed(canvas: Canvas) -> list[str]:
    """A title and a summary over two columns, one column below them."""
    title = "The report of the commission on the northern camps"
    head = flow(canvas, [title], (EDGE, HEIGHT - 3 * cm, 17 * cm, cm), HEAD)
    summary = flow(canvas, texts(90, 5)[1:], (EDGE, HEIGHT - 8.5 * cm, 17 * cm, 5 * cm))
    width = (WIDTH - 2 * EDGE - GAP) / 2
    left = flow(canvas, texts(400, 6)[1:], (EDGE, 8 * cm, width, HEIGHT - 17 * cm))
    right = flow(canvas, texts(400, 7)[1:], (EDGE + width + GAP, 8 * cm, width, HEIGHT - 17 * cm))
    return head + summary + left + right + flow(canvas, texts(150, 8)[1:], (EDGE, EDGE, 17 * cm, 5.4 * cm))


def sidebar(canvas: Canvas) -> list[str]:
    """A narrow box of smaller letters beside the text."""
    body = flow(canvas, texts(700, 3)[1:], (EDGE, EDGE, 11 * cm, HEIGHT - 2 * EDGE))
    canvas.setFillGray(0.9)
    canvas.rect(EDGE + 11.5 * cm, HEIGHT - 14 * cm, 5.5 * cm, 11 * cm, fill=1)
    canvas.setFillGray(0)
    return body + flow(canvas, texts(120, 4)[1:], (EDGE + 11.8 * cm, HEIGHT - 13.8 * cm, 4.9 * cm, 10.6 * cm), SMALL)


def rotated(canvas: Canvas) -> list[str]:
    """Set sideways on the sheet, which is turned when it is seen."""
    canvas.setPageRotation(90)
    canvas.rotate(90)
    return flow(canvas, texts(500, 9), (EDGE, EDGE - WIDTH, HEIGHT - 2 * EDGE, WIDTH - 2 * EDGE))


def sideways(canvas: Canvas) -> list[str]:
    """Set sideways on a sheet that is not turned."""
    canvas.rotate(90)
    return flow(canvas, texts(500, 10), (EDGE, EDGE - WIDTH, HEIGHT - 2 * EDGE, WIDTH - 2 * EDGE))


def row_by_row(canvas: Canvas) -> list[str]:
    """Two columns whose lines are written alternately, as some printers do."""
    sides = [textwrap.wrap(" ".join(texts(260, seed)[1:]), 46) for seed in (11, 12)]
    canvas.setFont("Times-Roman", 10)
    for number, row in enumerate(zip(*sides, strict=False)):
        for left, line in zip((EDGE, EDGE + 9 * cm), row, strict=True):
            canvas.drawString(left, HEIGHT - EDGE - 12.5 * number, line)
    count = min(map(len, sides))
    return [" ".join(side[:count]) for side in sides]


Maker = Callable[[Canvas], list[str]]
PAGES: dict[str, Maker] = {
    "one column": one, "two columns": two, "three columns": three, "mixed": mixed, "sidebar": sidebar,
    "rotated page": rotated, "sideways text": sideways, "row by row": row_by_row,
}


def made_page(maker: Maker) -> tuple[bytes, str]:
    """A PDF of one page, and its text as it is to be read."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=1)
    source = " ".join(maker(canvas))
    canvas.showPage()
    canvas.save()
    return made.getvalue(), source
