"""A noun group whose units are known: its head, its number, and what the head says of them."""

from extract.groups.group import Group
from extract.groups.naming import name_events
from extract.groups.units import Unit
from extract.words import Word


def finished(parts: list[Unit], head: Unit | None, counting: Unit | None) -> Group:
    if head is None and parts[-1] is not counting and parts[-1].word.tags & {"ADJ", "D", "VN"}:
        head = parts[-1] if not (counting and "D" in parts[-1].word.tags) else None
    lemma = (head.word.noun or head.word.lower) if head else ""
    group = Group("NG", parts[0].start, parts[-1].end, lemma, parts, noun=head)
    group.number = counting.number if counting else None
    _describe(group, head.word if head else None)
    return group


def _describe(group: Group, word: Word | None) -> None:
    flags = group.flags
    flags.add("noun-group")
    if group.number is not None:
        flags.add(group.number.kind)
        flags.add("counting")
        if word is None:
            flags.add("elided")
    if word is not None:
        if word.person:
            flags.add("people")
        if "PRO" in word.tags:
            flags.add("pronoun")
        if "NS" in word.tags:
            flags.add("plural")
    tells = False
    for unit in group.units:
        tells = tells or unit.word.tells
        if unit.mention is not None:
            flags.add(unit.mention.label.lower())
    if tells:
        name_events(group)
