"""What the decisions on a claim amount to."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal, get_args

from db.errors import StoreError

Verdict = Literal["approve", "reject", "correct", "flag", "skip", "withdraw"]
State = Literal[
    "open", "approved_once", "verified", "rejected", "corrected", "conflict", "flagged", "skipped", "stale",
]
VERDICTS: tuple[str, ...] = get_args(Verdict)
STATES: tuple[str, ...] = get_args(State)


def check_verdict(verdict: str) -> None:
    """Raises StoreError for a word that is no verdict."""
    if verdict not in VERDICTS:
        raise StoreError(f"{verdict!r} is no verdict: it is one of {', '.join(VERDICTS)}")


def derive(said: Iterable[tuple[int, str]], required: int = 1) -> State:
    """The state after these words, the oldest first: see `outcome`."""
    return outcome(said, required)[0]


def outcome(said: Iterable[tuple[int, str]], required: int = 1) -> tuple[State, str]:
    """The state after these (reviewer, word) pairs, the oldest first, and the word that carried it.

    A word is a verdict, or the JSON of a correction. Each reviewer counts once, with the last word they said; a skipped
    claim keeps what was said before. A disagreement is a conflict until more say one thing than any other; `required`
    people who say one thing verify it.
    """
    last = last_words(said)
    votes = Counter(word for word in last.values() if word not in ("flag", "skip")).most_common()
    if "flag" in last.values():
        return "flagged", ""
    if not votes:
        return ("skipped" if last else "open"), ""
    (word, number), *others = votes
    if others and others[0][1] == number:
        return "conflict", ""
    if word == "reject":
        return "rejected", word
    if number < required:
        return "approved_once", word
    return ("verified" if word == "approve" else "corrected"), word


def last_words(said: Iterable[tuple[int, str]]) -> dict[int, str]:
    """What each reviewer said last and did not take back."""
    last: dict[int, str] = {}
    for reviewer, word in said:
        if word == "withdraw":
            last.pop(reviewer, None)
        elif word != "skip" or reviewer not in last:
            last[reviewer] = word
    return last
