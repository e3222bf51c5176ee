"""The frames round a claim's words on the picture of a page, and where their labels stand."""

from dataclasses import replace
from itertools import combinations

import pytest

from models import Span, Word
from review.page_view import GAP, LABEL, LETTER, Frame, page_view
from review.source import Mark
from tests.ledgers import document

# "95 deaths, in 2010, 611" on one line
WORDS = tuple(Word(start, end, 1, (left, 100.0, left + width, 110.0)) for start, end, left, width in (
    (0, 2, 50.0, 10.0), (3, 9, 62.0, 30.0), (11, 13, 95.0, 8.0), (14, 18, 105.0, 20.0), (20, 23, 128.0, 16.0),
))
MARKS = {"event": (0, 9), "counted": (3, 9), "happened": (14, 18), "value": (20, 23), "who says so": (0, 2)}


def frames(*names: str) -> tuple[Frame, ...]:
    read, _ = document()
    made = page_view(replace(read, words=WORDS, media_type="application/pdf"), 0,
                     [Mark(Span(*MARKS[name]), "value", name) for name in names])
    assert made
    return made.frames


def test_a_label_stands_above_its_frame() -> None:
    (frame,) = frames("counted")
    assert frame.label_at == (frame.left, round(frame.top - GAP, 1))


@pytest.mark.parametrize("names", [tuple(MARKS), tuple(reversed(MARKS)), ("event", "counted"), ("happened", "value")])
def test_no_label_stands_on_another(names: tuple[str, ...]) -> None:
    for one, other in combinations(frames(*names), 2):
        (left, line), (right, below) = sorted((one.label_at, other.label_at))
        first = one if one.label_at == (left, line) else other
        assert abs(line - below) >= LABEL - 0.1 or left + len(first.label) * LETTER <= right + 0.1
