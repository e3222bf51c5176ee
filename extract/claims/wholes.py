"""Numbers that no rule binds, and the whole of a part: "12 of the 30 men rounded up in May"."""

from extract.claims.choose import choose_event
from extract.claims.draft import Draft, Sentence
from extract.groups import Group
from extract.groups.events import lexicon
from models import Span
from models.rules import word_set

STATED = "counted-with-no-event"
WHOLE = "whole-of-a-part"
BARE = frozenset({"reduced", "done-to"})


def stated_draft(sentence: Sentence, group: Group) -> Draft:
    """The draft of a number that counts something, whatever happened."""
    assert group.number is not None
    draft = Draft(sentence, group, group.number, "stated", STATED, 0, "stated", group.number.polarity)
    draft.evidence["number"] = Span(group.number.start, group.number.end)
    return draft


def whole_draft(sentence: Sentence, part: Group) -> Draft:
    """The number of which another is a part: its event is the one that its own words or the words behind it tell."""
    whole = part.whole
    assert whole is not None
    draft = stated_draft(sentence, whole)
    acting = not whole.events or whole.events[0] in word_set("words/subsets", "acting")  # "27 detainees" may have been
    told = "victim" in whole.flags and not acting
    if told or whole.flags & {"event-noun", "modified"}:  # "the 12 hostages", "the 43 killings", "four abducted clerks"
        draft.event, draft.rule, draft.rank, draft.anchor = whole.events[0], WHOLE, 5, whole
    behind = [group for group in sentence.groups if group.start >= part.end][:2]
    if behind and part.number is not None and part.number.polarity == "none":
        _tell(draft, behind[0], lexicon().negated.get(behind[0].head, ()))  # "none of the 14 survived"
    state = _state(behind)
    if state is not None:
        _tell(draft, state, (choose_event(whole, state) or "stated",))
    return draft


def _state(behind: list[Group]) -> Group | None:
    """What is told right behind the whole: "rounded up in May", "in custody", "who had been rounded up"."""
    relative = len(behind) > 1 and behind[0].kind == "REL"
    state = behind[-1] if relative else next(iter(behind), None)
    if state is None or not state.events or state.flags & {"negated", "modal"}:
        return None
    if relative:
        told = "undergone" in state.flags or ("done-to" in state.flags and "active" not in state.flags)
    else:
        told = state.kind == "AP" or state.flags >= BARE
    return state if told else None


def _tell(draft: Draft, anchor: Group, events: tuple[str, ...]) -> None:
    if events:
        draft.event, draft.rule, draft.rank, draft.anchor = events[0], WHOLE, 5, anchor
        draft.evidence["event"] = Span(anchor.start, anchor.end)


def is_one_of(member: Group) -> bool:
    """ "One of the guards"."""
    number = member.number
    return number is not None and "partitive" in member.flags and number.quantity.low == number.quantity.high == 1


def tells_of_whole(member: Group, anchor: Group) -> bool:
    """ "One of the six porters killed in May": the six were; but "one of them wounded" tells of the one."""
    whole = member.whole
    pronoun = whole is None or whole.kind == "REL" or "pronoun" in whole.flags
    return "reduced" in anchor.flags and is_one_of(member) and not pronoun
