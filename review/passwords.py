"""Passwords, kept only as Argon2id hashes (RFC 9106, its second recommended setting: 64 MiB, three passes)."""

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from argon2.profiles import RFC_9106_LOW_MEMORY

SHORTEST, LONGEST = 12, 1000
HASHER = PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
NOBODY = HASHER.hash("nobody has this password")  # checked where there is no account, so that both take as long


class WeakPassword(ValueError):
    """The password is too short or too long. The message is one sentence."""


def hashed(password: str) -> str:
    """What is kept of a password. Raises WeakPassword."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise WeakPassword(f"a password has {SHORTEST} to {LONGEST:,} characters: several words are easiest to keep")
    return HASHER.hash(password)


def fits(kept: str | None, password: str) -> bool:
    """Whether this is the password of which this is kept; it takes as long when nothing is kept."""
    try:
        return HASHER.verify(kept or NOBODY, password[:LONGEST]) and kept is not None
    except (Argon2Error, InvalidHashError):
        return False
