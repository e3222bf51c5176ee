"""The page that finds words."""

import pytest
from starlette.testclient import TestClient

SEARCHES = [
    ("civilians", ["2 places", ">claim c", ">document d", "At least 23 civilians"]),
    ("nowhere", ["No paragraph and no claim has all of these words"]), ("", ["Words that must all be there"]),
    ('"><script>alert(1)</script>', ["&lt;script&gt;", "No paragraph"]), ("NEAR(civilians", ["No paragraph"]),
]


@pytest.mark.parametrize(("words", "shown"), SEARCHES)
def test_search(amara: TestClient, words: str, shown: list[str]) -> None:
    answer = amara.get("/search", params={"words": words})
    assert answer.status_code == 200
    assert [part for part in shown if part not in answer.text] == []
    assert "<script>alert" not in answer.text
    assert (" place" in answer.text) == bool(words and "place" in shown[0])


def test_a_claim_that_is_found_can_be_opened(amara: TestClient) -> None:
    page = amara.get("/search", params={"words": "civilians"}).text
    address = page.split('href="/claim/')[1].split('"')[0]
    assert amara.get(f"/claim/{address}").status_code == 200
