"""What shows that an event is left out because it was said before: brackets, labels, pronouns, figures that move."""

from extract.claims.draft import Draft, Sentence
from extract.claims.features import bits_of, features_of
from extract.groups import Group
from models.rules import word_set

SKIPPED = frozenset({"REL", "ADV", "DATE", "P", "COMMA"})  # between a subject and its verb
MOVING = bits_of(("change", "standing"))


def leans(draft: Draft, previous: Draft, sentence: Sentence) -> bool:
    """Do the words around a bare figure show that it is of the claim before?"""
    ways = (bracketed, _pronominal, is_described, _moved, _labelled)
    return _rest(draft, previous, sentence) or any(way(draft, sentence) for way in ways)


def _rest(draft: Draft, previous: Draft, sentence: Sentence) -> bool:
    """ "Most of the killings took place in Arbin (11); the remaining four were elsewhere": killings they are."""
    event = previous.anchor is not None and "event-noun" in previous.anchor.flags
    words = {unit.word.lower for unit in draft.group.units}
    index = index_of(sentence.groups, draft.group)
    untold = not any(group.events for group in sentence.groups[index + 1 : index + 3])
    return event and untold and "elided" in draft.group.flags and "remaining" in words


def _moved(draft: Draft, sentence: Sentence) -> bool:
    """ "In Mali they fell from 9 to 3", "he puts the figure at 40": what moves was named before."""
    if "elided" not in draft.group.flags:
        return False
    groups, index = sentence.groups, index_of(sentence.groups, draft.group)
    at = next((i for i in range(index - 1, -1, -1) if groups[i].kind == "VG"), 0)
    if not at or index - at > 7:
        return False
    figures = word_set("words/subsets", "figures")
    if groups[at].head in word_set("words/subsets", "putting"):
        inside = [group for group in groups[at + 1 : index] if group.kind != "DATE"]
        known = [group.kind for group in inside] == ["NG", "P"] and not inside[0].events
        return known and inside[0].head in figures and inside[0].number is None
    subject = _subject(groups[:at]) if features_of(groups[at]) & MOVING else None
    return subject is not None and subject.number is None and not subject.events and subject.head in figures


def _subject(ahead: list[Group]) -> Group | None:
    """The noun group before a verb, over whom it is of: "the share of women among them", no "number of visas"."""
    at = len(ahead) - 1
    while at > 0 and (ahead[at].kind in SKIPPED or _is_of_persons(ahead[at - 1 : at + 1])):
        at -= 1
    return ahead[at] if at >= 0 and ahead[at].kind == "NG" else None


def _is_of_persons(pair: list[Group]) -> bool:
    of, noun = pair
    return of.kind == "P" and noun.kind == "NG" and (of.head != "of" or "people" in noun.flags)


def is_included(draft: Draft, sentence: Sentence) -> bool:
    """ "These include nine boys", "the number also includes 175 girls": a part of those counted before."""
    groups, index = sentence.groups, index_of(sentence.groups, draft.group)
    at = next((i for i in range(index - 1, 0, -1) if groups[i].kind == "VG"), 0)
    listed = {group.kind for group in groups[at + 1 : index]} <= {"NG", "COMMA", "CC", "ADV"}
    if groups[at].head not in word_set("words/subsets", "holding") or not listed or "people" not in draft.group.flags:
        return False
    subject = _subject(groups[:at])
    known = word_set("words/subsets", "standing_for")
    return subject is not None and subject.number is None and not subject.events and subject.head in known


def _labelled(draft: Draft, sentence: Sentence) -> bool:
    """ "Peru: 12 executions. Chile: 9.": a name, a colon and a bare figure."""
    kinds = [group.kind for group in sentence.groups if group.kind not in ("STOP", "ADV", "DATE")]
    return kinds == ["NG", "COLON", "NG"] and "elided" in draft.group.flags and bool(sentence.groups[0].names)


def bracketed(draft: Draft, sentence: Sentence) -> bool:
    """ "Mali (58), Niger (44)": a bare figure in brackets."""
    index = index_of(sentence.groups, draft.group)
    around = sentence.groups[max(0, index - 1) : index + 2]
    return _is_bare_count(draft) and [g.kind for g in around] == ["OPEN", "NG", "CLOSE"]


def is_undone(draft: Draft, sentence: Sentence) -> bool:
    """ "threats (112) and attempted murders (14)": the bracket counts what did not happen."""
    index = index_of(sentence.groups, draft.group)
    before = sentence.groups[max(0, index - 2) : index]
    words = {unit.word.lower for group in before for unit in group.units}
    undone = not words.isdisjoint(word_set("words/carriers", "undoing"))
    return undone and [group.kind for group in before] == ["NG", "OPEN"]


def _is_bare_count(draft: Draft) -> bool:
    """A sum in brackets is the one before once more, in another currency."""
    return "elided" in draft.group.flags and draft.number.kind != "money"


def listed(draft: Draft, sentence: Sentence) -> bool:
    """ "Deaths by district: Arbin, 41; Soum, 37", "Killed: Arbin 41, Soum 37": a label, then names with figures."""
    groups, index = sentence.groups, index_of(sentence.groups, draft.group)
    colon = next((i for i, group in enumerate(groups[:index]) if group.text == ":"), 0)
    label, pair = groups[:colon], groups[max(colon + 1, index - 2) : index]
    kinds = [group.kind for group in pair]
    if any(group.text.lower() == "by" for group in label):
        named = kinds == ["NG", "COMMA"] or kinds[-1:] == ["NG"]
    else:  # "Arrested: Omar Dell, 44" gives an age
        aged = kinds == ["NG", "COMMA"] and "person" in pair[0].flags
        labelled = len(label) == 1 and bool(label[0].events)
        named = labelled and not aged and (kinds == ["NG", "COMMA"] or kinds[-1:] == ["NG"])
    return named and "elided" in draft.group.flags and not any(g.kind == "VG" for g in groups[1:])


def _pronominal(draft: Draft, sentence: Sentence) -> bool:
    """ "There were another five", "the other court ordered none": the noun and its event stand before."""
    index = index_of(sentence.groups, draft.group)
    verb = sentence.groups[index - 1] if index else None
    if verb is None or verb.kind != "VG" or "elided" not in draft.group.flags:
        return False
    subject = sentence.groups[max(0, index - 2)].head
    return draft.polarity == "none" or ("linking" in verb.flags and subject == "there")


def is_described(draft: Draft, sentence: Sentence) -> bool:
    """ "Thirty were women", "1,318 concerned the police": a bare figure at the head, of those counted before."""
    index = index_of(sentence.groups, draft.group)
    after = sentence.groups[index + 1] if index + 1 < len(sentence.groups) else None
    if index > 1 or after is None or after.kind != "VG" or not is_bare(draft.group):
        return False
    return after.head in word_set("words/subsets", "describing") and not after.events


def is_bare(group: Group) -> bool:
    return bool(group.flags & {"elided", "partitive"}) or group.head in ("other", "more", "one")


def index_of(groups: list[Group], group: Group) -> int:
    for index, other in enumerate(groups):  # a plain loop is twice as fast as next(), and this is asked of every claim
        if other is group or other.whole is group:
            return index
    raise ValueError("the group is of another sentence")
