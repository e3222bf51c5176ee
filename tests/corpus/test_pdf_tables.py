"""Tables of PDF pages, as word processors set them: every row has each column's cell, ruled or not."""

from collections.abc import Sequence
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.colors import black, lightgrey  # type: ignore[import-untyped]
from reportlab.lib.pagesizes import A4, landscape  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.platypus import (  # type: ignore[import-untyped]
    Paragraph,
    SimpleDocTemplate,
    Table,
    TableStyle,
)

from corpus import read_bytes
from models import Document
from models.table import rows_of

Cells = Sequence[Sequence[object]]
Style = Sequence[tuple[object, ...]]
STYLE = ParagraphStyle("text", fontName="Times-Roman", fontSize=10, leading=12.5, spaceAfter=6)
BEFORE = "The commission counted the cases of the north and of the south, and it wrote them down in a table."
AFTER = "These are its figures, and nobody has denied them."
GRID: Style = [("GRID", (0, 0), (-1, -1), 0.5, black)]
STYLES: dict[str, Style] = {
    "ruled": GRID,
    "shaded": [*GRID, ("BACKGROUND", (0, 0), (-1, 0), lightgrey)],
    "boxed": [("BOX", (0, 0), (-1, -1), 0.5, black), ("LINEBELOW", (0, 0), (-1, 0), 1, black)],
    "level lines": [("LINEABOVE", (0, 0), (-1, -1), 0.5, black)],
    "without lines": [],
}
CASES: Cells = [["Region", "Killed", "Injured"], ["North and the\nmountains", "12", "40"], ["South", "", "7"],
                ["East", "1,204", "3"], ["Total", "1,216", "50"]]


def made(cells: Cells, style: Style, size: object = A4, **more: object) -> Document:
    """A page with two sentences round a table."""
    page = BytesIO()
    story = [Paragraph(BEFORE, STYLE), Table(cells, style=TableStyle(style), **more), Paragraph(AFTER, STYLE)]
    SimpleDocTemplate(page, pagesize=size, invariant=1).build(story)
    return read_bytes(page.getvalue(), "a.pdf")


def tables(document: Document) -> list[list[list[str]]]:
    text, blocks = document.text, [block for block in document.blocks if block.kind == "table"]
    return [[[text[cell.start : cell.end] for cell in row] for row in rows_of(text, block)] for block in blocks]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("size", [A4, landscape(A4)], ids=["upright", "broad"])
def test_every_row_has_each_column(style: str, size: object) -> None:
    document = made(CASES, STYLES[style], size)
    assert tables(document) == [[[str(cell).replace("\n", " ") for cell in row] for row in CASES]]
    texts = [document.text[block.start : block.end] for block in document.blocks]
    assert (texts[0], texts[2:]) == (BEFORE, [AFTER])


def test_a_cell_over_several_columns_stands_in_the_first() -> None:
    spans = [("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1)), ("SPAN", (3, 0), (3, 1))]
    cells = [["Year", "Deaths in custody", "", "Inquiries"], ["", "Prison", "Police", ""],
             ["2018", "12", "4", "1"], ["2019", "7", "9", "0"]]
    assert tables(made(cells, [*GRID, *spans])) == [cells]


def test_a_table_goes_on_over_pages() -> None:
    def row(number: int) -> list[str]:
        return [f"Person {number} of the long list of the northern camp", str(20 + number), "held without a charge"]

    rows = [["Name", "Age", "What became of them"], *map(row, range(60))]
    document = made([[Paragraph(cell, STYLE) for cell in each] for each in rows], GRID, colWidths=[120, 40, 90])
    assert tables(document) == [rows] and len(document.pages) > 2


def test_long_cells_are_running_text() -> None:
    cells = [[Paragraph(f"{BEFORE} {AFTER} " * 4, STYLE), Paragraph(f"{AFTER} " * 8, STYLE)] for _ in range(2)]
    document = made(cells, GRID, colWidths=[200, 200])
    assert tables(document) == []
    assert document.text.count("nobody has denied them") == 25


def test_a_box_round_a_text_is_no_table() -> None:
    assert tables(made([[BEFORE[:60]]], GRID)) == []


CELL = st.text(alphabet="abcdé12,.()", min_size=1, max_size=8)


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 4).flatmap(lambda width: st.lists(
    st.lists(CELL, min_size=width, max_size=width), min_size=2, max_size=6)), st.sampled_from(sorted(STYLES)))
def test_every_word_of_a_table_is_in_the_text_once(cells: list[list[str]], style: str) -> None:
    document = made(cells, STYLES[style])
    words = [*BEFORE.split(), *(word for row in cells for word in row), *AFTER.split()]
    assert sorted(document.text.replace("|", " ").split()) == sorted(words)
    assert [document.text[word.start : word.end] for word in document.words] == document.text.replace("|", " ").split()
