"""What the nouns and participles of a group say has happened: "38 fatalities", "torture cases", "burned homes"."""

from extract.groups.events import last_words, lexicon, longest
from extract.groups.group import Group
from models.rules import word_set


def name_events(group: Group) -> None:
    """What the group's nouns say has happened: "38 fatalities", "five death sentences", "two torture cases"."""
    undoing = word_set("words/carriers", "undoing")
    lemmas = [unit.word.noun or unit.word.lower for unit in group.units if unit.mention is None]
    if not lemmas or not undoing.isdisjoint(lemmas):
        return
    for kind, flag in (("nouns", "event-noun"), ("victims", "victim")):
        if lemmas[-1] in last_words(kind):
            _name(group, lemmas, kind, flag)
    if not group.events and group.noun is not None and "VG" in group.noun.word.tags:
        group.events = lexicon().verbs.get((group.noun.word.verb,), ())  # "the absolving of 18 officers"
        group.flags.update({"event-noun"} if group.events else ())
    if (not group.events or "victim" in group.flags) and _may_be_modified(group):
        _modifier_events(group)


def _name(group: Group, lemmas: list[str], kind: str, flag: str) -> None:
    """The longest phrase at the group's end that a table has."""
    table = getattr(lexicon(), kind)
    for size in range(min(longest(kind), len(lemmas)), 0, -1):
        events = table.get(tuple(lemmas[-size:]))
        if events:
            group.events += tuple(event for event in events if event not in group.events)
            group.flags.add(flag)
            return


def _may_be_modified(group: Group) -> bool:
    """Persons and cases: "wounded soldiers", "torture cases", no "death certificates"."""
    people = "people" in group.flags or (group.noun is not None and group.noun.mention is not None)
    carrier = group.head in word_set("words/carriers", "events") or group.head in word_set("words/carriers", "tolls")
    return people or carrier or (group.head not in word_set("words/carriers", "things") and _harmed(group))


def _harmed(group: Group) -> bool:
    """A participle of harm before a thing: "burned homes"."""
    return any("VN" in unit.word.tags and (unit.word.verb,) in lexicon().verbs for unit in group.units)


def _modifier_events(group: Group) -> None:
    """A noun or participle before the head: "torture cases", "wounded men"; "suicide bombers" suffered nothing."""
    nouns, verbs = lexicon().nouns, lexicon().verbs
    doers = "people" in group.flags and group.head not in word_set("words/carriers", "sufferers")
    for unit in group.units:
        if unit is group.noun or unit.mention is not None:
            continue
        events = nouns.get((unit.word.noun,), ()) if unit.word.tags & {"N", "NS"} and not doers else ()
        if "VN" in unit.word.tags:
            events = verbs.get((unit.word.verb,), ())
            if unit.word.verb in word_set("words/custody", "jailing"):  # "jailed editors" are held
                events = ("detained",)
        elif "ADJ" in unit.word.tags and "people" in group.flags:
            events = lexicon().states.get((unit.word.lower,), events)
        if events:
            dead = group.events[:1] == ("killed",)  # "disfigured bodies": the dead undergo nothing more
            first, then = (group.events, events) if dead else (events, group.events)
            group.events = (*first, *(event for event in then if event not in first))
            group.flags.add("modified")
            return
