"""Frames of attribution: "according to X", "X said that", ", X said", "said X"."""

from dataclasses import dataclass
from functools import cache

from extract.claims.draft import Sentence
from extract.groups import Group
from extract.groups.nouns import POSSESSIVE
from models import Span
from models.rules import load
from models.vocabulary import SourceKind

SPEAKERS = frozenset({"people", "person", "org", "court", "judge", "lawyer", "gpe", "norp"})


@dataclass(frozen=True, slots=True)
class Frame:
    """`speaker` is the source's group; its claims stand in text[scope]. `verb` is empty for "according to".

    `relayed`: another source cites this one.
    """

    speaker: Group
    scope: Span
    kind: SourceKind
    verb: str = ""
    at: int = 0
    relayed: bool = False


def find_frames(sentence: Sentence) -> list[Frame]:
    """All frames of a sentence, in order."""
    groups = sentence.groups
    frames = [frame for index, group in enumerate(groups) if (frame := _frame(sentence, index, group)) is not None]
    return frames + _nominal(sentence) + _prefixed(sentence)


def _frame(sentence: Sentence, index: int, verb: Group) -> Frame | None:
    """A verb of speech with its subject."""
    if (
        verb.kind != "VG"
        or verb.events
        or "modal" in verb.flags
        or not verb.flags & {"active", "reduced", "gerund"}
        or verb.head not in _speech()
    ):
        return None
    groups = sentence.groups
    after = _next(groups, index)
    before = _subject(groups, index)
    complement = _has_complement(groups, index, after)
    if before is None and after is not None and after.kind == "NG" and _may_speak(after):  # "said the minister"
        return Frame(after, Span(sentence.span.start, verb.start), "speaker", verb.head, verb.start)
    if before is None and "gerund" in verb.flags:
        before = _main_subject(groups, index)
    if before is None or not _may_speak(before) or _is_verdict(before, verb, after):
        return None
    if verb.head in _words("weak") and not complement and index < len(groups) - 2 and not _closes(groups, index):
        return None
    if complement and after is not None and after.kind == "NG" and _inverted(groups, index, before, after):
        return Frame(after, Span(sentence.span.start, verb.start), "speaker", verb.head, verb.start)
    if _is_parenthesis(groups, index):
        return Frame(before, sentence.span, "speaker", verb.head, verb.start)
    if complement or not _closes(groups, index):
        return Frame(before, Span(verb.start, _scope_end(groups, index, sentence)), "speaker", verb.head, verb.start)
    return Frame(before, Span(sentence.span.start, before.start), "speaker", verb.head, verb.start)


def _has_complement(groups: list[Group], index: int, after: Group | None) -> bool:
    """Does the verb bring what is said: a clause, an object, a quotation, a figure?"""
    if after is not None and after.kind in ("SUB", "NG", "QUOTE"):
        return True
    near = groups[index + 1 : index + 5]
    return groups[index + 1 : index + 2] != [] and near[0].kind in ("P", "COLON") and any(g.number for g in near)


def _is_verdict(speaker: Group, verb: Group, after: Group | None) -> bool:
    if after is not None and after.kind == "NG" and "event-noun" in after.flags and after.number is None:
        return True  # "detainees alleged torture" tells what they suffered
    if verb.head in _words("receiving") and speaker.flags & {"people", "person"}:
        return True  # "her deputy received a fine"
    court = "court" in speaker.flags or speaker.head in _words("courts")
    return court and verb.head in _words("verdict") and not (after is not None and after.kind == "SUB")


def _is_parenthesis(groups: list[Group], index: int) -> bool:
    """ "A court, the paper has learned, jailed five": between commas, and the sentence goes on with its verb."""
    rest = groups[index + 1 : index + 3]
    return len(rest) == 2 and rest[0].kind == "COMMA" and rest[1].kind == "VG"


def _main_subject(groups: list[Group], index: int) -> Group | None:
    """The subject of ", suggesting that" is that of the main verb before it."""
    main = next((i for i in range(index - 1, 0, -1) if groups[i].kind == "VG" and "active" in groups[i].flags), None)
    return _subject(groups, main) if main else None


def _inverted(groups: list[Group], index: int, before: Group, after: Group) -> bool:
    """ "...", said Ruslan H., 33: the subject stands after the verb when a quotation or comma stands before it."""
    mark = groups[index - 1].kind in ("QUOTE", "COMMA") if index else False
    return (
        mark
        and _may_speak(after)
        and groups[index].head in ("say", "add", "explain", "note", "write", "tell", "recall")
    )


def _closes(groups: list[Group], index: int) -> bool:
    """Does the clause end after this verb, but for a date, an adverb or a phrase: ", the ministry said on Friday." """
    before = [g for g in groups[:index] if g.kind in ("COMMA", "QUOTE")]
    rest = [g for g in groups[index + 1 :] if g.kind not in ("DATE", "ADV", "STOP", "QUOTE", "X")]
    return bool(before) and (not rest or rest[0].kind in ("P", "COMMA", "COLON", "BUT", "DASH", "CC", "CLOSE"))


def _subject(groups: list[Group], index: int) -> Group | None:
    """The noun group that the verb belongs to: the last one before it that is in no prepositional phrase."""
    at = index - 1
    while at >= 0 and groups[at].kind in ("ADV", "DATE", "QUOTE", "X", "NEG"):
        at -= 1
    if at >= 0 and groups[at].kind == "CC":  # "called for an inquiry and said that"
        return _main_subject(groups, at)
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


def _over_apposition(groups: list[Group], at: int) -> int:
    """From the closing comma of "Rita Sands, a lawyer in Port Salve, said" back to the name."""
    if at < 0 or groups[at].kind not in ("COMMA", "DASH"):
        return at
    for back in range(at - 1, max(-1, at - 12), -1):
        if groups[back].kind == groups[at].kind and back and groups[back - 1].kind == "NG":
            if groups[back - 1].names or "people" in groups[back - 1].flags:
                return back - 1
    return -1


def _scope_end(groups: list[Group], index: int, sentence: Sentence) -> int:
    """A report runs to the end of the sentence, or to a contrast that brings a subject of its own."""
    for at in range(index + 1, len(groups) - 1):
        if groups[at].kind == "BUT" and groups[at].head in ("but", "while", "whereas", "whilst"):
            if any(_frame_verb(g) for g in groups[at + 1 :]):
                return groups[at].start
    return sentence.span.end


def _frame_verb(group: Group) -> bool:
    return group.kind == "VG" and group.head in _speech() and not group.events


def _nominal(sentence: Sentence) -> list[Frame]:
    """ "the president's announcement that": the owner of the noun speaks."""
    frames = []
    for index, group in enumerate(sentence.groups):
        if group.kind == "NG" and group.head in _words("speech_nouns") and len(group.units) > 2:
            clause = next(
                (g for g in sentence.groups[index + 1 : index + 4] if g.kind == "SUB" and g.head == "that"), None
            )
            owner = next((i for i, unit in enumerate(group.units) if unit.text in POSSESSIVE), 0)
            if clause is not None and owner:
                units = group.units[:owner]
                speaker = Group("NG", units[0].start, units[-1].end, units[-1].word.lower, units, noun=units[-1])
                frames.append(
                    Frame(speaker, Span(clause.start, sentence.span.end), "speaker", "announce", clause.start)
                )
    return frames


def _prefixed(sentence: Sentence) -> list[Frame]:
    """ "According to X", "citing X", "figures from X": X answers for the sentence."""
    frames: list[Frame] = []
    words = [unit.word.lower for unit in sentence.units]
    if _first_words().isdisjoint(words):
        return frames
    for phrase in _phrases():
        for at in range(len(words) - len(phrase)):
            if tuple(words[at : at + len(phrase)]) == phrase:
                start = sentence.units[at + len(phrase)].start
                speaker = next((g for g in sentence.groups if g.end > start and g.kind == "NG"), None)
                if speaker is not None:
                    speaker = _tail(speaker, start)
                    relayed = phrase[0] in _words("relaying")
                    frames.append(Frame(speaker, _around(sentence, speaker), "according_to", "", speaker.start, relayed))
    return frames


def _around(sentence: Sentence, speaker: Group) -> Span:
    """The clause of "according to": up to a semicolon or contrast on either side."""
    start, end = sentence.span.start, sentence.span.end
    for group in sentence.groups:
        if group.kind == "BUT" or (group.kind == "COLON" and group.text == ";"):
            if group.end <= speaker.start:
                start = group.end
            elif group.start >= speaker.end:
                end = min(end, group.start)
    return Span(start, end)


def _tail(group: Group, start: int) -> Group:
    """The part of a group from `start` on."""
    if group.start >= start:
        return group
    units = [unit for unit in group.units if unit.start >= start]
    return Group("NG", start, group.end, group.head, units, set(group.flags), noun=group.noun)


def _next(groups: list[Group], index: int) -> Group | None:
    return next((g for g in groups[index + 1 :] if g.kind not in ("ADV", "DATE")), None)


def _may_speak(group: Group) -> bool:
    """Persons, bodies, documents speak; events, dates and things do not."""
    if group.kind != "NG" or group.head in _words("never") or group.text.lower() in _words("never"):
        return False
    if group.flags & {"money", "duration", "percent"} or ("counting" in group.flags and "elided" in group.flags):
        return False
    if group.flags & SPEAKERS or group.text.lower() in _words("pronouns"):
        return True
    noun = group.noun
    named = noun is not None and (noun.mention is not None or "CAP" in noun.word.tags)
    nouns = {group.head, *(unit.word.noun for unit in group.units)}
    return named or bool(nouns & (_words("bodies") | _words("documents") | _words("courts")))


@cache
def _speech() -> frozenset[str]:
    return frozenset(word.split()[0] for word in load("words/verbs")["speech"]) | _words("receiving")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("words/sources")[name])


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _phrases())


@cache
def _phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in load("words/sources")["before_source"])
