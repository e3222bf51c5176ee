"""Several reviewers at once, and every page, on both kinds of database."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient

from db import Store
from review import Settings, create_app
from tests import ledgers
from tests.review.conftest import ADDRESS, at
from tests.review.test_people import HASH, login

PEOPLE = ("Bo", "Cleo", "Dag", "Eve")
DOCUMENTS = 6


@pytest.fixture
def app(anywhere: str) -> object:
    """The page over a ledger of six documents with four claims each, for four people."""
    with Store(anywhere) as store:
        run = store.start_run("0", "0" * 64)
        for number in range(DOCUMENTS):
            document, data = ledgers.document(data=str(number).encode())
            store.add(document, data, ledgers.extraction(), run, f"{number}.txt")
        for name in PEOPLE:
            store.add_account(name, "lead" if name == "Bo" else "reviewer", HASH)
    return create_app(anywhere, Settings())


def visitor(app: object, name: str) -> TestClient:
    client = at(app)
    login(client, name)
    return client


def work(client: TestClient) -> int:
    """Approves and corrects whatever is given next, until nothing more is; how often."""
    done, page = 0, client.get("/next")
    while found := re.search(r'action="(/claim/c\w+/decide[^"]*)"', page.text):
        address = found[1].replace("&amp;", "&")
        seen = re.search(r'name="seen" value="(\d+)"', page.text)
        assert seen, page.text
        page = client.post(address, data={"verdict": "approve", "seen": seen[1]})
        assert page.status_code in (200, 409), page.text
        done += page.status_code == 200
        if page.status_code == 409:
            page = client.get("/next")
    assert "Queue" in page.text
    return done


@pytest.mark.parametrize("approvals", [1, 2])
def test_four_people_share_a_queue(anywhere: str, app: object, approvals: int) -> None:
    """Each claim gets as many verdicts as it takes, and nobody's is lost."""
    with Store(anywhere) as store:
        store.set("required_approvals", str(approvals), "Bo")
    clients = [visitor(app, name) for name in PEOPLE]
    with ThreadPoolExecutor(len(PEOPLE)) as pool:
        done = list(pool.map(work, clients))
    with Store(anywhere) as store:
        assert {stored.state for stored in store.claims()} <= {"verified", "approved_once"}
        assert sum(done) == len(store.decisions()) >= 4 * DOCUMENTS
        assert all(len({said.reviewer for said in store.decisions(stored.id)}) == len(store.decisions(stored.id))
                   for stored in store.claims())
        assert store.verify().problems == ()


def test_every_page_and_deed(anywhere: str, app: object) -> None:
    bo, cleo = visitor(app, "Bo"), visitor(app, "Cleo")
    with Store(anywhere) as store:
        killed, injured, detained, charged, *_ = (stored.id for stored in store.claims())
        document = store.documents()[0].id
        unread = [numeral.id for numeral in store.numerals(document) if numeral.fate == "unread"]
    start = ledgers.TEXT.index("4 May")
    deeds = [
        (bo, f"/claim/{killed}/decide", {"verdict": "approve", "seen": "0"}),
        (cleo, f"/claim/{killed}/decide", {"verdict": "reject", "because": "1", "seen": "1"}),
        (bo, f"/claim/{injured}/correct", {"event": "killed", "seen": "0"}),
        (cleo, f"/claim/{injured}/comment", {"text": "look at the annex"}),
        (cleo, f"/claim/{detained}/decide", {"verdict": "flag", "seen": "0"}),
        (cleo, f"/claim/{detained}/undo", {}),
        (cleo, f"/document/{document}/missed", {
            "event": "detained", "counted": "days", "claim_start": str(start), "claim_end": str(start + 10),
            "number_start": str(start), "number_end": str(start + 1), "value": ""}),
        (bo, f"/document/{document}/look", {"numeral": str(unread[0])}),
        (bo, "/settings", {"on": "1", "key.approve": "y"}),
    ]
    for client, address, form in deeds:
        assert client.post(address, data=form).status_code == 200, address
    for path in ("/queue", "/queue?state=any&order=useful", "/queue?reviewer=Bo&state=any", "/documents", "/conflicts",
                 "/search?words=civilians", "/rules", "/rules?order=doubtful", "/agreement", "/audit",
                 "/audit?who=Bo&kind=verdicts", f"/custody/{killed}", f"/claim/{killed}?state=conflict",
                 f"/claim/{charged}/next", f"/claim/{charged}/previous", f"/document/{document}",
                 f"/document/{document}/text", "/rule/people-were-harmed/reject", "/settings", "/help"):
        page = bo.get(path)
        assert page.status_code == 200 and page.headers["cache-control"] == "no-store", path
    with Store(anywhere) as store:
        assert len(store.conflicts()) == 1 and store.verify().problems == ()
    assert ADDRESS in str(bo.get("/queue").url)
