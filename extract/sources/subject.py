"""Which noun group is the subject of a verb: over asides, relative clauses and appositions."""

from extract.groups import Group
from extract.sources.frame import words_of


def main_subject(groups: list[Group], index: int) -> Group | None:
    """The subject of ", suggesting that" is that of the main verb before it."""
    main = next((i for i in range(index - 1, 0, -1) if groups[i].kind == "VG" and "active" in groups[i].flags), None)
    return subject(groups, main) if main else None


def _joined_subject(groups: list[Group], index: int) -> Group | None:
    """ "The council called for an inquiry and said that": of the verb before, though it looks like a participle."""
    verb = next((i for i in range(index - 1, 0, -1) if groups[i].kind == "VG"), 0)
    told = "reduced" in groups[verb].flags and not groups[verb].events
    return (subject(groups, verb) if told else None) or main_subject(groups, index)


def subject(groups: list[Group], index: int) -> Group | None:
    """The noun group that the verb belongs to: the last one before it that is in no prepositional phrase."""
    at = index - 1
    while at >= 0 and groups[at].kind in ("ADV", "DATE", "QUOTE", "X", "NEG"):
        at -= 1
    if at >= 0 and groups[at].kind == "CC":  # "called for an inquiry and said that"
        return _joined_subject(groups, at)
    if at >= 0 and groups[at].kind == "VG":  # "staff whom we interviewed spoke of"
        relative = next((i for i in range(at - 1, max(-1, at - 4), -1) if groups[i].kind == "REL"), None)
        at = relative - 1 if relative else at
    if at >= 0 and groups[at].kind == "CLOSE":
        while at >= 0 and groups[at].kind != "OPEN":
            at -= 1
        at -= 1
    at = _over_apposition(groups, at)
    while at >= 0 and groups[at].kind == "NG":
        if at and groups[at - 1].kind == "P" and at > 1 and groups[at - 2].kind == "NG":
            at -= 2
            continue
        if at and groups[at - 1].kind == "P":
            return None
        return groups[at]
    return None


def _is_body(group: Group) -> bool:
    """A person or body, by its name or by its noun: "State media, quoting the ministry, reported"."""
    return bool(group.names) or "people" in group.flags or group.head in words_of("bodies")


def _over_apposition(groups: list[Group], at: int) -> int:
    """From the closing comma of "Rita Sands, a lawyer in Port Salve, said" back to the name."""
    if at < 0 or groups[at].kind not in ("COMMA", "DASH"):
        return at
    for back in range(at - 1, max(-1, at - 12), -1):
        before = groups[back - 1] if back else None
        relative = groups[back + 1].kind == "REL"  # "a commission, which sat in May, said"
        named = before is not None and before.kind == "NG" and (relative or _is_body(before))
        if groups[back].kind == groups[at].kind and named:
            return back - 1
    return -1
