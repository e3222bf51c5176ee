"""Which claim before a number goes on with: "251 were killed, 30 in one town"; "two of them were freed"."""

from itertools import pairwise

from extract.claims.draft import Draft
from extract.claims.wholes import STATED


def antecedent(draft: Draft, before: list[Draft]) -> Draft | None:
    """The nearest claim before with the same kind of number; a sentence's length stands for those sentenced.

    Of "4 of the 9 were freed" the next claim takes the event of the 4.
    """
    kinds, near = (draft.number.kind, "count"), before[-6:]
    wholes = [d.group.whole for d in near if d.group.whole is not None]
    stated = [d for d in near if d.event == "stated"]
    silent = [d.group for d in stated if _is_bare(d, draft) or any(d.group is whole for whole in wholes)]
    said = (d for d in reversed(near) if not any(d.group is group for group in silent))
    fitting = [d for d in said if d.number.kind in kinds or d.event == "sentenced"]
    last = next(iter(fitting), None)
    if last is not None and last.sentence is not draft.sentence and is_aside(last):
        last = next((d for d in fitting if d.sentence is last.sentence and not is_aside(d)), last)
    if last is None or last.event == "sentenced":
        return last
    return next(d for d in near if d.group is last.group)  # what its main verb tells, before what else happened


def _is_bare(draft: Draft, later: Draft) -> bool:
    """A figure with neither event nor noun says nothing that could go on: "For 69, it is not known. Another 24"."""
    bare = draft.rule == STATED and draft.number.kind == "count" and "elided" in draft.group.flags
    return bare and draft.sentence is not later.sentence


def is_aside(draft: Draft) -> bool:
    """ "Lawsuits against those responsible for the killing of 251": the next sentence hardly goes on to the killed."""
    anchor, groups = draft.anchor, draft.sentence.groups
    named = anchor is not None and anchor.kind == "NG" and "event-noun" in anchor.flags
    return named and any(p.kind == "P" and p.head != "of" and n is anchor for p, n in pairwise(groups))
