"""The standing of a claim: hypothetical, requested, alleged, estimated, by words in its own clause."""

import re
from functools import cache

from extract.claims.draft import Draft, Sentence
from extract.words import closed_classes
from models.rules import load
from models.vocabulary import Status

REACH = 70  # characters before the number that a cue may stand away
ORDER: tuple[Status, ...] = ("hypothetical", "requested", "alleged", "estimated")
LENGTHS = ("duration", "money")
SIDES = ("_before", "_after")
WORD = re.compile(r"[\w'’%-]+")


def settle_status(sentence: Sentence, text: str) -> None:
    """Sets the status of its drafts where a cue stands before the number (or after it) in the same clause."""
    open_drafts = [draft for draft in sentence.drafts if draft.status == "stated"]
    if not open_drafts:
        return
    figures = [draft.number.text for draft in open_drafts]  # that of "they" stands in a sentence before
    if not _telling().isdisjoint(_words(" ".join([text[sentence.span.start : sentence.span.end], *figures]))):
        for draft in open_drafts:
            _settle(draft, text)


def _settle(draft: Draft, text: str) -> None:
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


def _plain(text: str) -> str:
    """The words alone, in small letters, each between spaces."""
    return f" {' '.join(_words(text))} "


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def _other_clauses(draft: Draft) -> list[int]:
    """Where claims with a verb of their own end: "asked for EUR 20,000 and the Court awarded her EUR 7,800"."""
    number = draft.number.start
    verbs = (group.start for group in reversed(draft.sentence.groups) if group.kind == "VG" and group.start < number)
    last = next(verbs, -1)
    return [other.group.end for other in draft.sentence.drafts if other.group.end <= min(number, last)]


@cache
def _telling() -> frozenset[str]:
    """The fullest word of each cue: most sentences have none of them, and need not be looked at further."""
    small = closed_classes()
    cues = [cue for name, words in load("words/status").items() if name.endswith(SIDES) for cue in words]
    return frozenset(max(cue.split(), key=lambda word: (word not in small, len(word))) for cue in cues)


@cache
def _cues(name: str) -> tuple[str, ...]:
    return tuple(f" {cue} " for cue in load("words/status").get(name, ()))
