"""Whether a participle with no auxiliary is active or passive: "convicted 36", "36 convicted"."""

from collections.abc import Sequence

from extract.groups.events import lexicon
from extract.groups.group import Group
from models.rules import word_set

PLACES = ("there", "here")  # noun groups that are no objects


def settle_voice(groups: Sequence[Group]) -> None:
    """A bare participle is active before an object ("convicted 36"), else a reduced passive ("423 convicted")."""
    for index, group in enumerate(groups):
        if "bare" not in group.flags:
            continue
        group.flags.discard("bare")
        active = _is_active(group, groups[index + 1 :]) or _has_dated_object(groups, index)
        if not active and "undergone" in group.flags:  # "eleven suffocated": they did not do it to anybody
            group.flags.add("active")
            group.events = lexicon().intransitive.get((group.head,), ()) or group.events
            continue
        group.flags.add("active" if active else "reduced")
        if active and "passive-only" in group.flags:
            group.events = ()
            group.flags.discard("done-to")


def _is_active(verb: Group, ahead: Sequence[Group]) -> bool:
    """Does an object follow, or stand within ("opened fire")?"""
    after = next((group for group in ahead if group.kind not in ("ADV", "QUOTE")), None)
    by_means = [unit.word.lower for unit in verb.units[1:]] == ["with"]  # "beaten with sticks"
    if after is not None and after.kind == "NG" and after.head not in PLACES and not by_means:
        return True
    return bool(verb.events) and word_set("words/subsets", "doing").issuperset(verb.events)


def _has_dated_object(groups: Sequence[Group], index: int) -> bool:
    """ "A court convicted Wednesday 92 persons": the day stands between, and the subject counts nobody."""
    before, behind = groups[index - 1] if index else None, groups[index + 1 : index + 3]
    subject = before is not None and before.kind == "NG" and before.number is None
    return subject and [group.kind for group in behind] == ["DATE", "NG"] and {"count", "people"} <= behind[1].flags
