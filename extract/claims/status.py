"""The standing of a claim: hypothetical, requested, alleged, estimated, by words in its own clause."""

from functools import cache

from extract.claims.draft import Draft
from models.rules import load
from models.vocabulary import Status

REACH = 70  # characters before the number that a cue may stand away
ORDER: tuple[Status, ...] = ("hypothetical", "requested", "alleged", "estimated")
LENGTHS = ("duration", "money")


def settle_status(draft: Draft, text: str) -> None:
    """Sets the status where a cue stands before the number (or after it) in the same clause."""
    if draft.status != "stated":
        return
    before, after = _clause(draft, text)
    for status in ORDER:
        if status in ("hypothetical", "requested") and draft.number.kind not in LENGTHS:
            continue
        if any(cue in before for cue in _cues(f"{status}_before")) or any(
            cue in after for cue in _cues(f"{status}_after")
        ):
            draft.status = status
            return
    if any(cue in f" {draft.number.text.lower()} " for cue in _cues("estimated_before")):
        draft.status = "estimated"


def _clause(draft: Draft, text: str) -> tuple[str, str]:
    """The words before and after the number, as far as the clause goes."""
    borders = [g for g in draft.sentence.groups if g.kind in ("COLON", "BUT")]
    start = max(
        [
            draft.sentence.span.start,
            draft.number.start - REACH,
            *(g.end for g in borders if g.end <= draft.number.start),
        ]
    )
    end = min(
        [draft.sentence.span.end, draft.number.end + REACH, *(g.start for g in borders if g.start >= draft.number.end)]
    )
    return f" {text[start : draft.number.start].lower()} ", f" {text[draft.number.end : end].lower()} "


@cache
def _cues(name: str) -> tuple[str, ...]:
    return tuple(f" {cue} " for cue in load("words/status").get(name, ()))
