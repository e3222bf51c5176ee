"""A ledger with one document, and a person who is logged in."""

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from db import Store
from review import Settings, create_app
from tests import ledgers

ADDRESS = "http://127.0.0.1:8765"
TOKEN = "the-start-up-link"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A ledger's file, with the document of `ledgers`."""
    where = tmp_path / "ledger.db"
    with Store(where) as store:
        run = store.start_run("0", "0" * 64)
        store.add(*ledgers.document(), ledgers.extraction(), run, "belora.txt")
        store.finish_run(run)
    return where


def browser(place: Path, **settings: object) -> TestClient:
    """A browser at the page, of someone who is not logged in."""
    chosen = Settings(**({"by": "Amara", "token": TOKEN} | settings))  # type: ignore[arg-type]
    return at(create_app(place, chosen))


def at(app: Any) -> TestClient:
    """Another browser at the same page."""
    return TestClient(app, ADDRESS, headers={"Origin": ADDRESS, "Sec-Fetch-Site": "same-origin"})


@pytest.fixture
def amara(place: Path) -> TestClient:
    """Amara, who came in by the start-up link."""
    client = browser(place)
    assert client.get(f"/start?token={TOKEN}").status_code == 200
    return client
