"""Verb groups: auxiliaries, negation, adverbs and the verb, with voice and event."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.groups.events import Phrase, lexicon, tails
from extract.groups.group import Group
from extract.groups.helpers import FORMS, HELPERS, Helpers, read_helpers
from extract.groups.units import Unit
from models.rules import load

PARTICLES = frozenset({"up", "down", "out", "off", "away", "back"})
PHRASE_KINDS = (
    ("verbs", "done-to"), ("things", "done-to"), ("passive", "done-to"), ("persons", "done-to"),
    ("intransitive", "undergone"),
)
EXTRA_FLAGS = {"passive": ("passive-only",), "persons": ("persons-only",), "things": ("things-only",)}


@dataclass(frozen=True, slots=True)
class _Link:
    """A further verb of a chain; `joiner` is its conjunction, `end` the unit behind it."""

    lemma: str
    events: tuple[str, ...]
    end: int
    joiner: str


def read_verb_group(units: Sequence[Unit], at: int) -> tuple[Group, int]:
    """The verb group that begins at units[at], and where the next group begins."""
    helpers, index = read_helpers(units, at)
    main = units[index] if index < len(units) and units[index].word.tags & FORMS else None
    if main is None:  # "were", "had": the auxiliary is the verb
        last = next(i for i in range(index - 1, at - 1, -1) if units[i].word.tags & (HELPERS | FORMS) - {"NEG", "ADV"})
        return _finish(units, at, last, helpers, auxiliary=True)
    return _finish(units, at, index, helpers)


def _finish(units: Sequence[Unit], at: int, main: int, helpers: Helpers, auxiliary: bool = False) -> tuple[Group, int]:
    end, lemma, flags = main + 1, units[main].word.verb, _voice(units[main], helpers, auxiliary)
    events, length = _phrase(units, main, lemma, helpers, flags)
    end += length or _particle(units, end)
    if "NEG" in helpers.tags:
        events = _negated(lemma, flags) or events
    chain = _chain(units, end, flags)
    end = chain[-1].end if chain else end
    group = Group("VG", units[at].start, units[end - 1].end, lemma, list(units[at:end]), flags, events)
    if chain:
        _add_chain(group, chain)
    flags.add("verb")
    if "NEG" in helpers.tags:
        flags.add("negated")
    if "MD" in helpers.tags:
        flags.add("modal")
    return group, end


@cache
def _never_passive() -> frozenset[str]:
    """Verbs whose bare past is no passive: "died", "rose", "fled"."""
    verbs = load("words/verbs")
    plain = {phrase[0] for phrase in lexicon().intransitive if len(phrase) == 1}
    done_to = {phrase[0] for phrase in (*lexicon().verbs, *lexicon().passive)}
    return frozenset([*plain, *verbs["rising"], *verbs["falling"]]) - done_to


def phrase_begins(units: Sequence[Unit], at: int) -> bool:
    """Does a verb phrase of several words stand here: "shot dead", "lost limbs"?"""
    lemma = units[at].word.verb
    kinds = [kind for kind in ("verbs", "intransitive") if lemma in tails(kind)]
    return any(True for kind in kinds for _ in phrases_at(units, at, kind, lemma))


def _particle(units: Sequence[Unit], at: int) -> int:
    """ "handed down", "carried out": 1 if the unit is a particle of the verb before it."""
    after = units[at + 1].word.lower if at + 1 < len(units) else ""
    return int(at < len(units) and units[at].word.lower in PARTICLES and after != "of")


def _negated(lemma: str, flags: set[str]) -> tuple[str, ...]:
    """What a verb means when it is denied: "did not survive", "have not been seen"."""
    events = lexicon().negated.get(lemma) or (lexicon().unseen.get(lemma) if "passive" in flags else None)
    if events:
        flags.update(("undergone", "meant-negated"))
    return events or ()


def _voice(main: Unit, helpers: Helpers, auxiliary: bool) -> set[str]:
    tags = main.word.tags
    if auxiliary and "TO" in helpers.tags:
        return {"infinitive"}
    if auxiliary:
        return {"linking" if tags & {"BE"} else "active"}
    if helpers.last == "BE" and "VN" in tags:
        return {"passive", "gerund"} if helpers.hanging else {"passive"}  # "with 12 having been held"
    if helpers.last == "TO":
        return {"infinitive"}
    if "VG" in tags and not tags & {"VD", "VN"}:
        return {"active"} if helpers.last == "BE" else {"gerund"}
    if not helpers.last and "VN" in tags and main.word.verb not in _never_passive():
        return {"bare"}  # "convicted": active or reduced passive, settled by what follows
    return {"active"}


def _phrase(
    units: Sequence[Unit], main: int, lemma: str, helpers: Helpers, flags: set[str]
) -> tuple[tuple[str, ...], int]:
    """The events of the verb, and how many units after it belong to its phrase ("shot dead", "lost their lives")."""
    events: tuple[str, ...] = ()
    length = 0
    if lemma not in _first_words() and not helpers.adverb:
        return events, length
    for kind, flag in PHRASE_KINDS:
        if (kind == "passive" and (events or not flags & {"passive", "bare"})) or (kind == "persons" and events):
            continue
        if kind == "intransitive" and "passive" in flags:
            continue  # who was marched away did not march
        table = getattr(lexicon(), kind)
        longest = next(phrases_at(units, main, kind, lemma), ((), _alone(lemma, helpers, table)))
        own, size = longest[1], len(longest[0])
        if size > length and not own:  # "escaped unhurt" tells no release
            events, length = (), size
            flags -= {"done-to", "undergone"}
        if own and size >= length:
            if size > length:
                events, length = (), size
                flags -= {"done-to", "undergone"}
            events += tuple(event for event in own if event not in events)
            flags.update((flag, *EXTRA_FLAGS.get(kind, ())))
    return events, length


@cache
def _first_words() -> frozenset[str]:
    """The first words of all verbs of events."""
    return frozenset(phrase[0] for kind, _ in PHRASE_KINDS for phrase in getattr(lexicon(), kind))


def _alone(lemma: str, helpers: Helpers, table: dict[Phrase, tuple[str, ...]]) -> tuple[str, ...]:
    """The events of a verb by itself, or with the adverb before it."""
    with_adverb = table.get((helpers.adverb, lemma)) if helpers.adverb else None
    return with_adverb or table.get((lemma,), ())


def phrases_at(units: Sequence[Unit], at: int, kind: str, first: str) -> Iterator[tuple[Phrase, tuple[str, ...]]]:
    """The phrases of a table that stand at units[at] with this first word, longest first: their rest, their events."""
    known = tails(kind).get(first)
    if known is None or at + 1 >= len(units):
        return
    after = units[at + 1].word
    if after.lower in known.seconds or after.noun in known.seconds:  # most phrases end here
        for rest, events in known.phrases:
            if follows(units, at + 1, rest):
                yield rest, events


def follows(units: Sequence[Unit], at: int, rest: Phrase) -> bool:
    """Do these words stand at units[at:], as written or as lemmas?"""
    if at + len(rest) > len(units):
        return False
    for index, word in enumerate(rest, at):  # most phrases end at their first word
        here = units[index].word
        if word != here.lower and word != here.noun:
            return False
    return True


def _chain(units: Sequence[Unit], end: int, flags: set[str]) -> list[_Link]:
    """ "shot and killed", "arrested, charged and later freed": verbs in the same form, with no group between."""
    links: list[_Link] = []
    while (link := _link(units, links[-1].end if links else end, flags)) is not None:
        links.append(link)
    while links and not links[-1].joiner:
        links.pop()  # a list of verbs ends with its conjunction
    return links


def _link(units: Sequence[Unit], at: int, flags: set[str]) -> _Link | None:
    """The next verb of a chain, behind a comma, a conjunction or both."""
    comma = at < len(units) and units[at].text == ","
    index = at + comma
    joiner = units[index].word.lower if index < len(units) and "CC" in units[index].word.tags else ""
    index += bool(joiner)
    while index < len(units) and "ADV" in units[index].word.tags and not units[index].word.tags & FORMS:
        index += 1
    if index == at or index >= len(units) or not _same_form(units, at - 1, index, flags):
        return None
    lemma = units[index].word.verb
    events, length = _phrase(units, index, lemma, Helpers(), flags)
    length = length or _particle(units, index + 1)
    return _Link(lemma, events, index + 1 + length, joiner) if events else None


def _add_chain(group: Group, chain: Sequence[_Link]) -> None:
    """The graver verb names the event; the others happened as well, but for "wounded or tortured"."""
    first, weight = group.events[:1], lexicon().weight
    events = {event: None for part in (group.events, *(link.events for link in chain)) for event in part}
    group.events = tuple(sorted(events, key=lambda event: -weight[event]))
    group.head = chain[-1].lemma  # "convicted and jailed": the last verb rules what follows
    also = [event for event in (*first, *(link.events[0] for link in chain)) if event != group.events[0]]
    group.also = tuple(event for event in dict.fromkeys(also) if is_other(event, group.events[0]))
    group.flags.add("joined" if chain[-1].joiner == "and" else "either")


def is_other(event: str, graver: str) -> bool:
    """ "abducted and killed" tells two things, "shot and killed" one."""
    return event not in ("attacked", "affected") and {event, graver} != {"injured", "killed"}


def _same_form(units: Sequence[Unit], first: int, second: int, flags: set[str]) -> bool:
    tags = units[second].word.tags
    if flags & {"passive", "bare"}:
        after = units[second + 1].word.tags if second + 1 < len(units) else frozenset()
        return "VN" in tags and ("N" not in tags or not after & {"N", "NS", "NAME"})
    return bool(tags & units[first].word.tags & FORMS)
