"""The operative part of a decision: its orders, and the outcome in a word or two."""

import re
from functools import cache

from models.rules import load
from models.span import Phrase, Span

LAST_PART = 4_000  # characters at the end of a decision in which its outcome is looked for
_VOTE_REACH = 20  # characters behind the heading: "FOR THESE REASONS, THE COURT, UNANIMOUSLY,"
_SUBSTITUTED = re.compile(r":\s*[‘“][\s\S]*")  # the order that the court below should have made
_LONGEST = 12_000  # characters of an operative part


@cache
def _operative(name: str) -> re.Pattern[str]:
    return re.compile(load("law/decisions")["operative"][name], re.MULTILINE)


def operative_part(text: str) -> Span | None:
    """Where the operative part stands; the last one, for an earlier one is quoted."""
    begin = None
    for match in _operative("begin").finditer(text):
        begin = match
    if begin is None:
        return None
    end = _operative("end").search(text, begin.end(), begin.end() + _LONGEST)
    return Span(begin.end(), end.start() if end else min(len(text), begin.end() + _LONGEST))


def orders(text: str, part: Span | None) -> tuple[Phrase, ...]:
    """The numbered items of the operative part, each with its place."""
    if part is None:
        return ()
    items = list(_operative("item").finditer(text, part.start, part.end))
    items = items or list(_operative("lettered").finditer(text, part.start, part.end))
    ends = [*(item.start() for item in items[1:]), part.end]
    found = []
    for item, end in zip(items, ends, strict=False):
        words = text[item.end():end].rstrip()
        if len(words) > 5:
            found.append(Phrase(words, Span(item.end(), item.end() + len(words))))
    return tuple(found)


def vote_of(text: str, order: Span) -> str | None:
    """How the court voted on an order, as written; what the heading of the operative part says holds for all."""
    vote = _operative("vote").search(text, order.start, order.end)
    if vote is None:
        begin = next(reversed(list(_operative("begin").finditer(text, 0, order.start))), None)
        vote = _operative("vote").search(text, begin.start(), begin.end() + _VOTE_REACH) if begin else None
    return " ".join(vote[0].split()).lower() if vote else None


def is_time_limit(text: str, start: int) -> bool:
    """Whether what begins at `start` is the time within which something is to be done."""
    return bool(_operative("within").search(text, max(0, start - 40), start))


def outcome_of(text: str, order: Span) -> str | None:
    """What one order decides, by its words; None where they say no outcome."""
    return _first(_SUBSTITUTED.sub("", text[order.start:order.end]), last=False)


def outcome(text: str, part: Span | None, end: int) -> str | None:
    """The outcome by the operative part, each of its orders' own ("violation found; no violation found").

    Without one, by the court's last paragraphs before `end`; None where none is said.
    """
    if part is None:
        return _first(text[max(0, end - LAST_PART):end], last=True)
    each = [outcome_of(text, order.span) for order in orders(text, part) if order.span]
    told = dict.fromkeys(name for name in each if name)
    return "; ".join(told) or _first(text[part.start:part.end], last=False)


def _first(words: str, last: bool) -> str | None:
    """The outcome said first (in an operative part) or last (in a decision that ends with it)."""
    words = _operative("asides").sub("", " ".join(words.lower().split()))
    found = []
    for name, phrases in load("law/decisions")["outcomes"].items():
        for phrase in phrases:
            at = words.rfind(phrase) if last else words.find(phrase)
            if at >= 0:
                found.append((at, at + len(phrase), name))
    whole = [one for one in found if not any(_inside(one, other) for other in found)]  # "partly allow the appeal"
    at_end = max if last else min
    return at_end(whole)[2] if whole else None


def _inside(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return other[0] <= one[0] and one[1] <= other[1] and other[1] - other[0] > one[1] - one[0]
