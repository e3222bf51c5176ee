"""Reading in a process of its own: a crash, a hang or a bomb costs one sentence, and the next document is read."""

import atexit
import json
import os
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from threading import Lock
from typing import IO, Any

from corpus.errors import ReadError
from corpus.reader import bytes_of, too_large
from corpus.settings import USUAL, Limits, Settings
from corpus.wire import unpacked
from corpus.worker import FAILED, HEAD, asked, send
from models import Document

HOUSE = str(Path(__file__).parent.parent)
START = f"import sys; sys.path.insert(0, {HOUSE!r}); from corpus.worker import serve_standard; serve_standard()"
MOST_ANSWER = 2**30     # bytes
CHUNK = 2**20
STARTING = 30.0         # seconds more for the first answer, on a busy machine
DYING = 0.5             # seconds after which a process without an answer counts as alive
SPLIT = "split it, or print it to a new PDF"


class Sandbox:
    """One reading process, started when it is first needed and again after a crash. Use it in a `with`, or close it.

    It keeps memory, processor time, time, files written and the size of the answer within `Limits`.
    The process can open no socket on Linux; elsewhere no reader opens one.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()
        self._owner = os.getpid()

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, data: bytes, name: str, settings: Settings = USUAL) -> Document:
        """The document of these bytes, as `corpus.read_bytes`. Raises ReadError whatever happens."""
        if len(data) > settings.limits.size:
            raise too_large(name, settings.limits.size)
        return unpacked(self.answer("read", data, name, settings))

    def picture(self, data: bytes, name: str, number: int, settings: Settings = USUAL, **wish: Any) -> bytes:
        """A page of a PDF as a PNG, as `corpus.page_picture`. Raises ReadError whatever happens."""
        return self.answer("picture", data, name, settings, number=number, **wish)

    def answer(self, job: str, data: bytes, name: str, settings: Settings, **wish: Any) -> bytes:
        """What the process says. Raises ReadError when it refuses, dies or takes too long."""
        with self._lock:
            try:
                said = self._ask(job, data, name, settings, wish)
            except BaseException:
                self.close()
                raise
            if said[:1] == b"!":
                self.close()
        if said[1:2] == FAILED:
            raise ReadError(name, *json.loads(said[2:]))
        return said[2:]

    def start(self) -> None:
        """Starts the process, so that it gets ready while the caller does something else."""
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", START], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, start_new_session=True, cwd="/", env=environment(),
            )

    def close(self) -> None:
        """Ends the process and whatever it has started."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():  # a fork of this process does not own it
            return
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        for stream in (process.stdin, process.stdout):
            with suppress(OSError):
                _open(stream).close()
        process.wait()

    def _ask(self, job: str, data: bytes, name: str, settings: Settings, wish: dict[str, Any]) -> bytes:
        fresh = self._process is None
        self.start()
        process, limits = self._process, settings.limits
        assert process is not None
        with suppress(BrokenPipeError):  # it has died: the missing answer says so
            send(_open(process.stdin), asked(job, name, settings, wish))
            send(_open(process.stdin), data)
        deadline = time.monotonic() + limits.seconds + (STARTING if fresh else 0)
        answer = _Answer(_open(process.stdout), deadline).whole()
        if answer is None:
            raise ReadError(name, *_reason(process, limits))
        return answer


class _Answer:
    """One answer, as it comes in."""

    def __init__(self, stream: IO[bytes], deadline: float) -> None:
        self.stream, self.deadline = stream, deadline

    def whole(self) -> bytes | None:
        """The answer's bytes; None when the process dies before its end, says too much, or takes too long."""
        head = self._part(HEAD)
        size = int.from_bytes(head or b"")
        return self._part(size) if head and 0 < size <= MOST_ANSWER else None

    def _part(self, size: int) -> bytes | None:
        got = bytearray()
        while len(got) < size:
            left = self.deadline - time.monotonic()
            ready, _, _ = select.select([self.stream], [], [], max(0.0, left))
            more = os.read(self.stream.fileno(), min(CHUNK, size - len(got))) if ready else b""
            if not more:
                return None
            got += more
        return bytes(got)


def _open(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream


def _reason(process: "subprocess.Popen[bytes]", limits: Limits) -> tuple[str, str]:
    """Why there is no answer: what is wrong, and what to do."""
    try:
        return why_it_stopped(process.wait(DYING), limits)
    except subprocess.TimeoutExpired:
        return why_it_stopped(-signal.SIGALRM, limits)


def why_it_stopped(status: int | None, limits: Limits) -> tuple[str, str]:
    """What is wrong and what to do, by the exit status or the negative number of the signal that ended a process."""
    if status == -signal.SIGALRM:
        return f"took longer than {limits.seconds:,.0f} seconds to read", SPLIT
    if status == -signal.SIGXCPU:
        return f"took more than {limits.processor_seconds:,} seconds of the processor", SPLIT
    stopped = "killed" if status is None else signal.Signals(-status).name if status < 0 else f"status {status}"
    needs = f"it is broken, or needs more than {limits.memory >> 20:,} MB of memory"
    return f"stopped the process that read it ({stopped}): {needs}", SPLIT


def environment() -> dict[str, str]:
    """One thread for each library, so that they neither ask for memory for many nor disturb other processes."""
    return {**os.environ, "OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


@cache
def _shared(_: int) -> Sandbox:
    """The reading process that this process keeps; a fork makes one of its own."""
    sandbox = Sandbox()
    atexit.register(sandbox.close)
    return sandbox


def read_safely(path: str | Path, limits: Limits = USUAL.limits, settings: Settings = USUAL) -> Document:
    """The document in this file, read by a process of its own that is kept for the next file.

    Raises ReadError, one sentence, also for a document that crashes the reader, hangs it or needs too much memory.
    """
    return read_bytes_safely(bytes_of(path, limits.size), str(path), limits, settings)


def read_bytes_safely(
    data: bytes, name: str, limits: Limits = USUAL.limits, settings: Settings = USUAL,
) -> Document:
    """As `read_safely`, for bytes; `name` stands for them in messages."""
    return _shared(os.getpid()).read(data, name, replace(settings, limits=limits))
