"""The standing of a claim: hypothetical, requested, alleged, estimated, by words in its own clause."""

import re
from functools import cache

from extract.claims.draft import Draft
from models.rules import load
from models.vocabulary import Status

REACH = 70  # characters before the number that a cue may stand away
ORDER: tuple[Status, ...] = ("hypothetical", "requested", "alleged", "estimated")
LENGTHS = ("duration", "money")
MARKS = re.compile(r"[^\w'’%-]+")


def settle_status(draft: Draft, text: str) -> None:
    """Sets the status where a cue stands before the number (or after it) in the same clause."""
    if draft.status != "stated":
        return
    before, after = _clause(draft, text)
    if _holds("denied_before", before) or (_holds("told_before", before) and _holds("untrue_after", after)):
        draft.status = "denied"
        return
    if _holds("law_before", before):
        draft.status = "hypothetical"
        return
    for status in ORDER:
        if status in ("hypothetical", "requested") and draft.number.kind not in LENGTHS:
            continue
        if _holds(f"{status}_before", before) or _holds(f"{status}_after", after):
            draft.status = status
            return
    if _holds("estimated_before", f" {draft.number.text.lower()} "):
        draft.status = "estimated"


def _holds(name: str, words: str) -> bool:
    for cue in _cues(name):  # noqa: SIM110 - any() is three times as slow, and this is asked of every claim
        if cue in words:
            return True
    return False


def _clause(draft: Draft, text: str) -> tuple[str, str]:
    """The words before and after the number, as far as the clause goes."""
    sentence, number = draft.sentence, draft.number
    marks = [group for group in sentence.groups if group.kind in ("COLON", "BUT")]
    starts = [mark.end for mark in marks if mark.end <= number.start] + _other_clauses(draft)
    ends = [mark.start for mark in marks if mark.start >= number.end]
    start = max([sentence.span.start, number.start - REACH, *starts])
    end = min([sentence.span.end, number.end + REACH, *ends])
    return _plain(text[start : number.start]), _plain(text[number.end : end])


def _plain(words: str) -> str:
    """The words alone, in small letters, each between spaces."""
    return f" {MARKS.sub(' ', words.lower()).strip()} "


def _other_clauses(draft: Draft) -> list[int]:
    """Where claims with a verb of their own end: "asked for EUR 20,000 and the Court awarded her EUR 7,800"."""
    number = draft.number.start
    verbs = (group.start for group in reversed(draft.sentence.groups) if group.kind == "VG" and group.start < number)
    last = next(verbs, -1)
    return [other.group.end for other in draft.sentence.drafts if other.group.end <= min(number, last)]


@cache
def _cues(name: str) -> tuple[str, ...]:
    return tuple(f" {cue} " for cue in load("words/status").get(name, ()))
