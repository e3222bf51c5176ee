"""The sentence that is shown around a claim."""

import pytest

from factledger.sentence import sentence_around
from models import Block
from tests.ledgers import document

SENTENCES = [
    "<At least [12] people fled.> Others stayed.",
    "Others stayed. <At least [12] people fled.>",
    "Others stayed. <Mr. A. Orban said that [12] people fled from St. Mary.> He left.",
    "“It began at dawn.” <“Then [12] people fled,” she said.> Nobody followed.",
    "He paid 3.5 million. <[12] fled!> Did they? No.",
    "<[12 fled. Then 3] came.> Nobody else.",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentence(marked: str) -> None:
    text = "".join(letter for letter in marked if letter not in "<>[]")
    start, end = (marked.replace("<", "").replace(">", "").index(letter) for letter in "[]")
    read, _ = document(text, blocks=(Block("paragraph", 0, len(text)),))
    found = sentence_around(read, start, end - 1)
    expected = marked[marked.index("<") + 1:marked.index(">")].replace("[", "").replace("]", "")
    assert text[found.start:found.end] == expected


def test_without_blocks() -> None:
    text = "x" * 1000
    read, _ = document(text, blocks=())
    found = sentence_around(read, 500, 510)
    assert found.start <= 500 and found.end >= 510 and found.end - found.start < 700
