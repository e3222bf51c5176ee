"""Files that arrive in a folder, handed on when they are complete."""

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

from watchfiles import watch

from factledger.paths import SUFFIXES

SETTLED = 2.0       # seconds without a change after which a file counts as complete
LOOK = 500          # milliseconds from look to look

State = tuple[int, int]


def arrivals(folder: Path, stopped: Event) -> Iterator[list[Path]]:
    """The documents that are there, then, group by group, those that come or change, until `stopped`.

    A file is handed on when its size and time stayed the same for SETTLED seconds. Hidden files and names that end in
    no document's suffix are left alone: programs write so while they are not done.
    """
    waiting = {path: (_state(path), time.monotonic()) for path in sorted(folder.rglob("*")) if _wanted(folder, path)}
    for changes in watch(folder, stop_event=stopped, yield_on_timeout=True, rust_timeout=LOOK, debounce=LOOK):
        for _, name in changes:
            if _wanted(folder, path := Path(name)):
                waiting[path] = (_state(path), time.monotonic())
        if ready := _settled(waiting):
            yield ready


def _wanted(folder: Path, path: Path) -> bool:
    hidden = any(part.startswith((".", "~")) for part in path.relative_to(folder).parts)
    return path.suffix.lower() in SUFFIXES and not hidden and path.is_file()


def _state(path: Path) -> State | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _settled(waiting: dict[Path, tuple[State | None, float]]) -> list[Path]:
    """Takes out what has not changed for long enough, and what is gone."""
    ready, now = [], time.monotonic()
    for path, (before, since) in list(waiting.items()):
        state = _state(path)
        if state != before:
            waiting[path] = (state, now)
        elif now - since >= SETTLED:
            del waiting[path]
            ready += [path] if state else []
    return ready
