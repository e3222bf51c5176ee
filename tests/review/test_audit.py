"""The log of everything, page by page, and what blind review hides in it."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from db import Event, Store
from review.log_view import entry
from tests.review.conftest import browser
from tests.review.test_deciding import claim_of
from tests.review.test_people import HASH, login

SAID = [
    ("ledger", {"version": 3}, "began the ledger"),
    ("upgrade", {"from": 1, "to": 3}, "upgraded the ledger to version 3"),
    ("run started", {"run": 4}, "started run 4"), ("import", {"name": "a.txt", "run": 4}, "read a.txt in run 4"),
    ("decision", {"verdict": "reject", "reason": "no"}, "rejected"), ("decision", {}, "decision"),
    ("correction", {"verdict": "correct", "corrected": {"as_of": None}}, "corrected as of"),
    ("account", {"name": "Bo", "role": "lead", "active": True}, "gave Bo the account of a lead"),
    ("account", {"name": "Bo", "role": "lead", "active": False}, "deactivated the account of Bo"),
    ("setting", {"name": "required_approvals"}, "set required_approvals to ?"),
    ("import", "no JSON", "read ? in run ?"),
    ("something {newer}", {}, "something {newer}"),
]


@pytest.mark.parametrize(("what", "detail", "says"), SAID)
def test_an_event_in_words(what: str, detail: object, says: str) -> None:
    assert entry(Event(1, "2026-01-01T00:00:00Z", "Bo", what, None, None, detail, "", "")).says == says


def numbers(page: str) -> list[int]:
    return [int(number) for number in re.findall(r'<tr id="e(\d+)">', page)]


def test_the_newest_comes_first_and_every_event_once(place: Path, amara: TestClient) -> None:
    with Store(place) as store:
        for _ in range(40):
            store.decide(claim_of(place, "killed"), "flag", "Bo")
            store.decide(claim_of(place, "killed"), "withdraw", "Bo")
        newest = store.latest_events(limit=1)[0]
    address, found = "/audit", list[int]()
    while address:
        page = amara.get(address).text
        found += numbers(page)
        older = re.search(r'href="(/audit\?before=\d+)"', page)
        assert (newest.hash in page) == (address == "/audit")
        address = older[1] if older else ""
    assert found == list(range(newest.number, 0, -1))


def test_the_events_of_one_claim(place: Path, amara: TestClient) -> None:
    claim = claim_of(place, "killed")
    with Store(place) as store:
        store.decide(claim, "reject", "Bo", "another <day>")
        store.decide(claim_of(place, "injured"), "approve", "Cleo")
    page = amara.get("/audit", params={"claim": claim}).text
    assert "another &lt;day&gt;" in page and "Cleo" not in page.partition("<table")[2] and len(numbers(page)) == 1
    assert amara.get("/audit", params={"claim": "cffff"}).status_code == 404
    assert numbers(amara.get("/audit?before=oops").text)[0] > 1


VISITORS = [("Bo", True), ("Cleo", False), ("Lea", True), ("Rita", False)]


@pytest.mark.parametrize(("name", "sees"), VISITORS)
def test_the_log_keeps_blind_review_blind(place: Path, name: str, sees: bool) -> None:
    claim = claim_of(place, "killed")
    with Store(place) as store:
        for who, role in (("Bo", "reviewer"), ("Cleo", "reviewer"), ("Lea", "lead"), ("Rita", "reader")):
            store.add_account(who, role, HASH)
        store.set("required_approvals", "2", "Lea")
        store.decide(claim, "reject", "Bo", "the annex differs")
        event = store.latest_events(limit=1)[0]
    client = browser(place, token=None)
    login(client, name)
    for address in ("/audit", f"/audit?claim={claim}"):
        page = client.get(address).text
        row = page.split(f'id="e{event.number}"')[1].split("</tr>")[0]
        assert ("the annex differs" in page, "rejected" in row, event.hash[:12] in row) == (sees, sees, sees)


ASKED = [
    ("who=Bo", ["reviewer", "comment", "decision"]), ("who=Bo&kind=verdicts", ["decision"]),
    ("who=-&kind=runs", ["run started", "run finished"]), ("kind=verdicts", ["decision", "correction"]),
    ("kind=people", ["reviewer", "reviewer", "reviewer", "account"]), ("who=nobody", []),
    ("kind=no-such-kind&who=Cleo", ["reviewer", "correction"]), ("who=Bo&before=3", []),
]


@pytest.mark.parametrize(("query", "wanted"), ASKED)
def test_the_log_by_person_and_kind(place: Path, amara: TestClient, query: str, wanted: list[str]) -> None:
    claim = claim_of(place, "killed")
    with Store(place) as store:
        store.comment(claim, "Bo", "see the annex")
        store.decide(claim, "approve", "Bo")
        store.correct(claim, {"event": "injured"}, "Cleo")
        log = {event.number: event.what for event in store.events()}
    found = [log[number] for number in numbers(amara.get(f"/audit?{query}").text)]
    assert sorted(found) == sorted(wanted)
    of_claim = numbers(amara.get(f"/audit?{query}&claim={claim}").text)
    if "before" not in query:
        assert [log[number] for number in of_claim] \
            == [what for what in found if what in ("comment", "decision", "correction")]


def test_a_filtered_log_goes_on_page_by_page(place: Path, amara: TestClient) -> None:
    with Store(place) as store:
        for _ in range(40):
            store.comment(claim_of(place, "killed"), "Bo", "again")
            store.comment(claim_of(place, "injured"), "Cleo & Co", "again")
            store.comment(claim_of(place, "injured"), "Cleo & Co", "and again")
    page = amara.get("/audit", params={"who": "Cleo & Co", "kind": "comments"}).text
    older = re.search(r'href="(/audit\?[^"]*before=\d+)"', page)
    assert older
    rest = amara.get(older[1].replace("&amp;", "&")).text
    assert (len(numbers(page)), len(numbers(rest))) == (50, 30) and "before=" not in rest
