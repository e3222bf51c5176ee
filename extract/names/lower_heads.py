"""Bodies whose name goes on in small letters: "the Syrian government", "US forces", "the government of Iraq"."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.names.lexicon import Kind
from extract.names.proposal import Proposal
from models.mention import Mention
from models.rules import load

_REACH = 40  # how far the words before or behind a name are read, in characters
# "three Iraqi police": people who are counted, no body
_COUNTED = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens|hundreds|thousands"
    r"|several|some|many|few|other|another|more)(?:\sof)?(?:\sthe)?)\s$", re.IGNORECASE)
# "Twenty-one government troops": the capital is the sentence's
_FIGURE = re.compile(r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half)-", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Patterns:
    """What makes a body: behind a people, behind a state or a town, behind any other name; before a state."""

    behind_people: re.Pattern[str]
    behind_place: re.Pattern[str]
    behind_any: re.Pattern[str]
    before_state: re.Pattern[str]


@cache
def _patterns() -> Patterns:
    lists = load("names/organisations")["lower"]
    kinds, bodies, states, adjectives, rulers, before = (
        "|".join(lists[key]) for key in ("kinds", "bodies", "states", "adjectives", "rulers", "of_state"))

    def behind(nouns: str) -> re.Pattern[str]:
        noun = rf"(?:(?:{nouns})\b|(?:{adjectives}){lists['no_noun']})"
        return re.compile(rf"(?:\s(?:(?:{kinds})\s){{0,2}}{noun}|-led\s(?:\w+\s)?coalition\b)(?!-)")

    return Patterns(
        behind_people=behind(bodies), behind_place=behind(f"{states}|{bodies}"),
        behind_any=re.compile(rf"\s(?:{rulers})\b(?!-)"),
        before_state=re.compile(rf"\b(?:{before})\sof\s(?:the\s)?$"))


def with_lower_head(text: str, proposal: Proposal, taken: Sequence[Mention]) -> None:
    """Makes the proposal an organisation where its name goes on in small letters. `taken` spans are in order."""
    if proposal.label not in (None, "NORP", "GPE") or proposal.title:
        return
    start, end = proposal.start, proposal.end
    if text[end:end + 1] in (" ", "-") and (match := _behind(text, proposal)):
        end = match.end()
    if proposal.place is not None and text.endswith((" of ", " of the "), 0, start):
        match = _patterns().before_state.search(text, max(0, start - _REACH), start)
        start = match.start() if match else start
    if (start, end) != (proposal.start, proposal.end) and _is_free(start, end, taken):
        proposal.lead, proposal.tail = proposal.start - start, end - proposal.end
        proposal.name = " ".join(text[start:end].replace("’", "'").split())
        proposal.label, proposal.rule, proposal.fixed, proposal.place = "ORG", "lower-head", True, None
        proposal.canonical = proposal.name
        proposal.votes.append("lower-head")


def _behind(text: str, proposal: Proposal) -> re.Match[str] | None:
    known = _patterns()
    if proposal.label == "NORP":
        pattern = known.behind_people
    elif proposal.place is not None:
        pattern = known.behind_place
    elif any(token.kind & (Kind.COMMON | Kind.FUNCTION) for token in proposal.tokens) or _FIGURE.match(proposal.name):
        return None
    else:
        pattern = known.behind_any
    match = pattern.match(text, proposal.end, proposal.end + _REACH)
    return match if match and not _COUNTED.search(text, max(0, proposal.start - 20), proposal.start) else None


def _is_free(start: int, end: int, taken: Sequence[Mention]) -> bool:
    at = bisect_right(taken, start, key=lambda mention: mention.end)
    return at == len(taken) or taken[at].start >= end
