"""Tolls and what they count: "the number of people killed", "the number injured"."""

from extract.groups.group import Group
from models.rules import word_set


def join_tolls(groups: list[Group]) -> list[Group]:
    """ "the number of people killed", "the number injured": a toll and what it counts are one noun group."""
    tolls = word_set("words/carriers", "tolls")
    if not any(group.kind == "NG" and group.head in tolls for group in groups):
        return groups
    joined: list[Group] = []
    at = 0
    while at < len(groups):
        state = _state_of_toll(groups, at)
        joined.append(_toll(groups[at : state + 1]) if state else groups[at])
        at = max(at, state) + 1
    return joined


def _state_of_toll(groups: list[Group], at: int) -> int:
    """Where the participle or adjective stands that says what became of those counted; 0 if there is none."""
    toll = groups[at]
    if toll.kind != "NG" or toll.number is not None or toll.head not in word_set("words/carriers", "tolls"):
        return 0
    last = at
    if [g.kind for g in groups[at + 1 : at + 3]] == ["P", "NG"] and groups[at + 1].head == "of":
        last = at + 2 if groups[at + 2].number is None else at
    if last + 1 < len(groups) and groups[last + 1].kind == "REL":
        last += 1
    state = groups[last + 1] if last + 1 < len(groups) else None
    if state is None or not state.events or state.flags & {"negated", "modal"}:
        return 0
    told = state.kind == "AP" or "reduced" in state.flags or groups[last].kind == "REL"
    return last + 1 if told and state.kind in ("AP", "VG") else 0


def _toll(parts: list[Group]) -> Group:
    first, last = parts[0], parts[-1]
    units = [unit for part in parts for unit in part.units]
    flags = first.flags | {"event-noun", "carrier"}
    counted = parts[2] if len(parts) > 2 and parts[2].kind == "NG" else first
    held = last.head in word_set("words/custody", "jailing")  # "the number of editors jailed" counts who is held
    events = ("detained",) if held else last.events
    whole = Group("NG", first.start, last.end, first.head, units, flags, events, noun=counted.noun)
    whole.at, whole.till = first.at, last.till
    return whole
