"""Numbers: the examples of the rules, the values of writings, the fates, and what holds for any text."""

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.numbers import Number, check, find_numbers
from models import DateValue, Mention


def only(text: str) -> Number:
    """The one number of a text."""
    (number,) = find_numbers(text, [])
    return number


def test_every_rule_holds_on_its_examples() -> None:
    assert check() == []


@pytest.mark.parametrize(("written", "value"), [
    ("8", "8"), ("0041", "41"), ("6,512,900", "6512900"), ("7,16,44,100", "71644100"), ("3 481 200", "3481200"),
    ("73\u00a0000", "73000"), ("73\u202f000", "73000"), ("2.640.100,75", "2640100.75"), ("1'250", "1250"),
    (".6", "0.6"), ("2½", "2.5"), ("3 1/4", "3.25"), ("48k", "48000"), ("1.9M", "1900000"), ("7 lakh", "700000"),
    ("2 lakh crore", "2000000000000"),
    ("nineteen", "19"), ("eighty-eight", "88"), ("six hundred and forty", "640"),
    ("a hundred and ten thousand", "110000"), ("three billion", "3000000000"), ("twelve hundred", "1200"),
    ("five dozen", "60"), ("a thousand", "1000"),
    ("nine point nought four", "9.04"), ("minus six", "-6"), ("four and a quarter", "4.25"),
])
def test_value_of_a_figure(written: str, value: str) -> None:
    quantity = only(f"We saw {written}, they said.").quantity
    assert (quantity.low, quantity.high) == (Decimal(value), Decimal(value))


@pytest.mark.parametrize(("text", "low", "high", "low_open", "high_open", "approximate"), [
    ("at least 10 vans", "10", None, False, False, False),
    ("10 or more vans", "10", None, False, False, False),
    ("40+ vans", "40", None, False, False, False),
    ("over 1,000 vans", "1000", None, True, False, False),
    ("exceeding 70 vans", "70", None, True, False, False),
    ("up to 9 vans", None, "9", False, False, False),
    ("as many as 9 vans", None, "9", False, False, False),
    ("fewer than 50 vans", None, "50", False, True, False),
    ("close to 200 vans", None, "200", False, True, True),
    ("roughly 40 vans", "40", "40", False, False, True),
    ("only 40 vans", "40", "40", False, False, False),
    ("at least another 12 vans", "12", None, False, False, False),
    ("some 15 to 25 vans", "15", "25", False, False, True),
])
def test_bounds(
    text: str, low: str | None, high: str | None, low_open: bool, high_open: bool, approximate: bool,
) -> None:
    number = find_numbers(f"Police counted {text} there.", [])[0]
    found = number.quantity
    assert (found.low, found.high) == (low and Decimal(low), high and Decimal(high))
    assert (found.low_open, found.high_open, found.approximate) == (low_open, high_open, approximate)
    assert found.wording == number.text == text.removesuffix(" vans")


@pytest.mark.parametrize(("text", "fate"), [
    ("See p. 31 there.", "page"), ("See § 44 there.", "paragraph"), ("Article 21 holds.", "article"),
    ("Application no. 61007/15 failed.", "case_number"), ("It was the 41st raid.", "ordinal"),
    ("Tower 22 fell.", "name"), ("It began at 9 p.m. sharp.", "time"), ("He had an AK-47 then.", "weapon"),
    ("\n6. The court left.", "list_number"), ("It is 70 kilometres off.", "designator"),
    ("A man aged 44 left.", "age"), ("They met on March 6 there.", "date"), ("This one is old.", "idiom"),
    ("They freed 44 men.", None), ("One of the drivers left.", None),
])
def test_fate(text: str, fate: str | None) -> None:
    assert find_numbers(text, [])[0].fate == fate


def test_fates_go_through_a_list() -> None:
    fates = [number.fate for number in find_numbers("Sections 301, 309 and 118-B apply to 44 men.", [])]
    assert fates == ["article", "article", "article", None]


def test_a_list_of_articles_ends_before_what_is_counted() -> None:
    assert [n.fate for n in find_numbers("Under paragraph 5, 3 men left.", [])] == ["paragraph", None]


def test_figures_inside_a_date_are_dated() -> None:
    text = "On 6 March 2021 they freed 44 men."
    date = Mention("DATE", 3, 15, text[3:15], "2021-03-06", "test", DateValue("2021-03-06", "day"))
    assert [(n.text, n.fate) for n in find_numbers(text, [date])] == [("6", "date"), ("2021", "date"), ("44", None)]


def test_an_amount_taken_for_a_year_stays_an_amount() -> None:
    text = "He paid 1900 dirhams."
    date = Mention("DATE", 8, 12, "1900", "1900", "test", DateValue("1900", "year"))
    assert [(n.text, n.kind, n.fate) for n in find_numbers(text, [date])] == [("1900 dirhams", "money", None)]


@pytest.mark.parametrize("text", [
    "No. 5 came.", "They are no longer here.", "No, he said.", "No doubt it rained.", "Neither he nor she came.",
    "Neither was the officer charged.", "Neither did Cuba accept it.", "Neither has there been a trial.",
])
def test_no_zero(text: str) -> None:
    assert all(number.polarity == "affirmed" for number in find_numbers(text, []))


def test_a_figure_too_long_to_be_an_amount_has_no_value() -> None:
    assert only("7" * 200).quantity.low is None


@pytest.mark.parametrize("figure", ["1E30", "9" * 40, "9" * 40 + ".5"])
@pytest.mark.parametrize("written", [
    "{0} years", "{0} of an hour", "{0} hundred and five", "${0} and 20 cents", "two million {0}", "Ms Orr, {0}, judge",
])
def test_figures_beyond_exact_arithmetic_are_read(written: str, figure: str) -> None:
    assert find_numbers(written.format(figure), [])


WORDS = [
    "one", "two", "twenty", "hundred", "and", "a", "half", "million", "years", "of", "no", "12", "3.5", "(30)", "$",
    "%", "at least", "more than", "Article", "p.", "or", "to", "between", "third", "dozens", "euros", "life", "\n", ",",
    "½", "1,000", "-", "Mr Orr,", "aged", "v.", "No.", "[4]", "5 U.S. 7", "°", "'", "15-", "year-old", "+44",
    "1.5m people", "1E30", "9" * 40, "0." + "0" * 60 + "1",
]
TEXTS = (st.text() | st.text(alphabet="0123456789 ,.-/()$%no ehundrt\n’–½²")
         | st.lists(st.sampled_from(WORDS)).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_numbers_are_quotes_in_order_and_hold_each_group_of_digits_once(text: str) -> None:
    numbers = find_numbers(text, [])
    assert all(number.text == text[number.start:number.end] == number.quantity.wording for number in numbers)
    assert all(one.end <= two.start for one, two in pairwise(numbers))
    assert all(number.start <= number.core.start < number.core.end <= number.end for number in numbers)
    for digits in re.finditer(r"\d+", text):
        assert sum(n.start <= digits.start() and digits.end() <= n.end for n in numbers) == 1
    assert numbers == find_numbers(text, [])


@pytest.mark.parametrize("text", [
    "1" * 200_000, "1 " * 5_000, "(" * 200_000, "at least " * 20_000, "and a half " * 10_000,
    "A." * 100_000 + "5", "5" + " " * 200_000, "hundred " * 20_000, "A" * 200_000, "$" * 200_000,
])
def test_hostile_text_ends(text: str) -> None:
    assert len(find_numbers(text, [])) <= len(text)
