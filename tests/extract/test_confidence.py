"""Confidence: the record of the rule, lowered by ellipsis, vague words and skipped material."""

import pytest

from corpus import from_text
from extract import extract
from extract.claims.confidence import UNMEASURED, confidence

PAIRS = [  # the plainer writing is the surer one
    ("[12] men were killed.", "Nine men were killed in Lima, [12] in Quito."),
    ("[12] men were killed.", "[Dozens] of men were killed."),
    ("[12] men were killed.", "[12] men on their way back to the village from a far market in the hills were killed."),
]


def sure(marked: str) -> float:
    text = marked.replace("[", "").replace("]", "")
    return next(c.confidence for c in extract(from_text(text)).claims if c.number.start == marked.index("["))


@pytest.mark.parametrize(("plain", "doubtful"), PAIRS)
def test_a_doubt_lowers_confidence(plain: str, doubtful: str) -> None:
    assert sure(plain) > sure(doubtful)


def test_a_count_without_an_event_is_not_measured() -> None:
    assert confidence("counted-with-no-event", "stated", ()) == UNMEASURED


def test_a_rule_without_a_record_is_as_sure_as_the_average() -> None:
    assert 0.8 < confidence("never-seen", "killed", ()) < 1
