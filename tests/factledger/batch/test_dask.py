"""The same work on a real scheduler and two real workers: one is killed, one document kills whoever reads it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import Settings
from db import Store
from export import Options, export
from factledger.batch import Batch, of_file, remote
from factledger.batch.pool import LocalPool
from factledger.batch.remote import Answer, DaskPool, remotely
from factledger.batch.source import of_address
from factledger.cli import main

HOUSE = Path(__file__).parents[3]
DASK = str(Path(sys.executable).parent / "dask")


def deadly(data: bytes | str, name: str, settings: Settings, card: dict[str, str]) -> Answer:
    """As `remotely`, but poison ends the worker, and one document takes its time."""
    if b"poison" in (data if isinstance(data, bytes) else b""):
        os._exit(1)
    time.sleep(0.3)
    return remotely(data, name, settings, card)


class Cluster:
    """A scheduler and two workers as processes of this machine."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.address = folder, f"tcp://127.0.0.1:{port}"
        self.scheduler = self.run("scheduler", "--port", str(port))
        self.workers = [self.worker(), self.worker()]

    def worker(self) -> "subprocess.Popen[bytes]":
        return self.run("worker", self.address, "--nthreads", "1")

    def run(self, *words: str) -> "subprocess.Popen[bytes]":
        settings = {"PYTHONPATH": str(HOUSE), "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
        return subprocess.Popen([DASK, *words, "--host", "127.0.0.1", "--no-dashboard"], cwd=self.folder,
                                env={**os.environ, **settings}, stderr=subprocess.DEVNULL, start_new_session=True)

    def close(self) -> None:
        for process in (*self.workers, self.scheduler):
            stop(process)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def stop(process: "subprocess.Popen[bytes]") -> None:
    """kill -9 with all that it has started (a nanny and its worker)."""
    if process.poll() is None:
        os.killpg(process.pid, 9)
    process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    made = Cluster(tmp_path, free_port())
    yield made
    made.close()


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cluster on a busy machine needs a minute to start."""
    monkeypatch.setattr(remote, "REACHED", 60)


def facts(store: Store, target: Path) -> bytes:
    export(store, target, Options(everything=True))
    return target.read_bytes()


@pytest.mark.parametrize("place", ["postgresql"], indirect=True)
def test_it_is_as_on_one_machine(cluster: Cluster, folder: Path, tmp_path: Path, place: str, pool: LocalPool) -> None:
    """Kept in PostgreSQL; one worker is killed, one document kills its workers: the rest is there, byte for byte."""
    with Store(tmp_path / "one.db") as store:
        list(Batch(store, pool=pool).ingest([of_file(path) for path in sorted(folder.iterdir())]))
        expected = facts(store, tmp_path / "one.jsonl")
    (folder / "poison.txt").write_text("poison", encoding="utf8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    with Store(place) as store, Batch(store, pool=DaskPool(cluster.address, deadly)) as batch:
        outcomes = []
        for outcome in batch.ingest([of_file(path) for path in sorted(folder.iterdir())]):
            outcomes.append(outcome)
            if len(outcomes) == 2:
                stop(cluster.workers.pop())
                cluster.workers.append(cluster.worker())
        assert sorted(outcome.sentence for outcome in outcomes if outcome.problem) == [
            f"{folder / 'broken.pdf'}: is a broken PDF; download or export it again",
            f"{folder / 'poison.txt'}: ended every worker that read it; split it, or print it anew",
        ]
        assert len(store.documents()) == batch.report.new == 12
        assert store.verify().problems == ()
        assert facts(store, tmp_path / "many.jsonl") == expected


def test_a_scheduler_that_comes_back(cluster: Cluster, folder: Path, tmp_path: Path) -> None:
    """All of the cluster is killed in the middle and started anew: the run ends right, nothing is there twice.

    The documents are behind addresses, which the workers open themselves.
    """
    sources = [of_address(f"file://{path}", path.stat().st_size) for path in sorted(folder.iterdir())]
    with Store(tmp_path / "a.db") as store, Batch(store, pool=DaskPool(cluster.address, deadly)) as batch:
        for number, outcome in enumerate(batch.ingest(sources)):
            assert outcome.new
            if number == 1:
                cluster.close()
                cluster.__init__(cluster.folder, int(cluster.address.rsplit(":", 1)[1]))  # type: ignore[misc]
        assert len(store.documents()) == batch.report.new == 12
        assert store.verify().problems == ()


def test_no_scheduler(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
                      monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "REACHED", 0.5)
    address = f"tcp://127.0.0.1:{free_port()}"
    assert main(["ingest", str(folder), "--db", str(tmp_path / "a.db"), "--dask", address]) == 1
    error = capsys.readouterr().err
    assert error.startswith(f"factledger: the Dask scheduler {address} cannot be reached") and error.count("\n") == 1
