"""One frame of attribution, and the words that make frames."""

from dataclasses import dataclass
from functools import cache

from extract.groups import Group
from models import Span
from models.rules import load
from models.vocabulary import SourceKind


@dataclass(frozen=True, slots=True)
class Frame:
    """`speaker` is the source's group; its claims stand in text[scope]. `verb` is empty for "according to".

    `relayed`: another source cites this one.
    """

    speaker: Group
    scope: Span
    kind: SourceKind
    verb: str = ""
    at: int = 0
    relayed: bool = False


@cache
def words_of(name: str) -> frozenset[str]:
    """A list of models/words/sources.toml."""
    return frozenset(load("words/sources")[name])
