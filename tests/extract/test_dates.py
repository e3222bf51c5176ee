"""Dates: the rules hold on their examples, and the running text fills what a date leaves out."""

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.dates import check, find_dates
from extract.dates.feasts import feast
from models import Block, DateValue
from models.vocabulary import BlockKind

AUTUMN = date(2021, 10, 14)


def values(text: str, published: date | None = AUTUMN, blocks: tuple[Block, ...] = ()) -> list[str]:
    found = [mention.value for mention in find_dates(text, blocks, published)]
    return [value.edtf for value in found if isinstance(value, DateValue)]


def test_every_rule_holds_on_its_examples() -> None:
    assert [f"{problem.rule}: {problem.example!r} {problem.reason}" for problem in check()] == []


@pytest.mark.parametrize(("text", "edtf"), [
    # the news falls back to its publication, a history carries its years on
    ("On March 3 they met. It recalled the coup of December 1987.\nIn June it spread.",
     ["2021-03-03", "1987-12", "2021-06"]),
    ("In 1841 a fort rose.\nIn May 1842 it fell.\nIn June it was rebuilt.", ["1841", "1842-05", "1842-06"]),
    ("In May 1842 it fell, to be rebuilt in June 1844.\nIn July 1842 it snowed.\nIn August it thawed.",
     ["1842-05", "1844-06", "1842-07", "1842-08"]),
    # no date is after the publication, unless it is spoken of as to come, or is close
    ("They were taken in November.", ["2020-11"]),
    ("They will be tried in November.", ["2021-11"]),
    ("A march is called for 20 October.", ["2021-10-20"]),
    # an aside does not lend its year, a year that opens its sentence does
    ("Arrests rose, up from 12 in 2019, it said on 4 October.", ["2019", "2021-10-04"]),
    ("In 2019, police held 40 people. In March they held nine.", ["2019", "2019-03"]),
    ("In May 1842 men who had come in late 1840 fell back. By June they were gone.", ["1842-05", "1840", "1842-06"]),
    ("In May 1842 it was to open by the end of 1844.\nIn July it did.", ["1842-05", "1844", "1842-07"]),
    # a story that was in December goes on with January
    ("It began on 16 December 1842. It had ended by January.", ["1842-12-16", "1843-01"]),
    ("It fell a week ago. The day before, it rose.", ["2021-10-07~", "2021-10-13"]),
    # the last season is over, the next has not begun
    ("It snowed last winter, rained last summer and last autumn, and is to open next spring.",
     ["2020-24", "2021-22", "2020-23", "2022-21"]),
    # a later date lends its year
    ("It rained in March and April 2016.", ["2016-03", "2016-04"]),
    ("From 20 November to 5 January 2016 it snowed.", ["2015-11-20/2016-01-05"]),
    # a weekday that is written finds the year
    ("The raid of Friday, 16 November was denied.", ["2018-11-16"]),
])
def test_running_text_fills_what_is_left_out(text: str, edtf: list[str]) -> None:
    assert values(text) == edtf


@pytest.mark.parametrize("text", [
    "You may go; they march past; April Jones, Judge May and Theresa May left.",
    "In 1500 cases, 2000 people and 1999 soldiers came.",
    "Application no. 2013/07, section 2012, Rs. 2014, page 2016 and No. 854 of 1979.",
    "The rock was 1,984 metres high; 12-gauge guns and a 24-year-old.",
    "He was sentenced to three years and six months; it lasted two weeks at 5.30 p.m.",
    "The fall of the fort, a spring of water and a second victim.",
])
def test_other_numbers_and_words_are_no_dates(text: str) -> None:
    assert values(text) == []


def test_news_of_january_goes_on_from_december() -> None:
    text = "It snowed in the last week of December and in the first days of January."
    assert values(text, date(2022, 1, 9)) == ["2021-12-25/2021-12-31", "2022-01"]


def test_without_publication_nothing_is_seen_from_it() -> None:
    text = "It came today, last week and on Monday; in June it ended."
    assert values(text, None) == ["XXXX", "XXXX", "XXXX", "XXXX-06"]


def test_a_caption_lends_nothing_to_the_text() -> None:
    text = "The port, May 1987.\nIn June 2003 it closed; in July it opened.\nA view of May 1979.\nIn August it sank."
    starts = [0, *(position + 1 for position, letter in enumerate(text) if letter == "\n"), len(text)]
    kinds: tuple[BlockKind, ...] = ("caption", "paragraph", "caption", "paragraph")
    blocks = tuple(Block(kind, starts[place], starts[place + 1]) for place, kind in enumerate(kinds))
    assert values(text, None, blocks) == ["1987-05", "2003-06", "2003-07", "1979-05", "2003-08"]


def test_no_date_runs_on_into_the_next_paragraph() -> None:
    text = "It fell on 5 May\n2015 was calm."
    assert values(text, AUTUMN, (Block("paragraph", 0, 17), Block("paragraph", 17, len(text)))) == ["2021-05-05"]
    assert values(text, AUTUMN, (Block("paragraph", 0, len(text)),)) == ["2015-05-05"]


WORDS = st.sampled_from([
    "12", "1999", "2016/17", "May", "March", "3rd", "the", "last", "week", "of", "first", "Monday", "to", "from", "and",
    ",", "-", "–", "since", "between", "summer", "two", "days", "later", "ago", "29 February", "31 April", "BC", "year",
    "\n", "the end of", "0000", "99.99.9999", "Q3", "mid", "’90s", "century", "20th", "next", "Christmas", "1000000",
    "\u00a0", "𝟙",
])


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS | st.text(max_size=4), max_size=30).map(" ".join), st.none() | st.dates())
def test_any_text_gives_ordered_quotes(text: str, published: date | None) -> None:
    found = find_dates(text, (), published)
    assert all(text[mention.start:mention.end] == mention.text != "" for mention in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert found == find_dates(text, (), published)


@pytest.mark.parametrize("piece", ["1", "1/", "(", "\n", "1, ", "May ", "1999 ", "the first "])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    started = time.process_time()
    find_dates(piece * (200_000 // len(piece)), (), AUTUMN)
    assert time.process_time() - started < 60  # quadratic time would take hours


@pytest.mark.parametrize(
    ("code", "year", "edtf"),
    [
        ("easter+0", 1818, "1818-03-22"),
        ("easter+0", 2038, "2038-04-25"),
        ("easter-2", 2024, "2024-03-29"),
        ("orthodox+0", 2024, "2024-05-05"),
        ("nth 4 4 11", 2024, "2024-11-28"),
        ("nth -1 1 5", 2024, "2024-05-27"),
        ("12-10", 2024, "2024-12-10"),
        ("islamic 10 1", 2024, "2024-04-10~"),
        ("islamic 9", 2024, "2024-03-11~/2024-04-09~"),
        ("easter-46 46", 2024, "2024-02-14/2024-03-30"),
        ("hebrew 1 10", 1973, "1973-10-05/1973-10-06"),
        ("hebrew 3 25 8", 2023, "2023-12-07/2023-12-15"),
        ("hebrew 6 14", 1994, "1994-02-24/1994-02-25"),
        ("hebrew 7 15 7", 2024, "2024-04-22/2024-04-29"),
        ("new 01-21 8 0", 2024, "2024-02-10~"),
        ("new 01-21 7 0", 1968, "1968-01-29~"),
        ("full 02-28 12 0", 2024, "2024-03-25~"),
        ("new 10-18 -12 0", 2022, "2022-10-24~"),
        ("new 10-18 -12 -24 5", 2021, "2021-10-11~/2021-10-15~"),
    ],
)
def test_feasts_fall_on_their_days(code: str, year: int, edtf: str) -> None:
    found = feast(code, year)
    assert found is not None and found.edtf == edtf


@given(st.integers(1600, 2400))
def test_easter_is_a_sunday_between_its_limits(year: int) -> None:
    easter = feast("easter+0", year)
    assert easter is not None
    assert date.fromisoformat(easter.edtf).isoweekday() == 7
    assert f"{year}-03-22" <= easter.edtf <= f"{year}-04-25"
