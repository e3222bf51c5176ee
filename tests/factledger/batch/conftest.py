"""Folders of small reports, and two workers for all tests of a module."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factledger.batch.pool import LocalPool

SENTENCES = (
    "At least {n} civilians were killed in the shelling of Belora on May 4, 2021, Tamar Watch said.",
    "Police detained {n} students. A court in Belora convicted {m} officers of torture.",
    "The ministry denied that {n} villagers had been displaced; {m} houses were destroyed.",
)


def report(number: int, repeats: int = 3) -> str:
    """A text of its own for each number; more repeats make it longer."""
    lines = [SENTENCES[(number + line) % 3].format(n=10 + number + line, m=2 + line) for line in range(repeats)]
    return f"Clashes in Belora, part {number}\n\n" + "\n\n".join(lines) + "\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twelve reports of different lengths."""
    made = tmp_path / "in"
    made.mkdir()
    for number in range(12):
        (made / f"{number}.txt").write_text(report(number, 3 + number), encoding="utf8")
    return made


@pytest.fixture(scope="module")
def pool() -> Iterator[LocalPool]:
    """Two workers."""
    made = LocalPool(2)
    yield made
    made.close()
