"""Which claim before a number goes on with: "251 were killed, 30 in one town"; "two of them were freed"."""

from itertools import pairwise

from extract.claims.draft import Draft


def antecedent(draft: Draft, before: list[Draft]) -> Draft | None:
    """The nearest claim before with the same kind of number; a sentence's length stands for those sentenced.

    Of "4 of the 9 were freed" the next claim takes the event of the 4.
    """
    kinds, near = (draft.number.kind, "count"), before[-6:]
    wholes = [d.group.whole for d in near if d.group.whole is not None]
    said = (d for d in reversed(near) if d.event != "stated" or not any(d.group is whole for whole in wholes))
    fitting = [d for d in said if d.number.kind in kinds or d.event == "sentenced"]
    last = next(iter(fitting), None)
    if last is not None and last.sentence is not draft.sentence and is_aside(last):
        last = next((d for d in fitting if d.sentence is last.sentence and not is_aside(d)), last)
    if last is None or last.event == "sentenced":
        return last
    return next(d for d in near if d.group is last.group)  # what its main verb tells, before what else happened


def is_aside(draft: Draft) -> bool:
    """ "Lawsuits against those responsible for the killing of 251": the next sentence hardly goes on to the killed."""
    anchor, groups = draft.anchor, draft.sentence.groups
    named = anchor is not None and anchor.kind == "NG" and "event-noun" in anchor.flags
    return named and any(p.kind == "P" and p.head != "of" and n is anchor for p, n in pairwise(groups))
