"""A writer that is killed at any moment leaves a whole ledger: kill -9, again and again."""

import multiprocessing
import os
import random
import signal
import time
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from db import Store
from tests.ledgers import document, extraction

KILLS = int(os.environ.get("FACTLEDGER_KILLS", "6"))
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked and killed the POSIX way")


def write(path: Path, attempt: int, begun: Connection) -> None:
    """Documents and decisions, until someone stops it."""
    with Store(path) as store:
        run = store.start_run("1", "0")
        for number in count():
            read, data = document(data=f"{attempt} {number}".encode())
            name = store.add(read, data, extraction(), run, "a.txt").document
            for claim in store.claim_ids(name).values():
                store.decide(claim, "approve", f"Reviewer {number}", f"{attempt} {number}")
                store.comment(claim, f"Reviewer {number}", "seen")
                if not number:
                    begun.send(attempt)


def test_nothing_is_half_written(tmp_path: Path, hurried: pytest.MonkeyPatch) -> None:
    hurried.undo()  # the real thing
    path = tmp_path / "a.db"
    Store(path).close()
    forked = multiprocessing.get_context("fork")
    moments = random.Random(6)
    heads: list[str] = []
    for attempt in range(KILLS):
        begun, tell = forked.Pipe(duplex=False)
        writer = forked.Process(target=write, args=(path, attempt, tell))
        writer.start()
        assert begun.recv() == attempt
        time.sleep(moments.random() / 8)
        assert writer.pid and writer.is_alive()
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
        with Store(path) as store:
            found = store.verify(heads[-1] if heads else None)
            assert found.problems == ()
            heads.append(found.head)
            decided = sum(number for state, number in store.status().states.items() if state != "open")
            assert decided == found.decisions
    assert found.documents >= KILLS and found.decisions >= KILLS and len(set(heads)) == KILLS
