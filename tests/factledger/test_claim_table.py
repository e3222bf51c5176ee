"""How claims are laid out in lines."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factledger.claim_table import COLUMNS, line, quote, widths
from factledger.terminal import plain
from models import Span
from tests.ledgers import extraction

WORDS = "Police officers said that in all at least 40 people were wounded and lost their homes"
QUOTES = [
    (100, WORDS),
    (60, "… in all at least 40 people were wounded and lost their hom…"),
    (30, "… at least 40 people were wou…"),
]


@pytest.mark.parametrize(("width", "shown"), QUOTES)
def test_a_long_quote_is_cut_around_the_number(width: int, shown: str) -> None:
    at = WORDS.index("40")
    claim = replace(extraction().claims[0], start=0, end=len(WORDS), number=Span(at, at + 2))
    cut = quote(WORDS, claim, width)
    assert len(cut) <= max(width, 0) and "40" in cut
    assert cut == shown


@given(st.text(), st.integers(0, 20), st.integers(0, 20), st.integers(10, 90))
def test_a_quote_fits_whatever_the_words(text: str, start: int, length: int, width: int) -> None:
    at = min(start, len(text))
    claim = replace(extraction().claims[0], start=0, end=len(text), number=Span(at, min(at + length, len(text))))
    cut = quote(text, claim, width)
    assert len(cut) <= width and plain(cut) == cut


def test_columns_give_way_where_they_are_widest() -> None:
    row = ["cabcde", "23", "killed", "c" * 60, "w" * 60, "2021-05-04", "Belora", "open"]
    sizes = widths([list(COLUMNS), row], 90)
    assert sum(sizes) + 2 * (len(sizes) - 1) == 90
    assert sizes[0] == 6 and abs(sizes[3] - sizes[4]) <= 1
    assert len(line(row, sizes)) <= 90


def test_short_rows_take_what_they_need() -> None:
    assert widths([list(COLUMNS)], 140) == [len(name) for name in COLUMNS]
