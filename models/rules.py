"""Words and rules as TOML: how they are loaded, and what is said when one is broken."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOM = Path(__file__).parent


class RuleError(ValueError):
    """A rule file cannot be used. The message names the file, the rule's id and the reason."""


@dataclass(frozen=True, slots=True)
class RuleProblem:
    """A rule that does not hold on one of its examples."""

    rule: str
    example: str
    reason: str


@cache
def load(name: str) -> dict[str, Any]:
    """The TOML file models/<name>.toml as tables. Raises RuleError when it is missing or broken."""
    path = ROOM / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf8"))
    except FileNotFoundError:
        raise RuleError(f"models/{name}.toml is missing: reinstall the program") from None
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"models/{name}.toml cannot be read: {error}") from None


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """One list of words of a TOML file, for membership tests."""
    return frozenset(load(name)[key])


@cache
def word_tuple(name: str, key: str) -> tuple[str, ...]:
    """The same as what a text may begin or end with."""
    return tuple(load(name)[key])
