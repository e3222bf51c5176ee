"""Pronouns for those counted before: "Three nurses were abducted. They were released a week later."

The number stays where it is written; the claim reaches from there to the words of the event.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from extract.claims.choose import choose_event, kind_of
from extract.claims.draft import Draft, Sentence
from extract.groups import Group
from models import Span
from models.rules import word_set

RULE = "they-are-those-counted-before"
BEFORE_SUBJECT = frozenset({"ADV", "DATE", "COMMA", "CC", "BUT", "QUOTE"})


@cache
def _anaphor() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(word_set('words/subsets', 'anaphors')))})\b", re.IGNORECASE)


def has_anaphor(text: str, span: Span) -> bool:
    """May this sentence tell something of those counted in the one before?"""
    return _anaphor().search(text, span.start, span.end) is not None


def follow_pronouns(sentence: Sentence, before: Sentence | None) -> Iterator[Draft]:
    """The claims of a sentence whose subject or object stands for those counted before."""
    for index, verb in enumerate(sentence.groups):
        if verb.kind == "VG" and verb.events and not verb.flags & {"negated", "modal"}:
            yield from _undergone(sentence, index, before)


def _undergone(sentence: Sentence, index: int, before: Sentence | None) -> Iterator[Draft]:
    """ "They were shot", "all died", "and later shot them"."""
    groups, verb = sentence.groups, sentence.groups[index]
    pronoun, known = None, None
    if verb.flags & {"passive", "undergone"} and _is_subject(groups, index):
        pronoun, known = groups[index - 1], _counted(before)
    elif {"active", "done-to"} <= verb.flags and _is_them(groups[index + 1 : index + 2]):
        pronoun, known = groups[index + 1], _counted_ahead(sentence, verb) or _counted(before)
    if pronoun is not None and known is not None:
        event = choose_event(known.group, verb)
        if event and event != known.event:
            yield _draft(sentence, pronoun, verb, known, event)


def _is_them(after: list[Group]) -> bool:
    """The bare pronoun: "three of them" count themselves."""
    return bool(after) and after[0].head == "them" and after[0].number is None


def _is_subject(groups: list[Group], index: int) -> bool:
    """Is the group before the verb a pronoun at the head of the sentence?"""
    if not index or groups[index - 1].number is not None or groups[index - 1].kind != "NG":
        return False
    ahead = groups[: index - 1]
    named = word_set("words/subsets", "anaphoric_subjects")
    return groups[index - 1].text.lower() in named and all(g.kind in BEFORE_SUBJECT | {"P"} for g in ahead)


def _counted(sentence: Sentence | None) -> Draft | None:
    """Those whom a pronoun in the next sentence means: the subject if it is counted, else the only ones counted to whom
    something was done, or the only persons named. The dead undergo nothing more."""
    if sentence is None:
        return None
    persons = [g for g in sentence.groups if g.kind == "NG" and "people" in g.flags and _is_plural(g)]
    told = [draft for draft in sentence.drafts if _may_be_meant(draft)]
    subject = next((g for g in sentence.groups if g.kind not in BEFORE_SUBJECT), None)
    chosen = next((draft for draft in told if draft.group is subject), None)
    done_to = list({id(draft.group): draft for draft in told if draft.event != "stated"}.values())
    if chosen is None and len(done_to) == 1:
        chosen = done_to[0]
    if chosen is None and len(told) == len(persons) == 1:
        chosen = told[0]
    return chosen if chosen is not None and chosen.event not in ("killed", "executed") else None


def _may_be_meant(draft: Draft) -> bool:
    """Persons, or those to whom happened what happens to persons only."""
    if draft.number.kind != "count" or draft.number.polarity == "none" or "elided" in draft.group.flags:
        return False
    return "people" in draft.group.flags or (draft.event != "stated" and kind_of(draft.event) == "people")


def _counted_ahead(sentence: Sentence, verb: Group) -> Draft | None:
    counted = [draft for draft in sentence.drafts if draft.group.end <= verb.start and "people" in draft.group.flags]
    return counted[-1] if counted else None


def _is_plural(group: Group) -> bool:
    return group.number is not None or "plural" in group.flags


def _draft(sentence: Sentence, pronoun: Group, verb: Group, known: Draft, event: str) -> Draft:
    """The draft stands at the pronoun, for date, place and source; its number is that of those counted before."""
    number = replace(known.number, start=pronoun.start, end=pronoun.end)
    group = replace(pronoun, number=number, features=None)
    draft = Draft(sentence, group, number, event, RULE, 5, "stated", "affirmed", verb, known.counted)
    draft.evidence["number"] = known.evidence["number"]
    draft.evidence["event"] = Span(verb.start, verb.end)
    draft.carried, draft.doubts = True, 1
    return draft
