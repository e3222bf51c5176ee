"""A process with all rules loaded that forks workers: one that dies is replaced in milliseconds, not in seconds.

Each worker answers on a socket of its own, within the limits of a document, and has a guard that waits for its end
and tells how it came. When the program that started all this is gone, so are they.
"""

import ctypes
import os
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

from corpus import Settings
from corpus.worker import limit, serve
from extract.pipeline import pipeline
from factledger.batch.card import Card
from factledger.batch.work import packed, process

MILLION = 1_000_000
DIES_WITH_PARENT = 1     # PR_SET_PDEATHSIG of prctl(2)


def run() -> None:
    """Forks a worker for each pair of ends (socket, pipe) that comes in, until no more can come."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for a guard
    control = socket.socket(fileno=os.dup(0))
    pipeline()
    while ends := socket.recv_fds(control, 1, 2)[1]:
        if not os.fork():
            control.close()
            _guarded(*ends)
        for end in ends:
            os.close(end)
    os.killpg(0, signal.SIGKILL)


def _guarded(questions: int, status: int) -> None:
    """Forks the worker, waits for it, writes its exit status, and ends."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    guard = os.getpid()
    if not (worker := os.fork()):
        os.close(status)
        _work(questions, guard)
    os.close(questions)
    _, ended = os.waitpid(worker, 0)
    with suppress(OSError):
        os.killpg(worker, signal.SIGKILL)  # whatever it has started
    with suppress(OSError):
        os.write(status, b"%d" % os.waitstatus_to_exitcode(ended))
    os._exit(0)


def _work(questions: int, guard: int) -> None:
    """Answers until there are no more questions."""
    os.setsid()
    _die_with_parent(guard)
    with socket.socket(fileno=questions) as end, suppress(BrokenPipeError, ConnectionResetError):
        serve(end.makefile("rb"), end.makefile("wb"), {"process": _process})
    os._exit(0)


def _process(data: bytes, name: str, settings: Settings, wish: dict[str, Any]) -> bytes:
    try:
        return packed(process(data, name, settings, Card.from_record(wish), _allowance(settings)))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _allowance(settings: Settings) -> Callable[[int], None]:
    """What starts the time of a stage anew: the alarm, and the limit on the processor's time, end the process.

    A text has the time of one document for each million of its characters.
    """
    def begin(characters: int) -> None:
        limits, times = settings.limits, 1 + characters // MILLION
        signal.setitimer(signal.ITIMER_REAL, times * limits.seconds)
        limit(replace(limits, processor_seconds=times * limits.processor_seconds))

    return begin


def _die_with_parent(guard: int) -> None:
    """Linux ends this process when its guard ends; elsewhere it ends with the document in hand."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIES_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != guard:
        os._exit(0)
