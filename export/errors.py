"""What an export says when it cannot be written."""

from collections.abc import Sequence
from difflib import get_close_matches


class ExportError(Exception):
    """The file cannot be written. The message is one sentence for the user."""


class BadOption(ExportError):
    """An option that cannot be followed: an unknown column, a condition that cannot be read."""


class UnknownFormat(BadOption):
    """The file's name ends in no format that can be written."""


def unknown(kind: str, word: str, words: Sequence[str]) -> BadOption:
    """A word that is none of these; the nearest one is named."""
    near = get_close_matches(word, words, n=1)
    return BadOption(f"{word!r} is no {kind}: " + (f"did you mean {near[0]}?" if near else f"take {', '.join(words)}"))
