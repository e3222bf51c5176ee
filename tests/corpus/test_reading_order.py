"""Pages made for the purpose are read in the order of their source: columns, sidebars, turned and mixed pages."""

import pytest

from benchmarks.likeness import likeness
from benchmarks.pages import PAGES, made_page
from corpus import read_bytes

LEAST = 0.98


@pytest.mark.parametrize("name", PAGES)
def test_the_text_is_that_of_the_source(name: str) -> None:
    data, source = made_page(PAGES[name])
    document = read_bytes(data, "a.pdf")
    assert len(source) > 1_500
    assert likeness(" ".join(document.text.split()), source) >= LEAST


@pytest.mark.parametrize(("one", "other", "alike"), [
    ("", "", 1.0), ("abc", "abc", 1.0), ("abc", "", 0.0), ("kitten", "sitting", 4 / 7), ("abcd", "acbd", 0.5),
])
def test_likeness(one: str, other: str, alike: float) -> None:
    assert likeness(one, other) == pytest.approx(alike) == likeness(other, one)
