"""The words that a form offers."""

from typing import Any, get_args


def words(vocabulary: Any) -> tuple[str, ...]:
    """The words of a closed vocabulary, in its order."""
    return get_args(vocabulary)
