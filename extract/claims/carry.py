"""Ellipsis: a number without a verb of its own takes the event of the claim before it.

"67 were killed in one town, 21 in another"; "38 dead: 13 children"; "Two of them women"; "Mali (58)".
"""

from extract.claims.antecedent import antecedent, is_aside
from extract.claims.draft import Draft, Sentence
from extract.claims.leaning import bracketed, index_of, is_bare, is_undone, leans, listed
from extract.claims.parts import is_subset, of_the_uncounted
from extract.claims.told import Told, told_of
from extract.claims.wholes import STATED, tells_of_whole
from extract.groups import Group
from models import Counted, Span
from models.rules import word_set

CARRIED = "carried-from-the-claim-before"
NAMING = frozenset({"event-noun", "victim", "modified"})


def carry_events(sentence: Sentence, before: list[Draft]) -> None:
    """Fills in event and counted noun of elided claims; `before` holds the drafts of the paragraph so far, in order."""
    for draft in sentence.drafts:
        previous = antecedent(draft, before)
        if previous is not None and _is_elsewhere(draft, previous, sentence):
            draft.event, draft.rule, draft.anchor = "stated", STATED, None
        if draft.rule == STATED and (told := told_of(draft, sentence)) is not None:
            _tell(draft, told, sentence)
        own = draft.rule == STATED and bracketed(draft, sentence) and not is_undone(draft, sentence)
        if own and previous is not None and previous.sentence is not sentence:
            _name(draft, sentence)  # "most killings took place in Arbin (11)": not what the sentence before counts
        if previous is not None:
            _carry(draft, previous, before, sentence)
        if draft.rule == STATED and _names_its_own(draft, sentence):
            _name(draft, sentence)
        before.append(draft)
    _share_noun(sentence)


def _share_noun(sentence: Sentence) -> None:
    """ "held 50, 43 and 35 editors": the noun behind the last figure is that of all."""
    drafts = sentence.drafts
    for draft, last in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        between = [g for g in sentence.groups if draft.group.end <= g.start < last.group.start]
        joined = between and all(group.kind in ("COMMA", "CC") for group in between)
        if joined and not draft.counted.text and draft.event == last.event and draft.number.kind == last.number.kind:
            draft.counted = last.counted


def _is_elsewhere(draft: Draft, previous: Draft, sentence: Sentence) -> bool:
    """ "54 deaths in police cells and 127 in prison": prison is where the others died, no one is held."""
    place = draft.anchor
    if place is None or place.kind != "AP" or previous.sentence is not sentence or "elided" not in draft.group.flags:
        return False
    between = [g for g in sentence.groups if previous.group.end <= g.start < draft.group.start]
    located = between[:1] != [] and between[0].units[0].word.lower == place.units[0].word.lower
    return "event-noun" in previous.group.flags and located and between[-1].kind in ("CC", "COMMA")


def _tell(draft: Draft, told: Told, sentence: Sentence) -> None:
    draft.event, draft.rule, draft.carried, draft.anchor = told.event, CARRIED, True, told.anchor
    draft.evidence["event"] = told.span
    if _is_pronoun(draft.counted):
        draft.counted = _predicate(draft, sentence) or told.counted or draft.counted


def _names_its_own(draft: Draft, sentence: Sentence) -> bool:
    named = bracketed(draft, sentence) or listed(draft, sentence)
    return named and not is_undone(draft, sentence)


def _whole_of(previous: Draft, before: list[Draft]) -> Draft:
    """In "eight persons, including two women and a child, died; eleven fled" eleven persons fled."""
    same = [d for d in before if d.sentence is previous.sentence and d.group.end <= previous.group.start]
    part = is_subset(previous, previous.sentence) or (previous.carried and any(is_subset(d, d.sentence) for d in same))
    whole = next((d for d in same if not d.carried), previous)
    return whole if part else previous


def _carry(draft: Draft, previous: Draft, before: list[Draft], sentence: Sentence) -> None:
    open_count = draft.rule == STATED and _counts(draft) and previous.event != "stated" and not _denies(draft, sentence)
    goes_on = previous.sentence is sentence and _goes_on_lengths(draft, previous, sentence)
    if of_the_uncounted(draft, previous, sentence) or _is_among_those_told(draft, sentence):
        return
    if goes_on or (open_count and (is_subset(draft, sentence) or _leans(draft, previous, sentence))):
        draft.event, draft.rule, draft.carried = previous.event, CARRIED, True
        draft.anchor = previous.anchor
        draft.evidence["event"] = previous.evidence.get("event", previous.evidence["number"])
        draft.status = previous.status
    predicate = _predicate(draft, sentence) if draft.carried or not draft.counted.text else None
    if predicate is not None:
        draft.counted = predicate
    elif previous.counted.text and _is_pronoun(draft.counted) and _counts(draft) and not _acts(previous, draft):
        near = (d for d in reversed(before[-6:]) if d.sentence is sentence or not is_aside(d))
        fitting = next((d for d in near if _may_suffer(d, draft.event)), previous)
        last = is_subset(draft, sentence) and draft.group.head != "them"  # "55 of whom were minors: 25 of them in Lima"
        draft.counted = (fitting if last else _whole_of(fitting, before)).counted
        draft.doubts += 1


def _is_among_those_told(draft: Draft, sentence: Sentence) -> bool:
    """ "A clerk, one of those massacred, said": he is spoken of, and not counted once more."""
    behind = sentence.groups[index_of(sentence.groups, draft.group) + 1 :][:1]
    return draft.rule == STATED and bool(behind) and bool(behind[0].events) and tells_of_whole(draft.group, behind[0])


def _may_suffer(known: Draft, event: str) -> bool:
    """Of "90 casualties (40 deaths and 50 injured)" no deaths are injured; nor do terms of ten years get some."""
    suffers = "event-noun" not in known.group.flags or known.event in (event, "stated")
    if known.group.head in word_set("words/carriers", "occasions") and event != known.event:
        return False
    if known.number.kind in ("percent", "ratio") and "partitive" not in known.group.flags:
        return False  # "a 35 per cent increase"
    return suffers and _counts(known) and bool(known.counted.text)


def _acts(previous: Draft, draft: Draft) -> bool:
    """ "Four assailants opened fire, killing two": who did it is not who is counted next."""
    did, sentence = draft.anchor, draft.sentence
    doing = did is not None and did.kind == "VG" and "gerund" in did.flags and did.end <= draft.group.start
    if not doing or previous.sentence is not sentence or previous.event != "stated":
        return False
    behind = sentence.groups[index_of(sentence.groups, previous.group) + 1 :]
    verb = next((group for group in behind if group.kind == "VG"), None)
    return verb is not None and verb is not did and "active" in verb.flags


def _denies(draft: Draft, sentence: Sentence) -> bool:
    """ "None of them had a lawyer" denies what its own verb says, not what was said before; "none were women" does."""
    index = index_of(sentence.groups, draft.group)
    after = sentence.groups[index + 1 : index + 2]
    own = bool(after) and after[0].kind == "VG" and not ("reduced" in after[0].flags and after[0].events)
    return draft.polarity == "none" and own and _predicate(draft, sentence) is None


def _counts(draft: Draft) -> bool:
    return draft.number.kind in ("count", "percent", "ratio")


def _is_pronoun(counted: Counted) -> bool:
    return not counted.lemma or counted.lemma in word_set("words/subsets", "pronouns")


def _goes_on_lengths(draft: Draft, previous: Draft, sentence: Sentence) -> bool:
    """ "sentenced one to nine years, another to seven", "cut from ten years to six, his from two to one"."""
    if draft.rule != STATED or draft.number.kind != "duration" or previous.event != "sentenced":
        return False
    index = index_of(sentence.groups, draft.group)
    between = sentence.groups[index_of(sentence.groups, previous.group) + 1 : index] if index else []
    led = bool(between) and between[-1].head in ("to", "for", "from")
    return led and not any(group.kind in ("VG", "COLON", "BUT", "SUB", "REL") for group in between)


def _predicate(draft: Draft, sentence: Sentence) -> Counted | None:
    """ "1,106 were women": what they are is what is counted."""
    index = index_of(sentence.groups, draft.group)
    after = sentence.groups[index + 1 : index + 3]
    if len(after) < 2 or after[0].head != "be" or after[1].kind != "NG" or "people" not in after[1].flags:
        return None
    return Counted(after[1].text, after[1].head, Span(after[1].start, after[1].end))


def _leans(draft: Draft, previous: Draft, sentence: Sentence) -> bool:
    """Is the event left out because it was said before?"""
    if is_undone(draft, sentence):
        return False
    if previous.sentence is sentence and _elliptic(draft, previous, sentence):
        return True
    return leans(draft, previous, sentence)


def _name(draft: Draft, sentence: Sentence) -> None:
    """ "most killings in Arbin (58)": the event is that of the last noun before which names one."""
    before = [group for group in sentence.groups if group.end <= draft.group.start and group.events]
    nouns = [group for group in before if group.flags & NAMING or _is_of_those(group, sentence)]
    if not nouns:  # "Peru (12) and Chile (9) carried out the most executions"
        ahead = [group for group in sentence.groups if group.start > draft.group.end and not _is_exact(group)]
        nouns = [group for group in ahead if "event-noun" in group.flags][:1]
    label = before[:1] if before and before[0] is sentence.groups[0] else []  # "Killed: Arbin 41"
    if nouns or label:
        noun = nouns[-1] if nouns else label[0]
        draft.event, draft.rule, draft.carried, draft.anchor = noun.events[0], CARRIED, True, noun
        draft.evidence["event"] = Span(noun.start, noun.end)
        draft.counted = Counted(noun.head, noun.head, draft.evidence["event"]) if nouns else Counted("", "")


def _is_exact(group: Group) -> bool:
    """ "The majority of killings" counts none."""
    return group.number is not None and group.number.quantity.vague is None


def _is_of_those(group: Group, sentence: Sentence) -> bool:
    """ "Those killed came from Arbin (12)": the participle of "those" is as good as a noun."""
    index = index_of(sentence.groups, group)
    return "reduced" in group.flags and index > 0 and sentence.groups[index - 1].head in ("those", "person")


def _elliptic(draft: Draft, previous: Draft, sentence: Sentence) -> bool:
    """No verb between the two claims belongs to the later one, and nothing but place, comma or end follows."""
    index = index_of(sentence.groups, draft.group)
    following = next((g for g in sentence.groups[index + 1 :] if g.kind not in ("ADV", "DATE", "QUOTE")), None)
    told = following is not None and not following.events and following.head in word_set("words/sources", "receiving")
    if following is not None and following.kind in ("VG", "REL") and not (told and "reduced" in following.flags):
        describes = following.head in word_set("words/subsets", "describing") and not _leads_on(following, sentence)
        return is_bare(draft.group) and describes
    between = _between(draft, previous, sentence, index)
    if _gapped(draft, following, between):
        return True
    if any(g.kind in ("SUB", "REL") or (g.kind == "VG" and not _tells(g, draft)) for g in between):
        return False
    if any(g.kind in ("COLON", "DASH", "OPEN") for g in between):
        return True
    compared = bool(between) and between[-1].head in word_set("words/subsets", "comparing")
    joined = compared or any(g.kind in ("COMMA", "CC", "BUT") for g in between)
    counted = "people" in draft.group.flags or draft.group.head in word_set("words/carriers", "occasions")
    return joined and (is_bare(draft.group) or counted)


def _leads_on(verb: Group, sentence: Sentence) -> bool:
    """ "none had been able to choose": what they are leads to a verb, which is the number's own."""
    index = index_of(sentence.groups, verb)
    return [group.head for group in sentence.groups[index + 2 : index + 3]] == ["to"]


def _tells(verb: Group, draft: Draft) -> bool:
    """ "residents speak of 40", "others put it at 13": another voice gives a figure for the same."""
    if verb.head in word_set("words/subsets", "comparing"):
        return True
    if verb.head in word_set("words/subsets", "tallying"):
        return "elided" in draft.group.flags  # "Chile had none"
    return verb.head in word_set("words/verbs", "speech") and "elided" in draft.group.flags and not verb.events


def _between(draft: Draft, previous: Draft, sentence: Sentence, index: int) -> list[Group]:
    """What stands between two claims and belongs to the later one; a breakdown begins after its colon."""
    between = sentence.groups[index_of(sentence.groups, previous.group) + 1 : index]
    if previous.anchor is not None and previous.group.start < previous.anchor.start < draft.group.start:
        between = [g for g in between if g.start >= previous.anchor.end]
    described = previous.carried or _predicate(previous, sentence) is not None
    if described and between and "linking" in between[0].flags:
        between = between[1:]  # "96 were women and 143 children"
    colons = [i for i, g in enumerate(between) if g.text == ":"]
    return between[colons[-1] :] if colons else between


def _gapped(draft: Draft, following: Group | None, between: list[Group]) -> bool:
    """ "113 were hurt by gas, 20 by bullets": the verb is left out."""
    joined = bool(between) and between[-1].kind in ("COMMA", "CC")
    return joined and is_bare(draft.group) and following is not None and following.kind == "P"
