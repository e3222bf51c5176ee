"""Values and texts as a person reads them."""

from decimal import Decimal
from typing import Any

import pytest

from factledger.terminal import columns, count, plain, shortened
from models import Quantity
from models.wording import value_in_words

VALUES: list[tuple[str, str, dict[str, Any]]] = [
    ("238", "count", {"low": 238, "high": 238}),
    (">= 10", "count", {"low": 10}),
    ("> 1,000", "count", {"low": 1000, "low_open": True}),
    ("<= 9", "count", {"high": 9}),
    ("< 50", "count", {"high": 50, "high_open": True}),
    ("< ~200", "count", {"high": 200, "high_open": True, "approximate": True}),
    ("~40", "count", {"low": 40, "high": 40, "approximate": True}),
    ("12-20", "count", {"low": 12, "high": 20}),
    ("~12-20", "count", {"low": 12, "high": 20, "approximate": True}),
    ("dozens", "count", {"vague": "dozens"}),
    ("0", "count", {"low": 0, "high": 0}),
    ("1,500,000", "count", {"low": "1.5E+6", "high": "1.5E+6"}),
    ("0.5", "count", {"low": "0.50", "high": "0.50"}),
    ("0.3333", "ratio", {"low": "0.3333", "high": "0.3333"}),
    ("12.5 %", "percent", {"low": "12.5", "high": "12.5"}),
    ("EUR 7,800", "money", {"low": 7800, "high": 7800, "unit": "EUR"}),
    ("<= USD 500", "money", {"high": 500, "unit": "USD"}),
    ("~GBP 2-3", "money", {"low": 2, "high": 3, "unit": "GBP", "approximate": True}),
    ("EUR millions", "money", {"vague": "millions", "unit": "EUR"}),
    ("42 months", "duration", {"low": 42, "high": 42, "unit": "month"}),
    ("1 year", "duration", {"low": 1, "high": 1, "unit": "year"}),
    (">= 1 year", "duration", {"low": 1, "unit": "year"}),
    ("several years", "duration", {"vague": "several", "unit": "year"}),
    ("life", "duration", {"unit": "life"}),
    ("death", "duration", {"unit": "death"}),
    ("-3", "count", {"low": -3, "high": -3}),
    ("as written", "count", {"wording": "as written"}),
]


@pytest.mark.parametrize(("words", "kind", "fields"), VALUES)
def test_value_in_words(words: str, kind: str, fields: dict[str, Any]) -> None:
    figures = {name: Decimal(value) for name, value in fields.items() if name in ("low", "high")}
    assert value_in_words(Quantity(**(fields | figures)), kind) == words


TEXTS = [
    ("two\n words\t here ", "two words here"),
    ("red \x1b[31mink\x07", "red [31mink"),
    ("right \u202eto left\u2069", "right to left"),
    ("soft\u00adhyphen and \ufeffmark", "softhyphen and mark"),
    ("naïve 漢字 e\u0301 😀", "naïve 漢字 e\u0301 😀"),
    ("lone \ud800 half", "lone ��� half"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "shown"), TEXTS)
def test_plain(text: str, shown: str) -> None:
    assert " ".join(plain(text).split()) == shown


@pytest.mark.parametrize(("text", "most", "shown"), [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("ab cd", 4, "ab…")])
def test_shortened(text: str, most: int, shown: str) -> None:
    assert shortened(text, most) == shown


@pytest.mark.parametrize(("number", "words"), [(0, "0 claims"), (1, "1 claim"), (1200, "1,200 claims")])
def test_count(number: int, words: str) -> None:
    assert count(number, "claim") == words


def test_columns_are_aligned() -> None:
    rows = [["event", "all"], ["killed", "1,200"], ["fined", "-"]]
    assert columns(rows, right=1) == ["event     all", "killed  1,200", "fined       -"]
