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
    sentence, number = draft.sentence, draft.number
    marks = [group for group in sentence.groups if group.kind in ("COLON", "BUT")]
    starts = [mark.end for mark in marks if mark.end <= number.start] + _other_clauses(draft)
    ends = [mark.start for mark in marks if mark.start >= number.end]
    start = max([sentence.span.start, number.start - REACH, *starts])
    end = min([sentence.span.end, number.end + REACH, *ends])
    return f" {text[start : number.start].lower()} ", f" {text[number.end : end].lower()} "


def _other_clauses(draft: Draft) -> list[int]:
    """Where claims with a verb of their own end: "asked for EUR 20,000 and the Court awarded her EUR 7,800"."""
    verbs = [group.start for group in draft.sentence.groups if group.kind == "VG"]
    before = [other.group.end for other in draft.sentence.drafts if other.group.end <= draft.number.start]
    return [end for end in before if any(end <= verb < draft.number.start for verb in verbs)]


@cache
def _cues(name: str) -> tuple[str, ...]:
    return tuple(f" {cue} " for cue in load("words/status").get(name, ()))
