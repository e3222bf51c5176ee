"""The rules' record with reviewers, and how far reviewers agree."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from db import Store
from tests.review.conftest import browser
from tests.review.test_deciding import claim_of
from tests.review.test_people import HASH, login

REASON = "a <b>different</b> crowd"
PEOPLE = {"Bo": "reviewer", "Cleo": "reviewer", "Lea": "lead"}


def judge(place: Path, approvals: str = "1") -> None:
    """Bo and Cleo judge three claims; they disagree on one."""
    with Store(place) as store:
        for name, role in PEOPLE.items():
            store.add_account(name, role, HASH)
        store.set("required_approvals", approvals, "Lea")
        for event in ("killed", "injured", "detained"):
            store.decide(claim_of(place, event), "approve", "Bo")
        for event in ("killed", "injured"):
            store.decide(claim_of(place, event), "approve", "Cleo")
        store.decide(claim_of(place, "detained"), "reject", "Cleo", REASON)


def in_words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_a_rules_record(place: Path, amara: TestClient) -> None:
    judge(place)
    for address in ("/rules", "/rules?order=doubtful", "/rules?order=odd"):
        page = amara.get(address).text
        assert "people-were-harmed 4 5 0 1 83 % approved" in in_words(page)
        assert "a &lt;b&gt;different" in page and 'href="/queue?rule=people-were-harmed"' in page


def test_rules_that_nobody_judged(amara: TestClient) -> None:
    assert "nobody yet" in amara.get("/rules").text


SEES = [("Bo", "1", True), ("Bo", "2", False), ("Lea", "2", True)]


@pytest.mark.parametrize(("name", "approvals", "sees"), SEES)
def test_reasons_stay_hidden_in_blind_review(place: Path, name: str, approvals: str, sees: bool) -> None:
    judge(place, approvals)
    client = browser(place, token=None)
    login(client, name)
    assert ("different" in client.get("/rules").text) == sees


def test_agreement(place: Path, amara: TestClient) -> None:
    assert "No two people judged the same claim yet" in amara.get("/agreement").text
    judge(place)
    said = in_words(amara.get("/agreement").text)
    assert "Bo and Cleo all events 3 67 % 0.00 0.54" in said
    assert "Bo and Cleo killed 1 100 % none 1.00" in said
    assert "Slot by slot" in said and "Bo and Cleo all events 2 100 %" in said


def test_agreement_slot_by_slot(place: Path, amara: TestClient) -> None:
    judge(place)
    with Store(place) as store:
        claim = claim_of(place, "charged")
        store.correct(claim, {"event": "killed"}, "Bo")
        store.correct(claim, {"event": "injured"}, "Cleo")
    said = in_words(amara.get("/agreement").text)
    assert "Bo and Cleo charged 1 100 % 100 % 100 % 0 % κ 0.00, AC1 −1.00 100 %" in said


@pytest.mark.parametrize(("name", "status"), [("Bo", 403), ("Lea", 200)])
def test_only_leads_see_agreement(place: Path, name: str, status: int) -> None:
    judge(place)
    client = browser(place, token=None)
    login(client, name)
    assert client.get("/agreement").status_code == status
    assert ("/agreement" in client.get("/queue").text) == (status == 200)
