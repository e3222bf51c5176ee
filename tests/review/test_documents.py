"""The list of documents, page by page."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from db import Store
from review.pages import documents
from tests import ledgers
from tests.review.test_deciding import claim_of


@pytest.mark.parametrize("shown", [1, 2, 3, 4, 100])
def test_every_document_stands_once_in_the_order_of_adding(
    place: Path, amara: TestClient, monkeypatch: pytest.MonkeyPatch, shown: int
) -> None:
    monkeypatch.setattr(documents, "SHOWN", shown)
    with Store(place) as store:
        for more in ("a", "b", "c"):
            store.add(*ledgers.document(f"{ledgers.TEXT} {more}"), ledgers.extraction(), 1, f"{more}.txt")
        every = [entry.id for entry in store.documents()]
    address, found = "/documents", list[str]()
    while address:
        page = amara.get(address).text
        found += re.findall(r'<th scope="row"><a href="/document/(\w+)"', page)
        older = re.search(r'href="(/documents\?after=\w+)"', page)
        address = older[1] if older else ""
    assert found == every and len(every) == 4


def test_how_far_each_is(place: Path, amara: TestClient) -> None:
    with Store(place) as store:
        store.decide(claim_of(place, "killed"), "approve", "Bo")
        ((entry, progress),) = store.documents_after(None, 9)
        assert (entry, progress) == (store.documents()[0], store.progress(entry.id))
    assert "1 of 4" in amara.get("/documents").text
    assert amara.get("/documents?after=dffff").status_code == 404
