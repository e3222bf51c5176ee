"""Tables of all formats: as many cells in every row, each word once, whatever a cell goes over."""

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import read_bytes
from corpus.table_text import Cell, table_text
from models import Block
from models.table import rows_of
from tests.corpus.test_office import read_made

PAGE = "<html><body><p>The cases of the year are these.</p><table>{}</table></body></html>"
TABLE = [
    ("<tr><th rowspan=2>Year<th colspan=2>Deaths in custody<tr><th>Prison<th>Police<tr><td>2018<td>12<td>4",
     "Year | Deaths in custody |\n| Prison | Police\n2018 | 12 | 4"),
    ("<tr><th>Region<th>Killed<tr><td>North<tr><td>South<td>3", "Region | Killed\nNorth |\nSouth | 3"),
    ("<tr><th>Region<th><th>Killed<tr><td>North<td><td>12", "Region | Killed\nNorth | 12"),
]


@pytest.mark.parametrize(("rows", "text"), TABLE)
def test_cells_over_columns_and_rows_of_a_web_page(rows: str, text: str) -> None:
    assert read_bytes(PAGE.format(rows).encode(), "a").text.partition("\n\n")[2] == text


def test_joined_cells_of_a_word_processor() -> None:
    made = docx.Document()
    table = made.add_table(rows=3, cols=3)
    for row, texts in zip(table.rows, (("Year", "Deaths", ""), ("", "Prison", "Police"), ("2018", "12", "4")),
                          strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    document = read_made(made)
    assert [line.count("|") for line in document.text.split("\n")] == [2, 2, 2]
    assert document.text.replace("\n", " | ").split(" | ")[0] == "Year"


CELLS = st.builds(Cell, st.sampled_from(["", "a", "b c", "d|e"]), st.integers(0, 4), st.integers(0, 3))


@given(st.lists(st.lists(CELLS, max_size=4), max_size=5))
def test_every_row_has_as_many_cells_and_every_word_is_there_once(rows: list[list[Cell]]) -> None:
    text = table_text(rows)
    found = rows_of(text, Block("table", 0, len(text)))
    assert len({len(row) for row in found}) == 1
    words = [word for row in rows for cell in row for word in cell.text.replace("|", "¦").split()]
    assert [word for row in found for cell in row for word in text[cell.start : cell.end].split()] == words
