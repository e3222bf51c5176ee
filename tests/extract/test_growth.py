"""Work grows with the text, not with its square: counted in function calls, so that no clock is asked."""

import sys
from collections.abc import Callable
from dataclasses import replace
from types import FrameType

import pytest

from extract import extract
from extract.pipeline import plain_document
from models import Block, Document


def table(rows: int) -> Document:
    text = "District | Killed | Injured\n" + "".join(f"Tarn {row} | {row + 2} | {row + 3}\n" for row in range(rows))
    return replace(plain_document(text), blocks=(Block("table", 0, len(text)),))


def paragraph(sentences: int) -> Document:
    return plain_document("On 5 May 2021, 12 men and 13 women were killed in Lima, the ministry said. " * sentences)


def one_sentence(parts: int) -> Document:
    return plain_document("12 men were killed in Lima, 13 women were injured in Cuzco, and " * parts + "nobody died.")


def calls(document: Document) -> int:
    count = 0

    def watch(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(watch)
    try:
        extract(document)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(("make", "size", "most"), [
    (table, 60, 2.1), (paragraph, 15, 2.1),
    (one_sentence, 12, 4.3),  # each claim is weighed against what else the sentence says: the square, never the cube
])
def test_twice_the_text_is_twice_the_work(make: Callable[[int], Document], size: int, most: float) -> None:
    calls(make(2 * size))  # what is remembered of words and figures is learned before
    once, twice = calls(make(size)), calls(make(2 * size))
    assert twice < most * once
