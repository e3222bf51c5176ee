"""Logging in is rate-limited, so that nobody can try many passwords."""

import time
from collections import defaultdict, deque
from collections.abc import Callable
from threading import Lock

MOST, WITHIN = 8, 300.0  # wrong passwords of one name, or from one machine, in so many seconds
NAMES = 10_000           # remembered at most


class Attempts:
    """Wrong passwords of late, by name and by machine."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._lock = clock, Lock()
        self._wrong: defaultdict[str, deque[float]] = defaultdict(deque)

    def wait(self, *who: str) -> int:
        """How many seconds these must wait before the next attempt; 0 for none."""
        now = self._clock()
        with self._lock:
            return max((self._left(name, now) for name in who), default=0)

    def _left(self, name: str, now: float) -> int:
        times = self._wrong.get(name)
        while times and times[0] <= now - WITHIN:
            times.popleft()
        return int(times[-MOST] + WITHIN - now) + 1 if times and len(times) >= MOST else 0

    def wrong(self, *who: str) -> None:
        """Notes a wrong password."""
        with self._lock:
            for name in who:
                self._wrong[name].append(self._clock())
            while len(self._wrong) > NAMES:
                del self._wrong[next(iter(self._wrong))]
