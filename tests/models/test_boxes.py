"""Where a quote stands on its pages."""

import pytest

from models import Word
from models.boxes import line_boxes, placed

# "Twelve people | were killed" on two lines, then "there" on the next page
WORDS = (
    Word(0, 6, 1, (10.0, 10.0, 40.0, 20.0)), Word(7, 13, 1, (44.0, 11.0, 80.0, 21.004)),
    Word(14, 18, 1, (10.0, 24.0, 30.0, 34.0)), Word(19, 25, 1, (34.0, 24.0, 70.0, 34.0)),
    Word(26, 31, 2, (10.0, 10.0, 35.0, 20.0)),
)
CASES = [
    (0, 6, [[1, 10.0, 10.0, 40.0, 20.0]]),
    (2, 3, [[1, 10.0, 10.0, 40.0, 20.0]]),
    (0, 13, [[1, 10.0, 10.0, 80.0, 21.0]]),
    (7, 25, [[1, 44.0, 11.0, 80.0, 21.0], [1, 10.0, 24.0, 70.0, 34.0]]),
    (19, 31, [[1, 34.0, 24.0, 70.0, 34.0], [2, 10.0, 10.0, 35.0, 20.0]]),
    (6, 7, []),
    (31, 40, []),
]


@pytest.mark.parametrize(("start", "end", "boxes"), CASES)
def test_line_boxes(start: int, end: int, boxes: list[list[float]]) -> None:
    assert line_boxes(placed(WORDS, start, end)) == boxes


def test_without_words() -> None:
    assert line_boxes(placed((), 0, 10)) == []
