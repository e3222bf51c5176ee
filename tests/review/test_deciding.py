"""What a reviewer does to a claim by the forms of its page, without script."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from db import Store


def claim_of(place: Path, event: str) -> str:
    with Store(place) as store:
        return next(claim.id for claim in store.claims() if claim.claim.event == event)


def state_of(place: Path, claim: str) -> str:
    with Store(place) as store:
        return store.claim(claim).state


VERDICTS = [
    ({"verdict": "approve"}, "verified", None),
    ({"verdict": "flag"}, "flagged", None),
    ({"verdict": "skip"}, "skipped", None),
    ({"verdict": "reject", "because": "1"}, "rejected", "the number is misread"),
    ({"verdict": "reject", "reason": " it was another day "}, "rejected", "it was another day"),
    ({"verdict": "reject", "because": "9", "reason": "see above"}, "rejected", "it repeats another claim: see above"),
]


@pytest.mark.parametrize(("form", "state", "reason"), VERDICTS)
def test_a_verdict_leads_to_the_next_claim(
    place: Path, amara: TestClient, form: dict[str, str], state: str, reason: str | None
) -> None:
    claim = claim_of(place, "killed")
    answer = amara.post(f"/claim/{claim}/decide?state=open", data=form | {"seen": "0"}, follow_redirects=False)
    after = answer.headers["location"]
    assert (answer.status_code, state_of(place, claim)) == (303, state)
    assert after.startswith(f"/claim/{claim_of(place, 'injured')}?") and f"last={claim}" in after
    with Store(place) as store:
        (decision,) = store.decisions(claim)
    assert (decision.reviewer, decision.reason) == ("Amara", reason)


NO_VERDICTS = [{}, {"verdict": "verify"}, {"verdict": "reject"}, {"verdict": "reject", "because": "0"}]


@pytest.mark.parametrize("form", NO_VERDICTS)
def test_what_is_no_verdict_changes_nothing(place: Path, amara: TestClient, form: dict[str, str]) -> None:
    claim = claim_of(place, "killed")
    assert amara.post(f"/claim/{claim}/decide", data=form).status_code == 400
    assert state_of(place, claim) == "open"


def test_looking_decides_nothing(place: Path, amara: TestClient) -> None:
    claim = claim_of(place, "killed")
    for path in ("/queue", "/next", f"/claim/{claim}", f"/claim/{claim}/next", f"/claim/{claim}/ahead"):
        assert amara.get(path).status_code == 200
    with Store(place) as store:
        assert store.decisions() == []


def test_undoing_is_an_event_more(place: Path, amara: TestClient) -> None:
    claim = claim_of(place, "killed")
    amara.post(f"/claim/{claim}/decide", data={"verdict": "approve"})
    amara.post(f"/claim/{claim}/undo", data={})
    with Store(place) as store:
        assert [decision.verdict for decision in store.decisions(claim)] == ["approve", "withdraw"]
    assert state_of(place, claim) == "open"


def test_going_round_the_queue(place: Path, amara: TestClient) -> None:
    first, second = claim_of(place, "killed"), claim_of(place, "injured")
    assert amara.get("/next").url.path == f"/claim/{first}"
    assert amara.get(f"/claim/{first}/next").url.path == f"/claim/{second}"
    assert amara.get(f"/claim/{second}/previous").url.path == f"/claim/{first}"
    assert "This is the first claim" in amara.get(f"/claim/{first}/previous").text


def test_who_was_overtaken_is_told_and_keeps_the_words(place: Path, amara: TestClient) -> None:
    claim = claim_of(place, "killed")
    with Store(place) as store:
        store.decide(claim, "approve", "Bo")
    form = {"verdict": "reject", "reason": "twelve, not <b>23</b>", "seen": "0"}
    answer = amara.post(f"/claim/{claim}/decide", data=form)
    assert answer.status_code == 409 and "Someone was faster" in answer.text and "Bo" in answer.text
    assert "twelve, not &lt;b&gt;23&lt;/b&gt;" in answer.text
    assert state_of(place, claim) == "verified"
    seen = re.search(r'name="seen" value="(\d+)"', answer.text)
    assert seen and amara.post(f"/claim/{claim}/decide", data=form | {"seen": seen[1]}).status_code == 200
    assert state_of(place, claim) == "conflict"


def test_an_unknown_claim_is_a_page(amara: TestClient) -> None:
    answer = amara.get("/claim/cnone")
    assert answer.status_code == 404 and "No claim has the id" in answer.text


def test_an_ended_session_keeps_the_words(place: Path, amara: TestClient) -> None:
    claim = claim_of(place, "killed")
    amara.cookies.clear()
    answer = amara.post(f"/claim/{claim}/decide", data={"verdict": "reject", "reason": "my long words"})
    assert answer.status_code == 401 and "my long words" in answer.text
    assert state_of(place, claim) == "open"
