"""Who is logged in. A browser holds a random token; only its SHA-256 is kept here."""

import hashlib
import secrets
import time
from threading import Lock

from review.person import Person

COOKIE = "factledger"


class Sessions:
    """The sessions of this process, in memory."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._open: dict[str, tuple[Person, float]] = {}

    def open(self, person: Person, hours: float) -> str:
        """A new session's token."""
        token = secrets.token_urlsafe(32)
        with self._lock:
            self._open[digest(token)] = (person, time.time() + 3600 * hours)
        return token

    def person(self, token: str) -> Person | None:
        """Whose session this is, None if it is over."""
        with self._lock:
            person, until = self._open.get(digest(token), (None, 0.0))
            return person if time.time() < until else None

    def close(self, token: str) -> None:
        """Ends a session."""
        with self._lock:
            self._open.pop(digest(token), None)


def digest(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode("utf8", "surrogatepass")).hexdigest()
