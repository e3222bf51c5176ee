"""What goes wrong is said on a page, and what was typed stays."""

import sqlite3
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from db import Store, StoreError
from models import Page, Span
from review.selected import NotSelected, on_one_page
from review.trouble import LATER
from tests import ledgers
from tests.review.conftest import TOKEN, browser
from tests.review.test_deciding import claim_of, state_of

DEEDS = [("decide", {"verdict": "reject", "reason": "my own words"}), ("comment", {"text": "my own words"}),
         ("correct", {"value": "50", "reason": "my own words"})]


@pytest.mark.parametrize(("deed", "form"), DEEDS)
def test_a_locked_ledger_can_be_tried_again(place: Path, deed: str, form: dict[str, str]) -> None:
    client = browser(place, patience=0.05)
    client.get(f"/start?token={TOKEN}")
    claim = claim_of(place, "killed")
    other = sqlite3.connect(place, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        answer = client.post(f"/claim/{claim}/{deed}", data=form)
    finally:
        other.close()
    assert answer.status_code == 503 and "locked by another program" in answer.text and "my own words" in answer.text
    assert f'action="/claim/{claim}/{deed}"' in answer.text and state_of(place, claim) == "open"
    assert client.post(f"/claim/{claim}/{deed}", data=form).status_code == 200


def test_a_full_disk_is_said(place: Path, amara: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    full = next(words for words in LATER if "disk is full" in words)

    def refuse(*_: object, **__: object) -> None:
        raise StoreError(f"ledger.db {full}: make room and try again") from OSError()

    monkeypatch.setattr(Store, "decide", refuse)
    answer = amara.post(f"/claim/{claim_of(place, 'killed')}/decide", data={"verdict": "reject", "reason": "my words"})
    assert answer.status_code == 503 and "disk is full" in answer.text and "my words" in answer.text


def test_a_defect_tells_nothing_of_the_document(
    place: Path, amara: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("the words of a witness")

    monkeypatch.setattr(Store, "decide", fail)
    answer = amara.post(f"/claim/{claim_of(place, 'killed')}/decide", data={"verdict": "approve"})
    assert answer.status_code == 500 and "witness" not in answer.text + caplog.text
    assert "ZeroDivisionError" in caplog.text


def test_a_selection_stays_on_one_page() -> None:
    middle = ledgers.TEXT.index("Dozens")
    pages = (Page(1, 1.0, 1.0, 0, middle), Page(2, 1.0, 1.0, middle, len(ledgers.TEXT)))
    document, _ = ledgers.document(pages=pages)
    assert on_one_page(document, Span(0, middle)) == Span(0, middle)
    with pytest.raises(NotSelected, match="crosses pages 1 and 2"):
        on_one_page(document, Span(middle - 3, middle + 3))
    assert on_one_page(document, Span(middle - 3, middle + 3), Span(middle - 3, middle + 3))
