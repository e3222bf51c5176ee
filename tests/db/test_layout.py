"""Where words stand is the same whether all of a page is unpacked or only what is asked for."""

from hypothesis import given
from hypothesis import strategies as st

from db.geometry import Packed, pack
from db.layout import Layout
from models import Page, Word

BOX = (10.0, 20.0, 30.0, 40.0)
WORDS = (Word(0, 6, 1, BOX), Word(7, 13, 1, BOX), Word(14, 18, 2, BOX), Word(19, 25, 2, BOX))
PAGES = (Page(1, 595.0, 842.0, 0, 14), Page(2, 595.0, 842.0, 14, 25))


def layout() -> Layout:
    return Layout(PAGES, [pack(word for word in WORDS if word.page == page.number) for page in PAGES])


@given(st.integers(0, 30), st.integers(0, 30))
def test_words_between(start: int, end: int) -> None:
    between = tuple(word for word in WORDS if start < end and word.start < end and word.end > start)
    assert layout().words_between(start, end) == between
    assert list(layout().placed(start, end)) == [(word.page, word.box) for word in between]


def test_every_word() -> None:
    assert tuple(layout().words()) == WORDS
    assert list(Packed(1, pack(()))) == []


def test_pages() -> None:
    numbers = [page and page.number for page in map(layout().page, (0, 13, 14, 24, 25))]
    assert numbers == [1, 1, 2, 2, None]
    assert Layout((), []).page(0) is None and Layout((), []).words_between(0, 9) == ()
