"""Workers that die, hang or grow are replaced, and the next document is read; nothing outlives its program."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus import Limits, ReadError, Settings, read_bytes
from db import prepare
from extract import extract
from factledger.batch.card import BLANK, Card
from factledger.batch.pool import LocalPool
from factledger.batch.source import Source
from factledger.batch.work import packed, process, unpacked
from tests.corpus.hostile import GOOD, TABLE

QUICK = Settings(limits=Limits(seconds=1, processor_seconds=1))
REPORT = b"At least 23 civilians were killed in Belora on May 4, 2021. Police detained 12 students."


def source(data: bytes, name: str, card: Card = BLANK) -> Source:
    return Source(name, len(data), lambda _: data, card)


def done(pool: LocalPool, data: bytes, name: str, settings: Settings = QUICK) -> int:
    """How many claims a worker finds."""
    return pool.process(data, source(data, name), settings).counts.claims


HARMFUL = [row for row in TABLE if row[2]]


@pytest.mark.parametrize(("name", "made", "sentence"), HARMFUL, ids=[name for name, _, _ in HARMFUL])
def test_a_hostile_file_costs_a_sentence(pool: LocalPool, name: str, made: Callable[[], bytes], sentence: str) -> None:
    with pytest.raises(ReadError, match=sentence) as caught:
        done(pool, made(), name)
    assert str(caught.value).startswith(f"{name}: ") and "defect" not in str(caught.value)
    assert done(pool, REPORT, "good.txt") == 2


def test_it_is_as_without_a_process(pool: LocalPool) -> None:
    card = Card(title="Belora", publisher="Tamar Watch", collector="Ana")
    work = pool.process(GOOD, source(GOOD, "good.pdf", card), QUICK)
    document = card.onto(read_bytes(GOOD, "good.pdf"))
    assert unpacked(packed(work)) == work
    made = prepare(document, extract(document))
    assert work.prepared.claims.lines == made.claims.lines
    assert list(map(tuple, work.prepared.claims.rows)) == made.claims.rows
    assert work.prepared == unpacked(packed(process(GOOD, "good.pdf", QUICK, card, lambda _: None))).prepared


def test_a_defect_quotes_nothing(pool: LocalPool) -> None:
    """A card that cannot be read raises in the worker; its words stay there."""
    class Bad(Card):
        record = {"published": "secret"}  # noqa: RUF012

    with pytest.raises(ReadError, match=r"could not be processed \(\w+ in \w+\.py, line \d+\)") as caught:
        pool.process(REPORT, source(REPORT, "a.txt", Bad()), QUICK)
    assert "secret" not in str(caught.value)


PROGRAM = """
import sys
from factledger.batch.pool import LocalPool
from factledger.batch.source import Source
from corpus import Settings
pool = LocalPool(2)
data = b"Police detained 12 students."
pool.process(data, Source("a.txt", 0, lambda _: data), Settings())
print(pool._nursery._process.pid, flush=True)
sys.stdin.read()
"""


def test_nothing_outlives_its_program() -> None:
    """Killed with -9, the program takes the nursery, the guards and the workers with it."""
    program = subprocess.Popen([sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert program.stdout
    nursery = int(program.stdout.readline())
    family = [nursery, *children(nursery)]
    assert len(family) == 3
    program.kill()
    program.wait()
    deadline = time.monotonic() + 20
    while any(map(alive, family)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [pid for pid in family if alive(pid)] == []


def children(parent: int) -> list[int]:
    """All processes below this one."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            status = (entry / "status").read_text()
        except OSError:
            continue
        if f"\nPPid:\t{parent}\n" in status:
            found += [int(entry.name), *children(int(entry.name))]
    return found


def alive(pid: int) -> bool:
    try:
        return not re.search(r"^State:\tZ", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)
    except OSError:
        return False


def test_a_killed_worker_is_replaced(pool: LocalPool) -> None:
    assert done(pool, REPORT, "a.txt") == 2
    assert pool._nursery._process
    for pid in children(pool._nursery._process.pid):
        os.kill(pid, signal.SIGKILL)
    with pytest.raises(ReadError, match=r"stopped the process that read it"):
        done(pool, REPORT, "a.txt")
    assert done(pool, REPORT, "a.txt") == 2
    os.kill(pool._nursery._process.pid, signal.SIGKILL)
    pool._nursery._process.wait()
    for _ in range(2):  # each of the two that lost their nursery says so once at most
        try:
            done(pool, REPORT, "a.txt")
        except ReadError:
            continue
    assert done(pool, REPORT, "a.txt") == 2
