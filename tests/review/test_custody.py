"""The sheet of one claim that is printed."""

import hashlib
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from db import Store
from tests import ledgers
from tests.review.conftest import browser
from tests.review.test_deciding import claim_of
from tests.review.test_people import HASH, login
from tests.review.test_records import in_words


def test_everything_that_is_known_is_on_the_sheet(place: Path, amara: TestClient) -> None:
    claim = claim_of(place, "killed")
    with Store(place) as store:
        store.correct(claim, {"event": "injured"}, "Bo", "they <lived>")
        store.comment(claim, "Cleo", "see page 4")
        mine, head = store.claim_events(claim), store.latest_events(limit=1)[0]
        added, runs = store.readings(store.claim(claim).document)
    page = amara.get(f"/custody/{claim}").text
    said = in_words(page)
    assert [event.what for event in mine] == ["correction", "comment"]
    for shown in (*(event.hash for event in mine), head.hash, hashlib.sha256(ledgers.TEXT.encode()).hexdigest(),
                  "Clashes in Belora", "Tamar Watch, 2021-06-01", "https://example.org/belora", "belora.txt",
                  "At least 23 civilians were killed", "people-were-harmed", added[:10], f"by run {runs[0].number}",
                  "haracters 31 to 64", "Bo corrected event", "event: injured", "they &lt;lived>", "see page 4"):
        assert shown in said.replace("&lt;lived&gt;", "&lt;lived>"), shown
    assert f'href="/custody/{claim}"' in amara.get(f"/claim/{claim}?state=any").text


def test_a_sheet_of_an_undecided_claim(place: Path, amara: TestClient) -> None:
    assert "Nobody has decided about it yet" in amara.get(f"/custody/{claim_of(place, 'injured')}").text
    assert amara.get("/custody/cffff").status_code == 404


@pytest.mark.parametrize(("name", "sees"), [("Bo", True), ("Cleo", False), ("Lea", True)])
def test_the_sheet_keeps_blind_review_blind(place: Path, name: str, sees: bool) -> None:
    claim = claim_of(place, "killed")
    with Store(place) as store:
        for who, role in (("Bo", "reviewer"), ("Cleo", "reviewer"), ("Lea", "lead")):
            store.add_account(who, role, HASH)
        store.set("required_approvals", "2", "Lea")
        store.correct(claim, {"event": "injured"}, "Bo", "they lived")
        made = store.claim_events(claim)[-1]
        store.comment(claim, "Lea", "a later event, so that the head is another")
    client = browser(place, token=None)
    login(client, name)
    said = in_words(client.get(f"/custody/{claim}").text)
    assert ("they lived" in said, "event: injured" in said, made.hash in said) == (sees, sees, sees)
