"""The nursery seen from outside: workers that are asked, one document at a time, and replaced when one dies."""

import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Lock

from corpus import ReadError, Settings
from corpus.sandbox import environment, why_it_stopped
from corpus.worker import FAILED, HEAD, asked
from factledger.batch.card import Card

HOUSE = str(Path(__file__).parent.parent.parent)
START = f"import sys; sys.path.insert(0, {HOUSE!r}); from factledger.batch.nursery import run; run()"
MOST_ANSWER = 2**31      # bytes
PATIENCE = 40            # times the limit of a document, the longest one included: a worker ends itself before
CHUNK = 2**20
FAREWELL = 1             # seconds in which a process that has closed its socket is gone


class Nursery:
    """One process that forks workers, started when it is first needed. Use it in a `with`, or close it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._lock = Lock()

    def __enter__(self) -> "Nursery":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def fork(self) -> tuple[socket.socket, int]:
        """The ends of a new worker: where it is asked, and where its exit status can be read once it is gone."""
        ours, theirs = socket.socketpair()
        status, told = os.pipe()
        with self._lock, theirs:
            try:
                socket.send_fds(self._started(), [b"f"], [theirs.fileno(), told])
            finally:
                os.close(told)
        return ours, status

    def _started(self) -> socket.socket:
        if self._process is None or self._process.poll() is not None or self._control is None:
            self._control, theirs = socket.socketpair()
            with theirs:
                self._process = subprocess.Popen(
                    [sys.executable, "-P", "-c", START], stdin=theirs.fileno(), stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL, start_new_session=True, cwd="/", env=environment(),
                )
        return self._control

    def check(self) -> None:
        """Where the nursery itself has ended, a rule may be broken: raises RuleError, which says which."""
        from extract.pipeline import pipeline  # the rules take a second to load: here nobody else needs them

        if self._process is not None:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(FAREWELL)
                pipeline()

    def close(self) -> None:
        """Ends the nursery with all its workers."""
        process, self._process = self._process, None
        if self._control:
            self._control.close()
        if process is not None:
            with suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


class Worker:
    """One place at the nursery: at any time at most one process works for it."""

    def __init__(self, nursery: Nursery) -> None:
        self._nursery = nursery
        self._ends: tuple[socket.socket, int] | None = None

    def process(self, data: bytes, name: str, settings: Settings, card: Card) -> memoryview:
        """What `work.process` makes of these bytes, packed. Raises ReadError, or RuleError for a broken rule."""
        self._ends = self._ends or self._nursery.fork()
        said = self._ask(data, name, settings, card)
        if said is None:
            ended = self._end()
            if ended is None:  # no guard told of it: perhaps there was none
                self._nursery.check()
            raise ReadError(name, *why_it_stopped(ended, settings.limits))
        if said[:1] == b"!":
            self.close()
        if said[1:2] == FAILED:
            raise ReadError(name, *json.loads(said[2:]))
        return memoryview(said)[2:]

    def _ask(self, data: bytes, name: str, settings: Settings, card: Card) -> bytearray | None:
        """The worker's answer; None if it died before its end."""
        assert self._ends
        end = self._ends[0]
        end.settimeout(PATIENCE * settings.limits.seconds)
        try:
            for part in (asked("process", name, settings, card.record), data):
                end.sendall(len(part).to_bytes(HEAD))
                end.sendall(part)
            size = int.from_bytes(_received(end, HEAD))
            return _received(end, size) if 0 < size <= MOST_ANSWER else None
        except (OSError, EOFError):
            return None

    def _end(self) -> int | None:
        """How the worker ended, by its exit status or the negative number of the signal; None if it is not known."""
        assert self._ends
        self._ends[0].close()
        with os.fdopen(self._ends[1], "rb") as stream:
            told = stream.read()
        self._ends = None
        return int(told) if told else None

    def close(self) -> None:
        """Lets the process go."""
        if self._ends:
            self._ends[0].close()
            os.close(self._ends[1])
            self._ends = None


def _received(end: socket.socket, size: int) -> bytearray:
    """So many bytes. Raises EOFError when no more come."""
    got = bytearray()
    while len(got) < size:
        if not (more := end.recv(min(CHUNK, size - len(got)))):
            raise EOFError
        got += more
    return got
