"""Several writers at once, and one that dies half-way."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from db import Store, StoreError
from tests.ledgers import document, extraction

HOUSE = Path(__file__).parent.parent.parent
WRITER = """
import sys
import pytest

from db import Store, StoreError
from tests.ledgers import document, extraction

store = Store(sys.argv[1])
run = store.start_run("1", "0")
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    read, data = document(data=str(number).encode())
    store.add(read, data, extraction(), run, f"{number}.txt")
    print(number, flush=True)
"""


def start(path: Path, first: int, last: int) -> "subprocess.Popen[bytes]":
    words = [sys.executable, "-c", WRITER, str(path), str(first), str(last)]
    return subprocess.Popen(words, cwd=HOUSE, stdout=subprocess.PIPE)


def whole(path: Path) -> None:
    """Every document in the ledger has all that was found in it, and the file is sound."""
    with Store(path) as store:
        assert all((entry.claims, entry.numerals) == (4, 3) for entry in store.documents())
        assert store.status().states == {"open": 4 * store.status().documents}
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_writers_wait_for_each_other(tmp_path: Path) -> None:
    """Four processes make the ledger and fill it together; two of them bring the same documents."""
    path = tmp_path / "a.db"
    writers = [start(path, 0, 10), start(path, 10, 20), start(path, 20, 30), start(path, 0, 10)]
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0, 0, 0]
    assert {entry.name for entry in Store(path).documents()} == {f"{number}.txt" for number in range(30)}
    whole(path)


def test_a_killed_writer_leaves_no_half_document(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    Store(path).close()
    for attempt in range(3):
        with start(path, attempt * 1000, attempt * 1000 + 1000) as writer:
            assert writer.stdout
            for _ in range(2 + attempt):
                writer.stdout.readline()
            os.kill(writer.pid, signal.SIGKILL)
            writer.stdout.read()
    assert Store(path).status().documents >= 2 + 3 + 4
    whole(path)


def test_a_failed_document_leaves_nothing(tmp_path: Path) -> None:
    """The last row of a document is refused: nothing of it stays."""
    store = Store(tmp_path / "a.db")
    with sqlite3.connect(tmp_path / "a.db") as connection:
        connection.execute(
            "CREATE TRIGGER refuse BEFORE INSERT ON claim_state BEGIN SELECT RAISE(ABORT, 'no room'); END"
        )
    read, data = document()
    with pytest.raises(StoreError, match="no room"):
        store.add(read, data, extraction(), store.start_run("1", "0"))
    assert (store.status().documents, store.status().claims, store.known(read.sha256)) == (0, 0, None)
