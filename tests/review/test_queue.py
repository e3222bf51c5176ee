"""The queue that an address names, and conflicts that a third person settles."""

from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from db import Filters, Queue, Store
from review.queues import query_of, queue_of
from tests.review.test_deciding import claim_of, state_of

WORDS = st.none() | st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: text != "any")
FILTERS = st.builds(Filters, document=WORDS, event=WORDS, state=WORDS, place=WORDS, source=WORDS, rule=WORDS,
                    reviewer=WORDS, max_confidence=st.none() | st.floats(0, 1))


@given(st.builds(Queue, FILTERS, st.sampled_from(["text", "useful"])))
def test_an_address_names_a_queue(queue: Queue) -> None:
    assert queue_of(dict(parse_qsl(query_of(queue)))) == queue


def test_without_filters_the_open_claims_wait() -> None:
    assert queue_of({}) == Queue(Filters(state="open"))
    assert queue_of({"state": "any", "max_confidence": "many", "order": "odd"}) == Queue()


CHOSEN = [
    ("", {"killed", "injured", "detained", "charged"}), ("event=killed", {"killed"}), ("place=Belora", {"killed"}),
    ("source=the+mayor", {"killed"}), ("rule=none", set()), ("max_confidence=0.5", set()),
    ("state=verified", set()), ("state=any", {"killed", "injured", "detained", "charged"}), ("reviewer=Bo", set()),
]


@pytest.mark.parametrize(("query", "events"), CHOSEN)
def test_filters(place: Path, amara: TestClient, query: str, events: set[str]) -> None:
    page = amara.get(f"/queue?{query}").text
    assert {event for event in ("killed", "injured", "detained", "charged") if claim_of(place, event) in page} == events
    first = amara.get(f"/next?{query}").url.path
    assert first in ({f"/claim/{claim_of(place, event)}" for event in events} or {"/queue"})


def test_a_third_person_settles_a_conflict(place: Path, amara: TestClient) -> None:
    claim = claim_of(place, "killed")
    with Store(place) as store:
        store.decide(claim, "approve", "Bo")
        store.decide(claim, "reject", "Cleo", "another day")
        seen = store.last_decision_number(claim)
    assert "another day" in amara.get("/conflicts").text
    page = amara.get(f"/claim/{claim}?state=conflict").text
    assert "Reviewers disagree" in page and "another day" in page
    form = {"verdict": "approve", "seen": str(seen)}
    refused = amara.post(f"/claim/{claim}/decide", data=form)
    assert refused.status_code == 409 and "say why" in refused.text and "--reason" not in refused.text
    amara.post(f"/claim/{claim}/decide", data=form | {"reason": "the annex has the date"})
    assert state_of(place, claim) == "verified"


def test_a_correction_of_another_is_approved(place: Path, amara: TestClient) -> None:
    claim = claim_of(place, "killed")
    with Store(place) as store:
        store.decide(claim, "approve", "Bo")
        store.correct(claim, {"event": "injured"}, "Cleo")
        number = store.last_decision_number(claim)
    page = amara.get(f"/claim/{claim}?state=conflict").text
    assert f'name="follows" value="{number}"' in page
    amara.post(f"/claim/{claim}/decide",
               data={"verdict": "approve", "follows": str(number), "seen": str(number), "reason": "they were hurt"})
    assert state_of(place, claim) == "corrected"
