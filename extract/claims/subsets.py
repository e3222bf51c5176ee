"""Which claim is a part of which: "1,113 people, of whom 423", "12 of the 30", "38 dead: 13 children"."""

from extract.claims.draft import Draft, Sentence
from extract.claims.leaning import is_described
from extract.claims.parts import is_subset
from extract.claims.told import FRONTING
from extract.groups import Group
from models.rules import word_set

BREAKDOWN = ("COLON", "DASH", "OPEN")
APPOSED = "the-victims-so-many-were-killed"


class Subsets:
    """Links the parts of a document to their wholes, in reading order."""

    def __init__(self) -> None:
        self._named: dict[str, Draft] = {}  # the last count of each noun, whatever its paragraph
        self._told: dict[str, Draft] = {}  # the last whole of each event

    def fill(self, rows: list[Sentence]) -> None:
        """Sets `superset` of each claim of these whole paragraphs whose words say that it is a part of one before."""
        counts: list[Draft] = []
        paragraph = -1
        for row in rows:
            if row.paragraph != paragraph:
                counts, paragraph = [], row.paragraph
            for draft in row.drafts:
                whole = draft.superset or _whole(draft, counts, row) or self._before(draft, row)
                if whole is not draft and whole is not None and _may_contain(whole, draft):
                    draft.superset = whole
                if draft.number.kind == "count":
                    counts.append(draft)
                    if draft.group.whole is None:
                        self._named[draft.group.head] = draft
                        if draft.superset is None and draft.event != "stated":
                            self._told[draft.event] = draft

    def _before(self, draft: Draft, row: Sentence) -> Draft | None:
        """What a paragraph before has counted: "the court convicted nine of the marchers", "of those killed, nine"."""
        known = self._told.get(draft.event) if _of_those_told(draft, row) else None
        return known if known is not None and known.sentence is not row else _of_those_before(draft, self._named)


def _whole(draft: Draft, counts: list[Draft], row: Sentence) -> Draft | None:
    inner = draft.group.whole
    if inner is not None and inner.number is not None:  # "12 of the 30"
        return next((d for d in row.drafts if d.number is inner.number), None)
    if not counts:
        return None
    fronted = _fronted(row)
    part = draft.group.flags & {"elided", "people"} and draft.polarity != "none"
    if part and fronted is not None and fronted is not draft and draft.group.start > fronted.group.end:
        return fronted  # "Of the 30, 12 were"
    if len(row.groups) > 1 and row.groups[0].head == "of" and "victim" in row.groups[1].flags:  # "Of the wounded, nine"
        events = row.groups[1].events
        wounded = next((d for d in reversed(counts) if d.event in events and d.sentence is not row), None)
        if wounded is not None:
            return wounded
    if _named_among(draft, row):
        last = next((d for d in reversed(counts) if d.event == draft.event), None)
        return last.superset if last is not None and last.sentence is row and last.superset is not None else last
    if is_subset(draft, row):
        return _told_so(draft, counts) or _widest(counts, row)
    if draft.carried and is_described(draft, row):  # "1,318 concerned the police": of the complaints before
        return next((d for d in reversed(counts) if d.event == draft.event and not d.carried), None)
    return _broken_down(draft, counts, row) or _of_the_same(draft, counts) or _same_people(draft, counts)


def _of_those_told(draft: Draft, row: Sentence) -> bool:
    """ "Of those killed, 40 were men", "among the wounded there are nine boys": a part of all who were."""
    first = row.groups[:3]
    if len(first) < 3 or first[0].head not in FRONTING or first[1].number is not None:
        return False
    told = (*first[1].events, *(first[2].events if "reduced" in first[2].flags else ()))
    return draft.event in told and bool(draft.group.flags & {"elided", "people"})


def _named_among(draft: Draft, row: Sentence) -> bool:
    """ "Two were among the dead", "those killed include nine": a part of those whom a claim before counted."""
    anchor = draft.anchor
    if anchor is None or anchor is draft.group or "event-noun" in anchor.flags:
        return False
    at = next((i for i, group in enumerate(row.groups) if group is anchor), 0)
    definite = f"{row.groups[at - 1].text} {anchor.text}" if at and anchor.kind == "VG" else anchor.text
    start, end = sorted((draft.group.start, anchor.start))
    joined = any(group.head in word_set("words/subsets", "naming") for group in row.groups if start < group.start < end)
    return joined and definite.lower().startswith(("the ", "those "))


def _of_the_same(draft: Draft, counts: list[Draft]) -> Draft | None:
    """ "eleven of the marchers" are a part of those counted before; "the remaining seven" of what held the others."""
    inner, last = draft.group.whole, counts[-1]
    if inner is not None and inner.number is None and inner.head and _is_definite(inner):
        if draft.carried and inner.head == "victim":
            return last if last.event == draft.event else None
        return next((d for d in reversed(counts) if d.group.head == inner.head and d.group is not draft.group), None)
    rest = {unit.word.lower for unit in draft.group.units} & {"remaining"}
    return last.superset if rest and last.sentence is draft.sentence else None


def _is_definite(inner: Group) -> bool:
    """ "Dozens of the marchers" are a part of those counted before, "dozens of marchers" are not."""
    return bool(inner.units[0].word.tags & {"D", "PRO", "REL"})


def _of_those_before(draft: Draft, named: dict[str, Draft]) -> Draft | None:
    """ "The court convicted nine of the marchers": those that a paragraph before has counted."""
    inner = draft.group.whole
    definite = inner is not None and inner.number is None and bool(inner.head) and inner.text.lower().startswith("the ")
    return named.get(inner.head) if inner is not None and definite else None


def _same_people(draft: Draft, counts: list[Draft]) -> Draft | None:
    """ "Police arrested 153 marchers; 148 were freed": a bare figure further along the course of justice."""
    last = next((d for d in reversed(counts[-4:]) if "elided" not in d.group.flags), None)
    if last is None or draft.event == last.event:
        return None
    if "elided" not in draft.group.flags or draft.number.polarity == "none":
        return None
    course = word_set("words/subsets", "course")
    return last if last.event in course and draft.event in course else None


def _fronted(row: Sentence) -> Draft | None:
    if not row.drafts or len(row.groups) < 2 or row.groups[0].head != "of":
        return None
    first = row.drafts[0]
    return first if first.group is row.groups[1] else None


def _widest(counts: list[Draft], row: Sentence) -> Draft:
    """The head of the chain: in "58 people, 30 of them women and 12 of them men" both are parts of the 58."""
    last = counts[-1]
    return last.superset if last.superset is not None and last.sentence is row and last.carried else last


def _told_so(draft: Draft, counts: list[Draft]) -> Draft | None:
    """ "40 per cent of those killed": of the last who were."""
    inner = draft.group.whole
    if inner is None or inner.head != "those" or inner.number is not None or draft.event == "stated":
        return None
    return next((d for d in reversed(counts) if d.event == draft.event and d.superset is None), None)


def _broken_down(draft: Draft, counts: list[Draft], row: Sentence) -> Draft | None:
    """After a colon, dash or bracket the parts of the figure before follow; what is joined to a part is one too."""
    last = counts[-1]
    if last.sentence is row and last.superset is not None and _joined(last, draft, row):
        return last.superset
    between = [g for g in row.groups if last.group.end <= g.start < draft.group.start]
    if last.sentence is row and [g.kind for g in between] in (["OPEN"], ["DASH"]) and _divides(last, draft):
        return last  # "90 casualties (40 deaths and 50 injured)"
    if not draft.carried and draft.rule != APPOSED:
        return None
    if last.sentence is row and any(g.text == ";" for g in between):
        return last.superset  # "12 of them in one town; four in another": a part of the same whole, if there is one
    marks = [g for g in between if g.kind in BREAKDOWN or (g.kind == "COMMA" and draft.rule == APPOSED)]
    return last if marks and last.sentence is row and "elided" not in last.group.flags else None


def _divides(whole: Draft, part: Draft) -> bool:
    """Does a bracket tell what became of so many of the victims before it?"""
    return "victim" in whole.group.flags and bool(part.group.flags & {"elided", "event-noun", "people"})


def _joined(left: Draft, right: Draft, row: Sentence) -> bool:
    """ "40 of them foreigners and 12 women", "with 9 killed and 20 wounded": joined, with no clause of its own."""
    between = [g for g in row.groups if left.group.end <= g.start < right.group.start and g is not left.anchor]
    told = any((g.kind == "VG" and "linking" not in g.flags) or g.kind in ("COLON", "BUT") for g in between)
    kinds = [g.kind for g in between]
    if right.carried:
        return not told and not {"COMMA", "CC"}.isdisjoint(kinds)
    divided = "event-noun" in left.group.flags and "elided" in right.group.flags  # "(40 deaths and 50 injured)"
    return kinds in (["CC"], ["COMMA"]) and (right.anchor is left.anchor or divided or _are_reduced(left, right))


def _are_reduced(*drafts: Draft) -> bool:
    return all(draft.anchor is not None and "reduced" in draft.anchor.flags for draft in drafts)


def _may_contain(whole: Draft, part: Draft) -> bool:
    """A part is no larger than its whole."""
    if part.number.kind != "count" or whole.number.kind != "count":
        return part.number.kind in ("percent", "ratio") and whole.number.kind == "count"
    low, high = part.number.quantity.low, whole.number.quantity.high
    return low is None or high is None or low <= high
