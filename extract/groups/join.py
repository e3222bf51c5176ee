"""Groups that belong together: "two of the men", "hundreds of cases of torture", "put 12 people behind bars"."""

from collections.abc import Sequence

from extract.groups.acronyms import join_acronyms
from extract.groups.events import lexicon, tails
from extract.groups.group import Group
from extract.groups.neighbours import starts_noun_group
from extract.groups.nouns import POSSESSIVE, STANDALONE
from extract.groups.tolls import join_tolls
from extract.groups.units import Unit
from extract.groups.verbs import follows
from models.rules import word_set


def join_groups(groups: list[Group], units: Sequence[Unit]) -> list[Group]:
    """The same sentence with parts joined to what they are parts of, and split verbs made whole."""
    joined: list[Group] = []
    if any(group.kind == "OPEN" for group in groups):
        groups = join_acronyms(groups)
    for index in range(len(groups) - 1, -1, -1):  # from the right: "dozens of cases of torture"
        group = groups[index]
        if group.kind == "NG" and _of_follows(joined) and _takes_of(group, joined[1]):
            group = _with_of(group, joined[0], joined[1])
            del joined[:2]
            _take_second(group, joined)
        joined.insert(0, group)
    joined = _make_whole(join_tolls(joined), units)
    for index, group in enumerate(joined[:-2]):
        if group.kind == "VG" and group.head in word_set("words/verbs", "conveying"):
            _lead_to(group, joined[index + 1 : index + 6])
    return joined


def _lead_to(verb: Group, ahead: list[Group]) -> None:
    """ "taken to Elmwood Prison", "rushed to a nearby hospital": the place says what became of those taken there."""
    if {"done-to", "undergone"} & verb.flags and "persons-only" not in verb.flags:
        return
    if [group.kind for group in ahead[:1]] == ["NG"]:  # "took the four to the barracks"
        ahead = ahead[1:]
    if [group.kind for group in ahead[:2]] != ["P", "NG"] or ahead[0].head not in ("to", "into"):
        return
    words = [unit.word.noun or unit.word.lower for unit in ahead[1].units]
    words = [*words[:-1], *words[-1].lower().split()]
    for size in (2, 1):
        events = lexicon().destinations.get(tuple(words[-size:]))
        if events:
            verb.flags -= {"persons-only", "passive-only"}
            _give(verb, events)
            return


def _of_follows(groups: list[Group]) -> bool:
    if len(groups) < 2 or groups[0].kind != "P" or groups[1].kind not in ("NG", "REL"):
        return False
    return groups[0].head == "of" or (groups[0].head == "out of" and groups[1].number is not None)  # "18 out of 27"


def _take_second(group: Group, after: list[Group]) -> None:
    """ "allegations of ill-treatment and torture": both are alleged, the graver names the event."""
    if len(after) < 2 or after[0].kind != "CC" or not {"carrier", "event-noun"} <= group.flags:
        return
    second = after[1]
    alone = second.number is None and "D" not in second.units[0].word.tags
    if alone and "event-noun" in second.flags and not (len(after) > 2 and after[2].kind == "VG"):
        weight = lexicon().weight
        group.events = tuple(sorted({*group.events, *second.events}, key=lambda event: -weight[event]))
        group.units += [*after[0].units, *second.units]
        group.end, group.till = second.end, second.till
        del after[:2]


def _takes_of(group: Group, inner: Group) -> bool:
    if inner.units[0].text in POSSESSIVE:
        return False
    if group.number is not None and "elided" in group.flags and group.number.kind in ("count", "percent", "ratio"):
        vague = group.number.quantity.vague is not None or group.number.kind != "count"
        return vague or _is_definite(inner)  # "two of the men", no "eight of illness"
    if inner.number is not None and group.text.lower() in STANDALONE:  # "each of these 300 men"
        return True
    return group.head in word_set("words/carriers", "events") and bool(inner.flags & {"event-noun", "victim"})


def _is_definite(group: Group) -> bool:
    first = group.units[0].word.tags
    return bool(first & {"D", "PRO", "REL", "NAME"}) or group.number is not None


def _with_of(group: Group, of: Group, inner: Group) -> Group:
    """The head is what stands after "of"; its events come first ("allegations of torture" is torture)."""
    partitive = "elided" in group.flags
    events = (*inner.events, *(event for event in group.events if event not in inner.events))
    flags = (group.flags - {"elided"}) | (inner.flags - {"counting", "count", "money", "duration", "percent", "ratio"})
    flags.add("partitive" if partitive else "carrier")
    if inner.number is not None and group.number is None:
        flags |= inner.flags
    whole = Group(
        "NG",
        group.start,
        inner.end,
        inner.head if partitive else group.head,
        [*group.units, *of.units, *inner.units],
        flags,
        events,
        group.number or inner.number,
        inner.noun if partitive else group.noun,
    )
    whole.whole = inner if partitive else None
    whole.at, whole.till = group.at, inner.till
    return whole


def _make_whole(groups: list[Group], units: Sequence[Unit]) -> list[Group]:
    """A verb phrase with its object inside it: "put 12 people on trial", "took two dozen women hostage"."""
    removed: set[int] = set()
    for index, group in enumerate(groups[:-2]):
        if group.kind == "VG" and groups[index + 1].kind == "NG" and not group.flags & {"passive", "reduced"}:
            till = _rest(group, groups[index + 1], units)
            removed.update(i for i, g in enumerate(groups) if till and i > index + 1 and g.at < till)
    return [group for index, group in enumerate(groups) if index not in removed] if removed else groups


def _rest(verb: Group, noun: Group, units: Sequence[Unit]) -> int:
    """Where the rest of a split phrase ends, 0 where there is none; the verb gets the phrase's events."""
    at = noun.till
    known = tails("verbs").get(verb.head) if verb.events or not _tells_itself(units, at) else None
    for rest, events in known.phrases if known else ():
        inside = at - len(rest)
        if follows(units, at, rest) and not _leads_on(units, at, rest):
            _give(verb, events)
            return at + len(rest)
        if inside > noun.at and follows(units, inside, rest):  # "set 27 huts ablaze": the group took the word in
            _give(verb, events)
            noun.units = [unit for unit in noun.units if unit.start < units[inside].start]
            noun.end, noun.till = noun.units[-1].end, inside
    return 0


def _leads_on(units: Sequence[Unit], at: int, rest: tuple[str, ...]) -> bool:
    """ "took nine hostages in a raid": the preposition belongs to what follows, and is no particle of the verb."""
    after = units[at + 1] if at + 1 < len(units) else None
    return len(rest) == 1 and units[at].word.route != "noun" and "P" in units[at].word.tags and starts_noun_group(after)


def _tells_itself(units: Sequence[Unit], at: int) -> bool:
    """ "reported six men dead", "found two killed": the word behind the object needs no verb to tell what happened."""
    word = units[at].word if at < len(units) else None
    return word is not None and ((word.lower,) in lexicon().adjectives or (word.verb,) in lexicon().verbs)


def _give(verb: Group, events: tuple[str, ...]) -> None:
    verb.events = events
    verb.flags.add("done-to")
