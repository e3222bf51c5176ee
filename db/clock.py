"""The time as the ledger writes it."""

from datetime import UTC, datetime


def now() -> str:
    """UTC to the second in ISO 8601."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
