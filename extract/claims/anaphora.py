"""Those counted before, told of again: "Three nurses were abducted. They were released", "The nurses were released".

The number stays where it is written; the claim reaches from there to the words of the event.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from extract.claims.choose import choose_event, kind_of
from extract.claims.draft import Draft, Sentence
from extract.groups import Group
from extract.words import analyse
from models import Span
from models.rules import word_set

RULE = "they-are-those-counted-before"
BEFORE_SUBJECT = frozenset({"ADV", "DATE", "COMMA", "CC", "BUT", "QUOTE"})


@cache
def _anaphor() -> re.Pattern[str]:
    pronouns = "|".join(sorted(word_set("words/subsets", "anaphors")))
    return re.compile(rf"\b(?:{pronouns})\b|\bthe(?=((?: [a-z-]+){{1,3}}))", re.IGNORECASE)


def has_anaphor(text: str, span: Span) -> bool:
    """May this sentence tell something of those counted in one before: "they", "the nurses"?"""
    found = _anaphor().finditer(text, span.start, span.end)
    return any(not match[1] or any(analyse(word).person for word in match[1].split()) for match in found)


def follow_pronouns(sentence: Sentence, before: Sequence[Sentence]) -> Iterator[Draft]:
    """The claims of a sentence whose subject or object stands for those counted in the two sentences `before`."""
    for index, verb in enumerate(sentence.groups):
        if verb.kind == "VG" and verb.events and not verb.flags & {"negated", "modal"}:
            yield from _undergone(sentence, index, before)


def _undergone(sentence: Sentence, index: int, before: Sequence[Sentence]) -> Iterator[Draft]:
    """ "They were shot", "the nurses died", "and later shot them"."""
    groups, verb = sentence.groups, sentence.groups[index]
    pronoun, known = None, None
    if verb.flags & {"passive", "undergone"} and _opens(groups, index):
        pronoun = groups[index - 1]
        known = _meant(before) if _is_pronoun(pronoun) else _named(pronoun, before)
    elif {"active", "done-to"} <= verb.flags and _is_them(groups[index + 1 : index + 2]):
        pronoun = groups[index + 1]
        known = _counted_ahead(sentence, verb) or _meant(before) or _other_than_they(groups[:index], before)
    if pronoun is not None and known is not None:
        event = choose_event(known.group, verb)
        if event and event != known.event:
            yield _draft(sentence, pronoun, verb, known, event)


def _is_them(after: list[Group]) -> bool:
    """The bare pronoun: "three of them" count themselves."""
    return bool(after) and after[0].head == "them" and after[0].number is None


def _opens(groups: list[Group], index: int) -> bool:
    """Is the group before the verb a noun group at the head of the sentence, with no number of its own?"""
    if not index or groups[index - 1].number is not None or groups[index - 1].kind != "NG":
        return False
    return all(g.kind in BEFORE_SUBJECT | {"P"} for g in groups[: index - 1])


def _is_pronoun(group: Group) -> bool:
    return group.text.lower() in word_set("words/subsets", "anaphoric_subjects")


def _meant(before: Sequence[Sentence]) -> Draft | None:
    """Whom "they" means: those counted in the sentence before, or in the one before that where it names no others."""
    for sentence in reversed(before):
        if (known := _counted(sentence)) is not None:
            return known
        if sentence.drafts or any(_is_many(group) for group in sentence.groups):
            return None
    return None


def _named(group: Group, before: Sequence[Sentence]) -> Draft | None:
    """ "The nurses": those counted under that very noun, if no others are."""
    words = [unit.word.lower for unit in group.units]
    if words[0] != "the" or not _is_many(group):
        return None
    told = {draft.group.start: draft for near in before for draft in near.drafts if draft.group.head == group.head}
    known = next(iter(told.values())) if len(told) == 1 else None
    same = known is not None and all(word in known.group.text.lower() for word in words[1:])
    return known if same and known is not None and _may_be_meant(known) and not _is_dead(known) else None


def _other_than_they(ahead: list[Group], before: Sequence[Sentence]) -> Draft | None:
    """ "Gunmen stopped nine clerks. They beat them": who is not the subject is the object."""
    last = before[-1] if before else None
    if last is None or not any(group.text.lower() == "they" for group in ahead):
        return None
    told = [draft for draft in last.drafts if _may_be_meant(draft)]
    subject = next((group for group in last.groups if group.kind not in BEFORE_SUBJECT), None)
    return told[0] if len(told) == 1 and told[0].group is not subject and not _is_dead(told[0]) else None


def _is_dead(draft: Draft) -> bool:
    return draft.event in ("killed", "executed")


def _counted(sentence: Sentence) -> Draft | None:
    """Those whom a pronoun in the next sentence means: the subject if it is counted, else the only ones counted to whom
    something was done, or the only persons named. The dead undergo nothing more."""
    persons = [group for group in sentence.groups if _is_many(group)]
    told = [draft for draft in sentence.drafts if _may_be_meant(draft)]
    subject = next((g for g in sentence.groups if g.kind not in BEFORE_SUBJECT), None)
    chosen = next((draft for draft in told if draft.group is subject), None)
    done_to = list({id(draft.group): draft for draft in told if draft.event != "stated"}.values())
    if chosen is None and len(done_to) == 1:
        chosen = done_to[0]
    if chosen is None and len(told) == len(persons) == 1:
        chosen = told[0]
    return chosen if chosen is not None and not _is_dead(chosen) else None


def _may_be_meant(draft: Draft) -> bool:
    """Persons, or those to whom happened what happens to persons only."""
    if draft.number.kind != "count" or draft.number.polarity == "none" or "elided" in draft.group.flags:
        return False
    return "people" in draft.group.flags or (draft.event != "stated" and kind_of(draft.event) == "people")


def _counted_ahead(sentence: Sentence, verb: Group) -> Draft | None:
    counted = [draft for draft in sentence.drafts if draft.group.end <= verb.start and "people" in draft.group.flags]
    return counted[-1] if counted else None


def _is_many(group: Group) -> bool:
    """Persons, counted or in the plural."""
    return group.kind == "NG" and "people" in group.flags and (group.number is not None or "plural" in group.flags)


def _draft(sentence: Sentence, pronoun: Group, verb: Group, known: Draft, event: str) -> Draft:
    """The draft stands at the pronoun, for date, place and source; its number is that of those counted before."""
    number = replace(known.number, start=pronoun.start, end=pronoun.end)
    group = replace(pronoun, number=number, features=None)
    draft = Draft(sentence, group, number, event, RULE, 5, "stated", "affirmed", verb, known.counted)
    draft.evidence["number"] = known.evidence["number"]
    draft.evidence["event"] = Span(verb.start, verb.end)
    draft.carried, draft.doubts = True, 1
    return draft
