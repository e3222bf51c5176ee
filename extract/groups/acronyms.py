"""A name's short form in brackets is no break in its noun group: "two Frontier Guard (FG) officers"."""

from dataclasses import replace

from extract.groups.group import Group

BRACKETED = ["OPEN", "NG", "CLOSE", "NG"]


def join_acronyms(groups: list[Group]) -> list[Group]:
    """Makes one group of a counting group, a short form in brackets and the noun behind it."""
    joined: list[Group] = []
    at = 0
    while at < len(groups):
        group, ahead = groups[at], groups[at + 1 : at + 5]
        counted = group.number is not None or (joined and joined[-1].head == "of")
        if counted and [g.kind for g in ahead] == BRACKETED and _goes_on(group, ahead):
            group = _whole(group, ahead)
            at += len(ahead)
        joined.append(group)
        at += 1
    return joined


def _goes_on(name: Group, ahead: list[Group]) -> bool:
    """The short form is one word in capitals; the noun behind stands for persons or things by itself."""
    short, noun = ahead[1], ahead[3]
    capitals = len(short.units) == 1 and short.number is None and short.text.isupper()
    bare = noun.number is None and not noun.units[0].word.tags & {"D", "PRO", "NAME"}
    return capitals and bare and noun.noun is not None and name.noun is not None


def _whole(name: Group, ahead: list[Group]) -> Group:
    """The noun behind the bracket is the head; what the name tells of itself is no longer said of the counted."""
    last = ahead[-1]
    units = [unit for part in (name, *ahead) for unit in part.units]
    flags = (name.flags - {"people", "plural", "event-noun", "victim", "modified"}) | last.flags
    return replace(
        name, end=last.end, till=last.till, head=last.head, noun=last.noun, units=units, flags=flags, events=last.events
    )
