"""Who is logged in. A browser holds a random token; the ledger keeps only its SHA-256."""

import hashlib
import secrets
import time

from db import Store
from review.person import Person

COOKIE = "factledger"
HOUR = 3600


def open_session(store: Store, name: str, hours: int) -> str:
    """A new session's token."""
    token = secrets.token_urlsafe(32)
    store.open_session(digest(token), name, time.time() + HOUR * hours)
    return token


def person_of(store: Store, token: str) -> Person | None:
    """Whose session this is, None if it is over."""
    name = store.session(digest(token), time.time()) if token else None
    account = store.account(name) if name else None
    return Person(account.name, account.role) if account and account.active else None


def close_session(store: Store, token: str) -> None:
    """Ends a session."""
    store.close_session(digest(token))


def digest(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode("utf8", "surrogatepass")).hexdigest()
