"""The law of examples: every rule holds on its own sentences, those that it must find and those that it must not."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from extract.numbers.find import find_numbers
from extract.numbers.lexicon import words_file
from extract.numbers.number import Number
from models.rules import RuleProblem

MARK = re.compile(r"\[([^\[\]]*\d[^\[\]]*|[^\[\]]*)\]")
FILES = ("bounds.bound", "ages.rule", "contexts.context", "examples.example")


def check() -> list[RuleProblem]:
    """Each example that does not hold; an empty list when all do."""
    return [problem for row in _rows() for problem in (*_yes_problems(row), *_no_problems(row))]


def _rows() -> Iterator[dict[str, Any]]:
    for name in FILES:
        file, table = name.split(".")
        yield from words_file(file)[table]


def unmark(marked: str) -> tuple[str, int, int]:
    """The sentence without its mark, and where the marked words stand."""
    found = next(m for m in re.finditer(r"\[(\[?[^\[\]]+\]?)\]", marked))
    inner = found[1]
    lead = 1 if inner.startswith("[") else 0
    text = marked[:found.start()] + inner + marked[found.end():]
    start = found.start() + lead
    return text, start, start + len(inner.strip("[]"))


def _number_at(marked: str) -> tuple[Number | None, bool]:
    """The number whose words or figure overlap the mark, and whether its span is exactly the mark."""
    text, start, end = unmark(marked)
    for number in find_numbers(text, []):
        if number.start < end and start < number.end:
            return number, (number.start, number.end) == (start, end)
    return None, False


def _yes_problems(row: dict[str, Any]) -> Iterator[RuleProblem]:
    for example in row.get("yes", []):
        expected = {"text": example} if isinstance(example, str) else example
        number, exact = _number_at(expected["text"])
        reason = "no number was found" if number is None else _difference(number, exact, row, expected)
        if reason:
            yield RuleProblem(row["id"], expected["text"], reason)


def _difference(number: Number, exact: bool, row: dict[str, Any], expected: dict[str, Any]) -> str | None:
    if "fate" in row:
        became = (number.fate, number.rule)
        return None if became == (row["fate"], row["id"]) else f"became {number.fate} by {number.rule}"
    if not exact:
        return f"the words found are {number.text!r}"
    return _value_difference(number, expected) or _kind_difference(number, expected)


def _value_difference(number: Number, expected: dict[str, Any]) -> str | None:
    quantity = number.quantity
    for side in ("low", "high"):
        wanted = Decimal(str(expected[side])) if side in expected else None
        if getattr(quantity, side) != wanted:
            return f"{side} is {getattr(quantity, side)}, not {wanted}"
    for field in ("low_open", "high_open", "approximate", "vague", "unit"):
        if (getattr(quantity, field) or None) != (expected.get(field) or None):
            return f"{field} is {getattr(quantity, field)}"
    return None


def _kind_difference(number: Number, expected: dict[str, Any]) -> str | None:
    for field in ("kind", "polarity", "fate", "label"):
        if field in expected and getattr(number, field) != (expected[field] or None):
            return f"{field} is {getattr(number, field)}"
    return None


def _no_problems(row: dict[str, Any]) -> Iterator[RuleProblem]:
    for example in row.get("no", []):
        number, _ = _number_at(example["text"])
        if "fate" in row or ("low" not in example and "high" not in example):
            if number is not None and number.rule == row["id"]:
                yield RuleProblem(row["id"], example["text"], f"the rule fires on a near miss ({example['why']})")
        elif number is None or (reason := _value_difference(number, example) or _kind_difference(number, example)):
            yield RuleProblem(row["id"], example["text"], "no number was found" if number is None else str(reason))
