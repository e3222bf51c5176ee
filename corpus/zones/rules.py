"""The zone rules of models/zones.toml, compiled; what they say of one line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from models.rules import RuleError, RuleProblem, load
from models.vocabulary import BlockKind

LONGEST_HEADING = 100     # characters of a heading over what is not of the text
PART = re.compile(r"\{([a-z][a-z-]*)\}")


@dataclass(frozen=True, slots=True)
class Zone:
    """One rule: a line that the pattern matches is of this kind. `needs`: one of these is in it, in small letters."""

    id: str
    kind: BlockKind
    pattern: re.Pattern[str]
    needs: tuple[str, ...] = ()


def compose(pattern: str) -> str:
    """The pattern with its named parts put in. Raises RuleError for an unknown part."""
    parts = load("zones")["parts"]
    while found := PART.search(pattern):
        if found[1] not in parts:
            raise RuleError(f"models/zones.toml: there is no part {{{found[1]}}}")
        pattern = pattern[: found.start()] + parts[found[1]] + pattern[found.end() :]
    return pattern


@cache
def zones() -> tuple[Zone, ...]:
    """All zone rules, in the order of the file. Raises RuleError when a pattern cannot be compiled."""
    return tuple(_zone(entry) for entry in load("zones")["zone"])


def _zone(entry: dict[str, Any]) -> Zone:
    try:
        return Zone(entry["id"], entry["kind"], re.compile(compose(entry["pattern"])), tuple(entry.get("needs", ())))
    except re.error as error:
        raise RuleError(f"models/zones.toml: {entry['id']}: the pattern is broken: {error}") from None


@cache
def _line_zones() -> tuple[Zone, ...]:
    return tuple(zone for zone in zones() if zone.kind != "dateline")


@cache
def dateline_pattern() -> re.Pattern[str]:
    """All rules for the opening of a paragraph as one pattern."""
    return re.compile("|".join(f"(?:{zone.pattern.pattern})" for zone in zones() if zone.kind == "dateline"))


@cache
def _plain_zones() -> re.Pattern[str]:
    """The rules without needed words as one pattern: the group that matched is named after the rule's position."""
    plain = [(at, zone.pattern.pattern) for at, zone in enumerate(_line_zones()) if not zone.needs]
    return re.compile("|".join(f"(?P<at{at}>{pattern})" for at, pattern in plain))


@cache
def _needed() -> tuple[str, ...]:
    """The words that some rule needs; one search for each is faster than one pattern of all."""
    words = {word for zone in _line_zones() for word in zone.needs}
    return tuple(sorted(word for word in words if not any(other in word for other in words - {word})))


def kind_of_line(line: str) -> BlockKind | None:
    """What a whole line is, by the first rule that matches it; None for running text."""
    plain = _plain_zones().fullmatch(line)
    first = int((plain.lastgroup or "")[2:]) if plain else len(_line_zones())
    small = line.lower()
    if holds(small, _needed()):
        for zone in _line_zones()[:first]:
            if zone.needs and holds(small, zone.needs) and zone.pattern.fullmatch(line):
                return zone.kind
    return _line_zones()[first].kind if plain else None


@cache
def _opening() -> re.Pattern[str]:
    """The rules for headings of what is not of the page's text."""
    return re.compile("|".join(compose(entry["pattern"]) for entry in load("zones")["zone"] if entry.get("opens")))


def opens_boilerplate(heading: str) -> bool:
    """Whether what stands under this heading of a web page is not of its text."""
    return len(heading) <= LONGEST_HEADING and bool(_opening().fullmatch(heading))


def holds(small: str, needs: tuple[str, ...]) -> bool:
    """Whether the text, in small letters, holds one of these, if any are needed."""
    for need in needs:
        if need in small:
            return True
    return not needs


def check() -> list[RuleProblem]:
    """Each rule against its own examples, both sides."""
    return [problem for entry in load("zones")["zone"] for problem in _problems(entry, _zone(entry))]


def _problems(entry: dict[str, Any], zone: Zone) -> Iterator[RuleProblem]:
    for example in entry.get("yes", []):
        text = example["text"]
        wanted = text[text.index("[") + 1 : text.index("]")] if zone.kind == "dateline" else text
        bare = text.replace("[", "", 1).replace("]", "", 1) if zone.kind == "dateline" else text
        if _matched(zone, bare) != wanted:
            yield RuleProblem(zone.id, text, f"found {_matched(zone, bare)!r}")
    for example in entry.get("no", []):
        if _matched(zone, example["text"]) is not None:
            yield RuleProblem(zone.id, example["text"], f"matches, though {example['why']}")
    if not (entry.get("yes") and entry.get("no")):
        yield RuleProblem(zone.id, "", "an example is missing on one side")


def _matched(zone: Zone, text: str) -> str | None:
    found = zone.pattern.match(text) if zone.kind == "dateline" else zone.pattern.fullmatch(text)
    return found[0] if found and holds(text.lower(), zone.needs) else None
