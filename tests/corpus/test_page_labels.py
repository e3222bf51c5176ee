"""How pages are called in print: by the PDF's own names, else by the numbers in their heads and feet."""

import pytest

from corpus import read_bytes
from corpus.roman import roman, roman_value
from models import Page
from tests.corpus.pdf_writer import Put, lines, pdf

FRONT = "/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /St 1 >> 4 << /P (A-) /S /D >>] >> "
COUNTED = "/PageLabels << /Nums [0 << /S /D >>] >> "
TEXTS = ("The commission heard nine men.", "Two of them had been beaten.", "Nobody was charged.",
         "Their families wrote letters.", "The ministry did not answer.", "The camp was closed in May.")


def labels(feet: tuple[str, ...], catalog: str = "") -> list[str | None]:
    """What six pages with these feet are called."""
    pages = [[*lines([text]), *([Put(280, 812, foot, 9)] if foot else [])]
             for text, foot in zip(TEXTS, feet, strict=True)]
    return [page.label for page in read_bytes(pdf(pages, catalog=catalog), "a.pdf").pages]


NONE = ("",) * 6


@pytest.mark.parametrize(("feet", "catalog", "called"), [
    (NONE, "", [None] * 6),
    (NONE, FRONT, ["i", "ii", "1", "2", "A-1", "A-2"]),
    (NONE, COUNTED, ["1", "2", "3", "4", "5", "6"]),
    (("417", "418", "419", "420", "421", "422"), COUNTED, ["417", "418", "419", "420", "421", "422"]),
    (("417", "418", "419", "420", "421", "422"), FRONT, ["i", "ii", "1", "2", "A-1", "A-2"]),
    (("iii", "iv", "v", "1", "2", "3"), "", ["iii", "iv", "v", "1", "2", "3"]),
    (("", "Page 2 of 6", "Page 3 of 6", "Page 4 of 6", "Page 5 of 6", "Page 6 of 6"), "",
     [None, "2", "3", "4", "5", "6"]),
    (("12 men", "3 men", "40 men", "12 men", "5 men", "9 men"), "", [None] * 6),
])
def test_labels(feet: tuple[str, ...], catalog: str, called: list[str | None]) -> None:
    assert labels(feet, catalog) == called


@pytest.mark.parametrize(("number", "label", "called"), [
    (7, None, "7"), (7, "7", "7"), (7, "v", "7 (v in print)"),
])
def test_both_names_are_said_where_they_differ(number: int, label: str | None, called: str) -> None:
    assert Page(number, 1.0, 1.0, 0, 1, label).called == called


def test_roman_numerals() -> None:
    assert [roman(number) for number in (1, 4, 9, 40, 1994)] == ["i", "iv", "ix", "xl", "mcmxciv"]
    assert all(roman_value(roman(number)) == number for number in range(1, 400))
    assert [roman_value(text) for text in ("XIV", "iiii", "", "civil")] == [14, None, None, None]
