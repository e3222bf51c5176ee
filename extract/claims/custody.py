"""Jailed by a court, or held in jail: "nine editors are jailed" and "the police jailed nine" tell of no sentence."""

from extract.claims.draft import Draft
from extract.groups import Group
from models.rules import word_set


def settle_custody(draft: Draft) -> None:
    """Turns `sentenced` into `detained` where no court and no length of time is told, and the words tell of custody."""
    verb = draft.anchor
    if draft.event != "sentenced" or verb is None or verb.kind != "VG" or verb.head not in _words("jailing"):
        return
    groups = draft.sentence.groups
    if any(_is_of_justice(group) for group in groups):
        return
    at = next((index for index, group in enumerate(groups) if group is verb), 0)
    ground = [group.head for group in groups[at + 1 : at + 2]] == ["for"]
    custodial = verb.head not in _words("judging") and not ground
    if custodial or _is_lasting(verb) or _is_by_keepers(groups[:at], verb):
        draft.event = "detained"


def _words(name: str) -> frozenset[str]:
    return word_set("words/custody", name)


def _is_of_justice(group: Group) -> bool:
    """A court, or how long."""
    timed = group.number is not None and group.number.kind == "duration"
    return timed or "court" in group.flags or group.head in word_set("words/sources", "courts")


def _is_lasting(verb: Group) -> bool:
    """ "are jailed", "remain jailed", "are currently jailed": how things are."""
    return not _words("lasting").isdisjoint(unit.word.lower for unit in verb.units)


def _is_by_keepers(ahead: list[Group], verb: Group) -> bool:
    """ "Security forces jailed nine": who holds people and judges nobody."""
    subject = next((group for group in reversed(ahead) if group.kind not in ("ADV", "DATE")), None)
    return "active" in verb.flags and subject is not None and subject.head in _words("keepers")
