"""The rules of models/dates, and every place of a text where one applies."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import count
from typing import Any

from extract.dates.beginnings import REACH, beginnings
from extract.dates.openings import openings
from extract.dates.parts import expand
from extract.letters import OPEN, Ending, folded
from models.rules import RuleError, load

FILES = ("calendar", "periods", "relative")
REMEMBERED = 20_000  # beginnings of which it is remembered what rules have them
LEFT = 48  # how many characters before a match a context may look at

@dataclass(frozen=True)
class Rule:
    """One rule of models/dates, ready to match; `reads` names the reading of its slots."""

    id: str
    reads: str
    source: str
    beginnings: frozenset[str]
    aside: bool
    after: Ending | None
    not_after: Ending | None
    unless_after: Ending | None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a text first needs it: all of them at once would take a tenth of a cold start."""
        try:
            return re.compile(rf"(?<!\w){self.source}")
        except re.error as error:
            raise RuleError(f"models/dates: rule {self.id}: {error}") from None

    def allows(self, left: str) -> bool:
        """Whether the words before a match let the rule apply."""
        if self.after and not self.after.search(left):
            return False
        if not self.not_after or not self.not_after.search(left):
            return True
        return bool(self.unless_after and self.unless_after.search(left))


@dataclass(frozen=True, slots=True)
class Found:
    """A place where a rule matched, with the words in its slots."""

    rule: Rule
    start: int
    end: int
    slots: Mapping[str, str]


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order in which they are tried. Raises RuleError for a rule that cannot be read."""
    return tuple(_rule(entry) for name in FILES for entry in load(f"dates/{name}")["rule"])


def _rule(entry: Mapping[str, Any]) -> Rule:
    try:
        source = _number_slots(expand(entry["pattern"]))
        contexts = [Ending(entry[key]) if key in entry else None for key in ("after", "not_after", "unless_after")]
        aside, opens = entry.get("aside", False), beginnings(entry["pattern"])
        return Rule(entry["id"], entry["reads"], source, opens, aside, *contexts)
    except (re.error, KeyError) as error:
        raise RuleError(f"models/dates: rule {entry.get('id', '?')}: {error}") from None


def _number_slots(source: str) -> str:
    """A slot may be filled in several places of a pattern: each place gets a number of its own."""
    places = count()
    return re.sub(r"\(\?P<(?!sep)(\w+)>", lambda group: f"(?P<{group[1]}__{next(places)}>", source)


@lru_cache(maxsize=REMEMBERED)
def _candidates(letters: str) -> tuple[Rule, ...]:
    """The rules that can begin with these letters, in their order; all of them where a wide gap hides what follows."""
    written, by_beginning = folded(letters), _by_beginning()
    if "  " in written:
        return rules()
    places = {place for size in range(len(written) + 1) for place in by_beginning.get(written[:size], ())}
    return tuple(rules()[place] for place in sorted(places))


@cache
def _by_beginning() -> Mapping[str, Sequence[int]]:
    """Every beginning, with the places of the rules that have it."""
    found: dict[str, list[int]] = {}
    for place, rule in enumerate(rules()):
        for beginning in rule.beginnings:
            found.setdefault(beginning.rstrip(OPEN), []).append(place)
    return found


def scan(text: str) -> Iterator[Found]:
    """Every place where a rule applies, from left to right, none overlapping."""
    reached = 0
    for opening in openings().finditer(text):
        start = opening.start()
        if start >= reached and (found := first(text, start)):
            yield found
            reached = found.end


def first(text: str, start: int, end: int | None = None) -> Found | None:
    """The first rule that matches here, before the end, and whose context allows it."""
    left = None
    stop = len(text) if end is None else end
    for rule in _candidates(text[start:start + REACH]):
        match = rule.pattern.match(text, start, stop)
        if match and match.end() > start:
            if left is None:
                left = on_one_line(text[max(0, start - LEFT):start])
            if rule.allows(left):
                slots = {name.split("__")[0]: words for name, words in match.groupdict().items() if words is not None}
                return Found(rule, start, match.end(), slots)
    return None


def on_one_line(words: str) -> str:
    """Words as the contexts write them: the line break in a paragraph is a space like any other."""
    return words.replace("\n", " ") if "\n" in words and "\n\n" not in words else words


def _next_word(text: str, start: int) -> int:
    end = start + 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return end
