"""Many documents: the same ledger however many work at once, whatever happens to the program."""

import json
import signal
import subprocess
import sys
import time
from itertools import chain
from pathlib import Path
from threading import Event

import pytest

from corpus.reader import bytes_of
from db import Store
from factledger.batch import Batch, of_file, source
from factledger.batch.ordered import ordered
from factledger.batch.pool import LocalPool
from tests.factledger.batch.conftest import report

Output = pytest.CaptureFixture[str]


def ingest(place: Path, folder: Path, pool: LocalPool) -> Batch:
    with Store(place) as store:
        batch = Batch(store, pool=pool)
        list(batch.ingest([of_file(path) for path in folder.iterdir()]))
    return batch


def facts(place: Path) -> bytes:
    """Everything in the ledger as JSON lines."""
    target = place.with_suffix(".jsonl")
    command("export", str(target), "--all", "--force", "--db", str(place)).check_returncode()
    return target.read_bytes()


def command(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-m", "factledger", *words], capture_output=True, text=True, check=False)


def begin(*words: str) -> "subprocess.Popen[str]":
    words = (sys.executable, "-m", "factledger", *words)
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_the_number_of_processes_changes_nothing(folder: Path, tmp_path: Path, pool: LocalPool) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    single = LocalPool(1)
    first = ingest(tmp_path / "one.db", folder, single)
    single.close()
    second = ingest(tmp_path / "two.db", folder, pool)
    assert (first.report.new, first.report.failed) == (second.report.new, second.report.failed) == (12, 1)
    assert first.report.counts == second.report.counts and first.report.counts.claims > 100
    assert facts(tmp_path / "one.db") == facts(tmp_path / "two.db") != b""


def test_a_killed_ingest_goes_on(folder: Path, tmp_path: Path) -> None:
    """kill -9 after the first documents: the same command reads the rest, and nothing is there twice or half."""
    place = str(tmp_path / "a.db")
    program = begin("ingest", str(folder), "--db", place, "--jobs", "2")
    assert program.stdout
    for _ in range(3):
        assert program.stdout.readline().startswith("new ")
    program.kill()
    program.wait()
    with Store(place) as store:
        kept = len(store.documents())
        assert 3 <= kept < 12 or kept == 12
        assert store.verify().problems == ()
    done = command("ingest", str(folder), "--db", place)
    assert f"{12 - kept} new document" in done.stdout and f"{kept} known, 0 failed" in done.stdout
    with Store(place) as store:
        assert len({entry.sha256 for entry in store.documents()}) == len(store.documents()) == 12
        assert store.verify().problems == ()


def test_an_interrupt_finishes_what_is_in_hand(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number}.txt").write_text(report(number, 500), encoding="utf8")
    program = begin("ingest", str(folder), "--db", str(tmp_path / "a.db"), "--jobs", "1")
    assert program.stdout
    program.stdout.readline()
    program.send_signal(signal.SIGINT)
    out, err = program.communicate()
    assert program.returncode == 130
    assert err == "finishing the documents in hand; once more stops at once\n"
    assert "not reached (the same command goes on)" in out
    with Store(tmp_path / "a.db") as store:
        (run,) = store.runs()
        assert run.finished_at and run.report and run.report["new"] == len(store.documents()) < 12


def test_two_at_once(folder: Path, tmp_path: Path) -> None:
    """Two ingests of one ledger take turns; every document is there once."""
    both = [begin("ingest", str(folder), "--db", str(tmp_path / "a.db"), "--json", "--jobs", "1") for _ in range(2)]
    reports = [json.loads(program.communicate()[0].splitlines()[-1]) for program in both]
    assert [program.returncode for program in both] == [0, 0]
    assert sum(found["new"] for found in reports) == 12 and sum(found["known"] for found in reports) == 12
    with Store(tmp_path / "a.db") as store:
        assert len(store.documents()) == 12 and store.verify().problems == ()


def test_a_full_disk(folder: Path, tmp_path: Path) -> None:
    """The ledger may not grow beyond a limit: one sentence, and what is in it is whole."""
    place = tmp_path / "a.db"
    Store(place).close()
    limit = (place.stat().st_size >> 10) + 40
    words = f"ulimit -f {limit}; exec {sys.executable} -m factledger ingest {folder} --db {place} --jobs 1"
    done = subprocess.run(["bash", "-c", words], capture_output=True, text=True, check=False)
    assert done.returncode == 1 and done.stderr.count("\n") == 1
    assert "disk" in done.stderr and "Traceback" not in done.stderr
    with Store(place) as store:
        assert store.verify().problems == ()
        kept = len(store.documents())
    assert f"{12 - kept} new documents" in command("ingest", str(folder), "--db", str(place)).stdout


def test_a_file_that_changes_while_it_is_read(tmp_path: Path, pool: LocalPool, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "growing.txt"
    path.write_text(report(1), encoding="utf8")
    reading = bytes_of

    def slow(path: Path, most: int) -> bytes:
        data = reading(path, most)
        path.write_text(report(1) * 2, encoding="utf8")
        return data

    monkeypatch.setattr(source, "bytes_of", slow)
    with Store(tmp_path / "a.db") as store:
        (outcome,) = Batch(store, pool=pool).ingest([of_file(path)])
        assert outcome.sentence == f"{path}: changed while it was read; ingest it again when it is complete"
        assert store.documents() == []


def test_a_file_that_vanishes(folder: Path, tmp_path: Path, pool: LocalPool) -> None:
    sources = [of_file(path) for path in folder.iterdir()]
    (folder / "3.txt").unlink()
    with Store(tmp_path / "a.db") as store:
        outcomes = list(Batch(store, pool=pool).ingest(sources))
        assert [outcome.sentence for outcome in outcomes if outcome.problem] == [
            f"{folder / '3.txt'}: there is no such file; check the path"]
        assert len(store.documents()) == 11


def test_near_duplicates_are_named(tmp_path: Path, pool: LocalPool) -> None:
    page = "".join(f"<p>{line}</p>" for line in report(5, 30).split("\n\n"))
    texts = {"a.txt": report(5, 30), "b.html": f"<html><body>{page}</body></html>", "c.txt": report(6, 30) * 2}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf8")
    with Store(tmp_path / "a.db") as store:
        outcomes = {outcome.name: outcome for outcome in Batch(store, pool=pool).ingest(
            [of_file(tmp_path / name) for name in texts])}
    first, second = outcomes[str(tmp_path / "b.html")], outcomes[str(tmp_path / "a.txt")]
    assert first.near is None and second.near and second.near.document == first.document
    assert second.near.likeness > 0.9 and outcomes[str(tmp_path / "c.txt")].near is None


def test_results_come_in_order_and_no_further_ahead_than_allowed() -> None:
    begun: list[int] = []

    def work(number: int) -> int:
        begun.append(number)
        time.sleep(0.05 if number == 0 else 0)
        return number * 2

    done = ordered(range(20), work, 2, lambda held: len(list(held)) < 5, lambda: False)
    first, *others = next(done)
    assert (first[0], first[1].result()) == (0, 0) and max(begun) < 5
    rest = [*others, *chain.from_iterable(done)]
    assert [future.result() for _, future in rest] == [number * 2 for number in range(1, 20)]


def test_what_is_done_together_comes_together() -> None:
    last = Event()

    def work(number: int) -> None:
        if number == 69:
            last.set()
        assert number or last.wait()

    done = ordered(range(70), work, 2, lambda _: True, lambda: False, patience=60)
    assert [[number for number, _ in group] for group in done] == [list(range(64)), list(range(64, 70))]


def test_nobody_waits_for_what_takes_long() -> None:
    first = Event()
    done = ordered(range(3), lambda number: number == 0 or first.wait(), 2, lambda _: True, lambda: False)
    assert [number for number, _ in next(done)] == [0]
    first.set()
    assert [number for number, _ in chain.from_iterable(done)] == [1, 2]


def test_after_a_stop_nothing_is_begun() -> None:
    stopped: list[bool] = []
    done = ordered(range(100), lambda _: time.sleep(0.01), 2, lambda held: len(list(held)) < 10, lambda: bool(stopped))
    next(done)
    stopped.append(True)
    assert len(list(chain.from_iterable(done))) < 12


def test_a_folder_is_watched(tmp_path: Path) -> None:
    """What is there is read, what arrives is read when it is complete, and a file in the making is left alone."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "1.txt").write_text(report(1), encoding="utf8")
    program = begin("ingest", "--watch", str(inbox), "--db", str(tmp_path / "a.db"), "--jobs", "1", "--json")
    assert program.stdout
    assert json.loads(program.stdout.readline())["name"] == str(inbox / "1.txt")
    program.stdout.readline()
    (inbox / "3.txt.part").write_text(report(3), encoding="utf8")
    with (inbox / "2.txt").open("w", encoding="utf8") as stream:
        for line in report(2, 20).splitlines(keepends=True)[:30]:
            stream.write(line)
            stream.flush()
            time.sleep(0.1)
    record = json.loads(program.stdout.readline())
    assert (record["name"], record["status"]) == (str(inbox / "2.txt"), "new")
    program.send_signal(signal.SIGINT)
    program.communicate()
    assert program.returncode == 130
    with Store(tmp_path / "a.db") as store:
        assert [len(store.source(entry.id)) for entry in store.documents()] == [
            (inbox / name).stat().st_size for name in ("1.txt", "2.txt")]
