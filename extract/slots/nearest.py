"""Which mention of a sentence belongs to which claim: the nearest, with what stands in between weighed."""

from bisect import bisect_left
from collections.abc import Sequence

from extract.claims.draft import Draft
from models import Mention

CLAUSE = 60  # characters that a clause border adds
RIVAL = 45  # characters that another claim's number in between adds
FAR = 170  # a mention this far away gives way to what the paragraph is about
BESIDE = 8  # characters between the event's words and what stands right behind them
LABEL = 60  # characters from the head of an item to the colon of its label
MANY = 16  # mentions of one sentence up to which each is weighed
NEXT_TO = 4  # of more than these, so many on each side of the claim's words
PARTING = frozenset({"COMMA", "DASH", "CLOSE"})  # behind these the sentence is of the whole again
FRONTED = 25  # what a mention at the head of the sentence is away from any claim of its sentence


def nearest(draft: Draft, mentions: Sequence[Mention], elsewhere: bool = False) -> Mention | None:
    """The mention with the shortest way to the claim; the earlier one of two at the same distance.

    `elsewhere`: the paragraph has one to inherit, so that one beyond other claims and clauses is not taken.
    """
    near = [mention for mention in around(draft, mentions) if not _opens_the_next(draft, mention)] if mentions else []
    if not near:
        return None
    if len(near) == 1 and not elsewhere:
        return near[0]
    ways = [(distance(draft, mention), mention.start, mention) for mention in near]
    way, _, mention = min(ways, key=lambda entry: entry[:2])
    return None if elsewhere and way > FAR else mention


def around(draft: Draft, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Of a long list of mentions, in order, those that may be the nearest: at the head, and next to the claim's words.

    Without it a sentence that goes through a hundred towns would take the cube of their number.
    """
    if len(mentions) <= MANY:
        return mentions
    words = [draft.group.start, draft.anchor.start] if draft.anchor is not None else [draft.group.start]
    places = [bisect_left(mentions, start, key=lambda mention: mention.start) for start in words]
    near = {index for place in places for index in range(max(0, place - NEXT_TO), min(len(mentions), place + NEXT_TO))}
    return [mentions[index] for index in sorted({*range(NEXT_TO), *near})]


def is_of_a_part(draft: Draft, mention: Mention) -> bool:
    """ "312 died, 122 of them in Lima": what stands right behind the part is the part's, not the whole's."""
    parts = [d for d in draft.sentence.drafts if d.superset is draft and d.group.end <= mention.start]
    if not parts:
        return False
    groups, part = draft.sentence.groups, parts[-1].group
    ahead = " ".join([group.head for group in groups if group.end <= part.start][-2:])
    between = [group.kind for group in groups if part.end <= group.start < mention.start]
    own = "partitive" in part.flags or ahead in ("of whom", "of which", "of them") or not parts[-1].carried
    return own and part.whole is not draft.group and PARTING.isdisjoint(between)


def is_of_a_bracket(draft: Draft, mention: Mention) -> bool:
    """ "12 people (as of June, nine) were held": the month stands in a bracket that has a figure of its own."""
    opened = 0
    for group in draft.sentence.groups:
        if group.kind == "OPEN":
            opened = group.end
        elif group.kind == "CLOSE" and opened:
            if opened <= mention.start < group.start:
                inside = [d for d in draft.sentence.drafts if opened <= d.number.start < group.start]
                return bool(inside) and not any(d.number is draft.number for d in inside)
            opened = 0
    return False


def distance(draft: Draft, mention: Mention) -> int:
    """Characters between a mention and the words of a claim, with what stands between weighed."""
    start, end = _extent(draft)
    if mention.start >= start and mention.end <= end:
        return 0
    left, right = (mention.end, start) if mention.end <= start else (end, mention.start)
    if _labels(draft, mention) or _bracketed(draft, mention):
        return 1
    behind = draft.anchor.end if draft.anchor is not None and not draft.carried else mention.end
    if 0 <= mention.start - behind < BESIDE and not _borders(draft, behind, mention.start):
        return BESIDE  # "executions in Mali fell from 71 to 37": the place of the event's noun
    fronted = mention.start - draft.sentence.span.start < 12
    way = max(0, right - left) + _rivals(draft, left, right) * RIVAL
    if fronted:
        return min(way, FRONTED)
    if mention.end <= start and _in_side_clause(draft, mention):
        way += FAR  # "In Mali, where the last vote was in 2004, 61 were held"
    owned = mention.end <= start and _owned(draft, mention)
    return way + _borders(draft, left, right) * CLAUSE + (4 if start - mention.end > 2 else 0) + owned * RIVAL


def _in_side_clause(draft: Draft, mention: Mention) -> bool:
    """ "In Mali, where the last vote was in 2004, 61 were held": what stands between the commas is not the claim's."""
    groups = [g for g in draft.sentence.groups if g.start < draft.group.start]
    opened = [g for g in groups if g.kind in ("SUB", "REL") and g.head != "as" and g.end <= mention.start]
    closed = [g for g in groups if g.kind == "COMMA" and g.start >= mention.end]
    if not opened or not closed:
        return False
    return not any(g.kind == "COMMA" and opened[-1].end <= g.start < mention.start for g in groups)


def _opens_the_next(draft: Draft, mention: Mention) -> bool:
    """ "In Peru raids killed 14, and in Chile, nine died": what opens the next clause is not told of the one before."""
    groups = draft.sentence.groups
    if mention.start < draft.group.end or mention.start < groups[0].end:
        return False
    at = next((i for i, group in enumerate(groups) if group.start <= mention.start < group.end), 0)
    if [group.kind for group in groups[max(0, at - 2) : at]] not in (["CC", "P"], ["COLON", "P"], ["BUT", "P"]):
        return False
    after = groups[at + 1] if at + 1 < len(groups) else None
    leads = after is not None and (after.kind == "COMMA" or after.number is not None)
    return leads and any(other.number.start > mention.end for other in draft.sentence.drafts)


def _labels(draft: Draft, mention: Mention) -> bool:
    """ "2 March, Aldmoor: four aid workers killed": what stands before a colon at the head is of the whole item."""
    colon = next((g.start for g in draft.sentence.groups if g.kind == "COLON" and g.text == ":"), None)
    if colon is None or colon - draft.sentence.span.start > LABEL:
        return False
    return mention.end <= colon <= draft.group.start and colon - mention.end < 2


def _bracketed(draft: Draft, mention: Mention) -> bool:
    """ "in Mali (from 29 to 41)": the bracket belongs to the word before it."""
    before = [g for g in draft.sentence.groups if g.kind in ("OPEN", "CLOSE") and g.start < draft.group.start]
    return bool(before) and before[-1].kind == "OPEN" and 0 <= before[-1].start - mention.end < 2


def _owned(draft: Draft, mention: Mention) -> bool:
    """A mention right behind another claim, with no comma between, is that claim's: "312 died in 2021, 122 of them"."""
    groups = [g for g in draft.sentence.groups if g.end <= mention.start]
    for group in reversed(groups):
        if group.kind in ("COMMA", "COLON", "BUT", "SUB", "CC"):
            return False
        if any(d is not draft and d.group is group for d in draft.sentence.drafts):
            return True
    return False


def _extent(draft: Draft) -> tuple[int, int]:
    anchor = draft.anchor if draft.anchor is not None and not draft.carried else draft.group
    start, end = min(draft.group.start, anchor.start), max(draft.group.end, anchor.end)
    if any(d is not draft and start <= d.number.start < end for d in draft.sentence.drafts):
        return draft.group.start, draft.group.end  # "rose to 127 last year from 69 in 2018": each to its own
    return start, end


def _borders(draft: Draft, left: int, right: int) -> int:
    marks = ("SUB", "BUT", "COLON", "REL", "DASH")
    between = [group for group in draft.sentence.groups if left <= group.start < right and group.kind in marks]
    return sum(group.head != "as" for group in between)  # "287 as of 1 May" is one clause


def _rivals(draft: Draft, left: int, right: int) -> int:
    return sum(1 for d in draft.sentence.drafts if d is not draft and left <= d.number.start < right)
