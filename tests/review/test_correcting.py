"""Corrections by form: offsets into the document's text, checked against its words."""

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from db import Store
from tests import ledgers
from tests.review.test_deciding import claim_of

TEXT = ledgers.TEXT


def span(name: str, words: str) -> dict[str, str]:
    where = ledgers.span(words)
    return {f"{name}_start": str(where.start), f"{name}_end": str(where.end), f"{name}_words": words}


CORRECTIONS: list[tuple[str, dict[str, str], dict[str, Any]]] = [
    ("killed", {"value": "23"}, {"quantity": {"low": "23", "high": "23"}}),
    ("killed", {"event": "injured"}, {"event": "injured"}),
    ("killed", span("number", "At least 23"), {"number": {"start": 31, "end": 42}}),
    ("detained", span("number", "20"), {"quantity": {"low": "20", "high": "20"}}),
    ("killed", {"happened": "2021-05"}, {"happened": {"edtf": "2021-05", "precision": "month"}}),
    ("killed", {"happened": ""}, {"happened": None}),
    ("injured", {"place": "Belora", **span("place", "Belora on")}, {"place": {"name": "Belora"}}),
    ("detained", {"counted": "students", **span("counted", "students")}, {"counted": {"lemma": "student"}}),
    ("detained", {"source": "Police", "source_kind": "speaker", **span("source", "Police")},
     {"source": {"name": "Police", "kind": "speaker"}}),
    ("killed", {"status": "alleged", "polarity": "affirmed"}, {"status": "alleged"}),
    ("killed", {"value": "50", "reason": "the annex says so"}, {"quantity": {"low": "50"}}),
]


@pytest.mark.parametrize(("event", "form", "slots"), CORRECTIONS)
def test_a_correction(
    place: Path, amara: TestClient, event: str, form: dict[str, str], slots: dict[str, Any]
) -> None:
    claim = claim_of(place, event)
    answer = amara.post(f"/claim/{claim}/correct", data=form | {"seen": "0"})
    assert answer.status_code == 200, answer.text
    with Store(place) as store:
        stored = store.claim(claim)
    assert stored.state == "corrected" and stored.corrected is not None
    for name, value in slots.items():
        found = stored.corrected[name]
        assert found == value or found | value == found, (name, found)


REFUSED = [
    ({"value": "50"}, "does not stand in the words"),
    ({"value": "many"}, "is no value"),
    ({"happened": "May 4th"}, "is no date"),
    ({"happened": "2021-13"}, "is no date"),
    ({"event": "harmed"}, "is no claim"),
    (span("number", "the mayor"), "No number stands in the selected words"),
    (span("number", "23") | {"number_words": "12"}, "not where the page said"),
    ({"number_start": "9", "number_end": "7"}, "select them again"),
    ({"number_start": "0", "number_end": "999999"}, "select them again"),
    ({"number_start": "-1", "number_end": "²"}, "select them again"),
    ({"number_start": "", "number_end": ""}, "select them"),
    ({}, "pprove it instead"),
]


@pytest.mark.parametrize(("form", "said"), REFUSED)
def test_a_correction_that_cannot_stand_comes_back(
    place: Path, amara: TestClient, form: dict[str, str], said: str
) -> None:
    claim = claim_of(place, "killed")
    typed = {"place": "Upper Belora, typed by hand"} if form else {}
    answer = amara.post(f"/claim/{claim}/correct", data=form | typed)
    assert answer.status_code == 409 and said in answer.text
    assert all(words in answer.text for words in typed.values())
    with Store(place) as store:
        assert store.decisions() == []
