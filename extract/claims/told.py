"""What words around a bare figure tell of it: a whole named first, or what it stands beside.

"Of those killed in Arbin, 40 were men and nine had fled"; "the number of nurses held, 53, is lower than last year".
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.claims.draft import Draft, Sentence
from extract.groups import Group
from models import Counted, Span
from models.rules import word_set

FRONTING = ("of", "out of", "among", "amongst")
OPENING = frozenset({"COMMA", "DASH", "COLON", "ADV", "SUB"})
TELLING = frozenset({"victim", "event-noun", "modified"})


@dataclass(frozen=True, slots=True)
class Told:
    """What the whole says of each of its parts: the event, the group and the words that name it, who is counted."""

    event: str
    anchor: Group
    span: Span
    counted: Counted | None


def told_of(draft: Draft, sentence: Sentence) -> Told | None:
    """What a whole at the head of the sentence, or the words before its comma or bracket, say of a bare figure."""
    return _told_first(draft, sentence) or _told_beside(draft, sentence) or _told_in_brackets(draft, sentence)


def _told_in_brackets(draft: Draft, sentence: Sentence) -> Told | None:
    """ "137 children were killed (61) or maimed (76)": the bracket counts what the verb before it tells."""
    groups = sentence.groups
    at = next((i for i, group in enumerate(groups) if group is draft.group), 0)
    kinds = [group.kind for group in groups[max(0, at - 2) : at + 2]]
    if kinds != ["VG", "OPEN", "NG", "CLOSE"] or not groups[at - 2].events or "elided" not in draft.group.flags:
        return None
    verb = groups[at - 2]
    subject = next((d.counted for d in sentence.drafts if d.counted.text and d.group.end <= verb.start), None)
    return Told(verb.events[0], verb, Span(verb.start, verb.end), subject)


def _told_beside(draft: Draft, sentence: Sentence) -> Told | None:
    """A bare figure between commas repeats what stands before it."""
    groups = sentence.groups
    at = next((i for i, group in enumerate(groups) if group is draft.group), 0)
    kinds = [group.kind for group in groups[max(0, at - 1) : at + 2]]
    if "elided" not in draft.group.flags or draft.number.kind != "count" or len(kinds) < 2:
        return None
    if kinds[0] == "DASH" and kinds[2:] in ([], ["STOP"], ["COMMA"], ["DASH"]):
        return _told_of_number(groups[:at - 1])
    if kinds != ["COMMA", "NG", "COMMA"]:
        return None
    beside = groups[at - 2]
    noun = groups[max(0, at - 3)] if "reduced" in beside.flags else beside
    many = noun.flags & {"plural", "partitive", "carrier"}  # "the baker arrested, 41, was freed"
    told = many and beside.events and beside.flags & (TELLING | {"reduced"})
    return Told(beside.events[0], beside, Span(beside.start, beside.end), None) if told else None


def _told_of_number(ahead: Sequence[Group]) -> Told | None:
    """ "Peru holds the biggest number of editors – 26": the verb tells what became of that number."""
    for at in range(len(ahead) - 1, 0, -1):
        verb, number = ahead[at - 1], ahead[at]
        if verb.kind == "VG" and number.head in word_set("words/carriers", "tolls"):
            told = verb.events and {"active", "done-to"} <= verb.flags
            return Told(verb.events[0], verb, Span(verb.start, verb.end), None) if told else None
    return None


def _told_first(draft: Draft, sentence: Sentence) -> Told | None:
    """What a whole at the head of the sentence says of a bare figure behind it."""
    if not _is_part(draft, sentence):
        return None
    groups = sentence.groups
    places = (at for at, group in enumerate(groups[:-1]) if group.start < draft.group.start and _opens(groups, at))
    for at in places:
        whole = groups[at + 1]
        if _is_pronoun(whole, groups[at + 2 : at + 3]):
            return _of_the_first(draft, whole, sentence)
        behind = [group for group in groups[at + 2 :] if group.end <= draft.group.start]
        if whole.kind == "NG" and whole is not draft.group and any(group.kind == "COMMA" for group in behind):
            return _of_the_whole(whole, behind, sentence.drafts)
    return None


def _is_part(draft: Draft, sentence: Sentence) -> bool:
    """A bare figure, or persons behind "there are": "Among the 40 wounded, there are nine boys"."""
    if draft.polarity == "none" or draft.number.kind not in ("count", "percent", "ratio"):
        return False
    before = [group for group in sentence.groups if group.end <= draft.group.start][-2:]
    there = [group.head for group in before] == ["there", "be"] and "people" in draft.group.flags
    return there or "elided" in draft.group.flags


def _opens(groups: Sequence[Group], at: int) -> bool:
    """ "of" at the head of a sentence or clause."""
    opening = groups[at].kind == "P" and groups[at].head in FRONTING
    return opening and (at == 0 or groups[at - 1].kind in OPENING)


def _is_pronoun(whole: Group, after: Sequence[Group]) -> bool:
    described = bool(after) and "reduced" in after[0].flags  # "of those killed"
    return whole.head in word_set("words/subsets", "pronouns") and whole.number is None and not described


def _of_the_first(draft: Draft, whole: Group, sentence: Sentence) -> Told | None:
    """ "Of them 12 were boys and 44 had no weapons": the first part has taken its event from the claim before."""
    first = next((d for d in sentence.drafts if d.group.start > whole.start), draft)
    if first is draft or not first.carried or first.anchor is None:
        return None
    return Told(first.event, first.anchor, first.evidence.get("event", first.evidence["number"]), None)


def _of_the_whole(whole: Group, behind: Sequence[Group], drafts: Sequence[Draft]) -> Told | None:
    """The event of the counted whole, of its noun, or of the participle behind it."""
    known = next((draft for draft in drafts if draft.group is whole and draft.event != "stated"), None)
    if known is not None:
        words = known.evidence.get("event", known.evidence["number"])
        return Told(known.event, known.anchor or whole, words, known.counted if known.counted.text else None)
    participle = next(iter(behind), whole)
    told = whole if whole.flags & TELLING else participle
    if not told.events or not told.flags & (TELLING | {"reduced"}):
        return None
    return Told(told.events[0], told, Span(told.start, told.end), None)
