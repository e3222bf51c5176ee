"""The cells of a table block, by their places in the text."""

import pytest

from models import Block
from models.table import rows_of

TABLE = [
    ("Region | Killed\nNorth | 12", [["Region", "Killed"], ["North", "12"]]),
    (" | Killed | Held\nNorth |  | 4", [["", "Killed", "Held"], ["North", "", "4"]]),
    ("North | | 4", [["North", "", "4"]]),
    ("12 killed", [["12 killed"]]),
]


@pytest.mark.parametrize(("table", "cells"), TABLE)
def test_cells(table: str, cells: list[list[str]]) -> None:
    text = f"Before.\n\n{table}\n\nAfter."
    block = Block("table", 9, 9 + len(table))
    assert [[text[cell.start : cell.end] for cell in row] for row in rows_of(text, block)] == cells
