"""PDF: words with boxes, reading order, running heads, notes, paragraphs over lines and pages."""

import textwrap
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Settings, read_bytes
from models import Document
from tests.corpus.pdf_writer import HEIGHT, WIDTH, Put, lines, pdf

STORY = (
    "The commission counted twelve men who had been held since the first week of March in the northern towns. "
    "It wrote that nine of them had been beaten by officers of the river police, and nobody had opened an inquiry. "
    "Two of the men were moved to a camp near the border, where they were kept for forty days without a lawyer. "
    "Their families asked the ministry for an answer and were sent away from its gates on three mornings."
)
OTHER = (
    "In the south the same office found a smaller number of cases, most of them in villages along the old railway. "
    "A teacher said that she had seen soldiers set fire to five barns while the owners stood in the road. "
    "The governor replied that no soldier had left the barracks in that week and that the barns were empty."
)


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def body(document: Document) -> str:
    return " ".join(text for kind, text in blocks(document) if kind not in ("header", "footer"))


def column(text: str, width: int, left: float, down: float = 100) -> list[Put]:
    return lines(textwrap.wrap(text, width), left, down)


def test_words_have_their_places() -> None:
    document = read_bytes(pdf([[Put(70, 100, "Twelve men were held.")]]), "a.pdf")
    assert document.text == "Twelve men were held."
    assert [document.text[word.start : word.end] for word in document.words] == ["Twelve", "men", "were", "held."]
    left, top, right, bottom = document.words[0].box
    assert (round(left), round(bottom - top)) == (70, 11)
    assert left < right and top < 100 < bottom
    assert [(page.number, page.width, page.height, page.start, page.end) for page in document.pages] == [
        (1, WIDTH, HEIGHT, 0, len(document.text))
    ]
    assert document.media_type == "application/pdf"


def test_lines_become_a_paragraph() -> None:
    document = read_bytes(pdf([column(STORY, 80, 70)]), "a.pdf")
    assert blocks(document) == [("paragraph", STORY)]


@pytest.mark.parametrize("right_first", [False, True])
def test_columns_are_read_one_after_the_other(right_first: bool) -> None:
    columns = [column(STORY, 40, 60), column(OTHER, 40, 320)]
    head = Put(60, 60, "A heading over both of the columns of this page of the report", 13)
    page = [head, *chain.from_iterable(reversed(columns) if right_first else columns)]
    text = body(read_bytes(pdf([page]), "a.pdf"))
    assert text == f"{head.text} {STORY} {OTHER}"


def test_columns_written_row_by_row_are_read_one_after_the_other() -> None:
    left, right = column(STORY, 40, 60), column(OTHER, 40, 320)
    page = list(chain.from_iterable(zip(left, right, strict=False))) + left[len(right) :]
    assert body(read_bytes(pdf([page]), "a.pdf")) == f"{STORY} {OTHER}"


def test_three_columns() -> None:
    page = [*column(OTHER, 26, 50), *column(STORY, 26, 225), *column(OTHER, 26, 400)]
    assert body(read_bytes(pdf([page]), "a.pdf")) == f"{OTHER} {STORY} {OTHER}"


def test_rows_of_a_table_stay_rows_though_written_column_by_column() -> None:
    rows = [("Region", "Killed", "Held"), ("North", "12", "40"), ("South", "7", "31"), ("East", "0", "2")]
    page = [Put(70 + 150 * x, 100 + 20 * y, row[x]) for x in range(3) for y, row in enumerate(rows)]
    document = read_bytes(pdf([page]), "a.pdf")
    assert blocks(document) == [("table", "\n".join(" | ".join(row) for row in rows))]


def test_running_heads_and_page_numbers_are_apart() -> None:
    words = STORY.split()
    cut = len(words) // 4
    pages = [
        [Put(70, 40, "River Report 2019", 9), *column(" ".join(words[n * cut : (n + 1) * cut + 9 * (n == 3)]), 60, 70),
         Put(300, 810, str(n + 1), 9)]
        for n in range(4)
    ]
    document = read_bytes(pdf(pages), "a.pdf")
    assert [text for kind, text in blocks(document) if kind == "header"] == ["River Report 2019"] * 4
    assert [text for kind, text in blocks(document) if kind == "footer"] == ["1", "2", "3", "4"]
    assert body(document) == STORY
    assert [page.number for page in document.pages] == [1, 2, 3, 4]


def test_a_note_mark_is_no_part_of_a_number() -> None:
    page = [
        *column(OTHER, 80, 70),
        Put(70, 300, "They paid $20,000,"), Put(167, 296, "14", 6.5), Put(180, 300, "and were freed."),
        Put(70, 760, "14", 5), Put(77, 763, "Letter of the ministry, 3 May 2019.", 8),
    ]
    document = read_bytes(pdf([page]), "a.pdf")
    assert ("paragraph", "They paid $20,000,¹⁴ and were freed.") in blocks(document)
    assert blocks(document)[-1] == ("footnote", "¹⁴ Letter of the ministry, 3 May 2019.")


@pytest.mark.parametrize(
    ("first", "second", "word"),
    [
        ("They were mis-", "treated by guards.", "mistreated"),
        ("They were non-", "violent in all.", "non-violent"),
        ("From 2012-", "2014 they waited.", "2012-2014"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(first: str, second: str, word: str) -> None:
    document = read_bytes(pdf([[Put(70, 100, first), Put(70, 114, second)]]), "a.pdf")
    assert word in document.text.split()
    parts = [document.text[w.start : w.end] for w in document.words]
    assert "".join(parts) == "".join(document.text.split())


def test_where_words_are_never_cut_a_hyphen_stays() -> None:
    rows = lines([f"They waited in row {number}." for number in range(50)], down=60)
    last = lines(["It was a well-", "grounded fear of a river-", "side gang."], down=780)
    text = read_bytes(pdf([rows, rows, [*rows, *last]]), "a.pdf").text
    assert text.endswith("It was a well-grounded fear of a river-side gang.")


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_turned_pages_are_read_alike(rotate: int) -> None:
    document = read_bytes(pdf([column(STORY, 80, 70)], rotate), "a.pdf")
    assert body(document) == STORY
    page = document.pages[0]
    assert (page.width, page.height) == ((HEIGHT, WIDTH) if rotate % 180 else (WIDTH, HEIGHT))
    for left, top, right, bottom in (word.box for word in document.words):
        assert 0 <= left < right <= page.width and 0 <= top < bottom <= page.height


def test_sideways_text_is_read_in_order() -> None:
    page = [Put(100 + 14 * n, 800, line, turned=True) for n, line in enumerate(textwrap.wrap(STORY, 80))]
    assert body(read_bytes(pdf([page]), "a.pdf")) == STORY


def test_headings_and_the_title_are_told_by_size_and_weight() -> None:
    page = [Put(70, 60, "Held at the River", 20), Put(70, 90, "The north", 11, "bold"), *column(STORY, 80, 70, 120)]
    document = read_bytes(pdf([page]), "a.pdf")
    assert [kind for kind, _ in blocks(document)] == ["title", "heading", "paragraph"]
    assert document.title == "Held at the River"


def test_bold_text_is_no_heading() -> None:
    texts = ["Reduce the time that people are held before they see a judge in the north",
             "Open the camps to the visitors of the commission, and answer the letters of the families."]
    page = [*column(OTHER, 80, 70), *(Put(70, 300 + 30 * n, text, 11, "bold") for n, text in enumerate(texts))]
    assert blocks(read_bytes(pdf([page]), "a.pdf"))[1:] == [("paragraph", text) for text in texts]


def test_a_line_that_comes_again_elsewhere_on_the_page_is_no_running_head() -> None:
    pages = [[Put(70, down, f"No. 12-{number}"), *column(STORY, 80, 70, down + 40)]
             for number, down in enumerate([60, 120], start=2207)]
    kinds = [kind for kind, _ in blocks(read_bytes(pdf(pages), "a.pdf"))]
    assert "header" not in kinds


def test_a_note_as_large_as_the_text_is_told_by_its_mark() -> None:
    page = [Put(70, 60, "Held at the River*", 20), *column(STORY, 80, 70, 120),
            Put(70, 700, "* The annex is printed as it came."), Put(70, 800, "GE.13-15527")]
    assert blocks(read_bytes(pdf([page]), "a.pdf"))[2:] == [
        ("footnote", "* The annex is printed as it came."), ("footer", "GE.13-15527")
    ]


def test_a_page_without_text_is_named() -> None:
    document = read_bytes(pdf([column(STORY, 80, 70), []]), "a.pdf", Settings(recognition="never"))
    assert document.notes == ("page 2: no text; a picture, or empty",)


WORDS = st.lists(st.text(alphabet="abcdefgéö12,.()", min_size=1, max_size=9), min_size=1, max_size=60)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4), st.sampled_from([60, 200]))
def test_every_word_is_in_the_text_once(pages: list[list[str]], left: int) -> None:
    made = pdf([column(" ".join(words), 50, left) for words in pages])
    document = read_bytes(made, "a.pdf")
    assert sorted(document.text.split()) == sorted(word for words in pages for word in words)
    assert [document.text[w.start : w.end] for w in document.words] == document.text.split()
    assert document == read_bytes(made, "a.pdf")
