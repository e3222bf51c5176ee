"""A small ledger for every test of this room."""

from pathlib import Path

import pytest

from db import Store
from tests.ledgers import document, extraction


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """One document; the first claim is verified by two people, the second rejected, the others open."""
    made = Store(tmp_path / "ledger.db")
    read, data = document()
    made.add(read, data, extraction(), made.start_run("1.0", "a" * 64), "belora.txt")
    first, second, *_ = (stored.id for stored in made.claims())
    made.decide(first, "approve", "Ana Lima", "seen")
    made.decide(first, "approve", "Bo")
    made.decide(second, "reject", "Bo")
    return made
