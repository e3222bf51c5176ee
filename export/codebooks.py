"""Vague words as figures, by a named convention, at export only."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from export.errors import BadOption, unknown
from models import rules


@dataclass(frozen=True, slots=True)
class Codebook:
    """`figures` gives the figure (decimal text) of each vague word, for claims of these `kinds`."""

    name: str
    says: str
    source: str
    kinds: tuple[str, ...]
    figures: Mapping[str, str]

    def figure(self, claim: Mapping[str, Any]) -> str | None:
        """The convention's figure for this claim (in its JSON form), if it is vague and the convention has one."""
        vague = claim["quantity"]["vague"]
        return self.figures.get(vague) if vague and claim["kind"] in self.kinds else None


def load(name: str) -> Codebook:
    """One of ours by its name, or one's own by the path of its TOML file. Raises BadOption."""
    if name.endswith(".toml"):
        return _codebook(name, _own(Path(name)))
    if name not in names():
        raise unknown("codebook", name, (*names(), "or the path of your own .toml file"))
    return _codebook(name, rules.load(f"codebooks/{name}"))


@cache
def names() -> tuple[str, ...]:
    """The codebooks that come with the program."""
    folder = files("models").joinpath("codebooks")
    return tuple(sorted(item.name.removesuffix(".toml") for item in folder.iterdir() if item.name.endswith(".toml")))


def _own(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadOption(f"the codebook {path} cannot be read: {error}") from None


def _codebook(name: str, table: dict[str, Any]) -> Codebook:
    try:
        figures = {word: str(int(figure)) for figure, words in table["figures"].items() for word in words}
        return Codebook(table["name"], table["says"], table["source"], tuple(table["kinds"]), figures)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadOption(f"the codebook {name} needs name, says, source, kinds and [figures] as in "
                        f"models/codebooks/acled.toml: {error}") from None
