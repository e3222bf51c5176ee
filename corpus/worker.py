"""The reading process: takes documents from standard input, gives their texts or sentences on standard output."""

import json
import os
import resource
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from traceback import extract_tb
from typing import IO, Any

from corpus.errors import ReadError
from corpus.network import cut_off
from corpus.pdf.picture import page_picture
from corpus.reader import read_bytes
from corpus.settings import Limits, Settings
from corpus.wire import packed

HEAD = 8                     # bytes that tell how long a part is
TIRED = 0.25                 # of the memory allowed: a process that has grown by more gives way to a fresh one
READ, FAILED, SPENT = b"r", b"f", b"F"

Job = Callable[[bytes, str, Settings, dict[str, Any]], bytes]
Jobs = dict[str, Job]
JOBS: Jobs = {
    "read": lambda data, name, settings, _: packed(read_bytes(data, name, settings)),
    "picture": lambda data, name, settings, wish: page_picture(data, name, settings, **wish),
}


def send(stream: IO[bytes], part: bytes) -> None:
    """One part, its length before it."""
    stream.write(len(part).to_bytes(HEAD) + part)
    stream.flush()


def asked(job: str, name: str, settings: Settings, wish: dict[str, Any]) -> bytes:
    """The part that goes before the bytes of a document."""
    return json.dumps({"job": job, "name": name, "settings": asdict(settings), "wish": wish}).encode()


def _received(stream: IO[bytes]) -> bytes:
    return stream.read(int.from_bytes(stream.read(HEAD)))


def serve_standard() -> None:
    """Answers what comes by standard input, on standard output."""
    target = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints goes elsewhere
    serve(sys.stdin.buffer, target, JOBS)


def serve(source: IO[bytes], target: IO[bytes], jobs: Jobs) -> None:
    """Answers until the input ends, or until so much memory is held that a fresh process is better.

    The process is cut off the network where the system can do that.
    """
    cut_off()
    begun = _memory()
    while question := _received(source):
        request = json.loads(question)
        made = request["settings"]
        settings = Settings(**{**made, "languages": tuple(made["languages"]), "limits": Limits(**made["limits"])})
        limit(settings.limits)
        sort, answer = _answer(jobs[request["job"]], source, settings, request)
        spent = sort == SPENT or _memory() - begun > TIRED * settings.limits.memory
        send(target, (b"!" if spent else b".") + sort.lower() + answer)
        if spent:
            return


def _answer(job: Job, source: IO[bytes], settings: Settings, request: dict[str, Any]) -> tuple[bytes, bytes]:
    try:
        return READ, job(_received(source), request["name"], settings, request["wish"])
    except ReadError as error:
        return FAILED, json.dumps([error.problem, error.remedy]).encode()
    except MemoryError:
        needs = f"needs more than {settings.limits.memory >> 20:,} MB of memory"
        return SPENT, json.dumps([needs, "split it or save it in another format"]).encode()
    except Exception as error:  # a defect of ours, which must not stop the others
        fault = f"could not be processed ({type(error).__name__} in {_place(error)})"
        return FAILED, json.dumps([fault, "this is a defect, please report it"]).encode()


def _place(error: Exception) -> str:
    """Where it was raised, such as "reader.py, line 80": a message could quote a confidential document."""
    last = extract_tb(error.__traceback__)[-1]
    return f"{Path(last.filename).name}, line {last.lineno}"


def _memory() -> int:
    """The bytes that this process holds; 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()
    except OSError:
        return 0


def limit(limits: Limits) -> None:
    """From now on no more memory, processor time or files than allowed; no dump of a crash."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + limits.processor_seconds + 1
    _at_most(resource.RLIMIT_AS, limits.memory)
    _at_most(resource.RLIMIT_CPU, seconds)
    _at_most(resource.RLIMIT_FSIZE, 0)
    _at_most(resource.RLIMIT_CORE, 0)


def _at_most(kind: int, amount: int) -> None:
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (amount if hard == resource.RLIM_INFINITY else min(amount, hard), hard))
