"""Frames of attribution with a verb: "X said that", ", X said", "said X"."""

from functools import cache

from extract.claims.draft import Sentence
from extract.groups import Group
from extract.groups.group import FINITE
from extract.sources.frame import Frame, words_of
from extract.sources.phrases import nominal_frames, phrase_frames
from extract.sources.subject import main_subject, subject
from models import Span
from models.rules import load, word_set

SPEAKERS = frozenset({"people", "person", "org", "court", "judge", "lawyer", "gpe", "norp"})


def find_frames(sentence: Sentence) -> list[Frame]:
    """All frames of a sentence, in order."""
    groups = sentence.groups
    verbs = [(index, group) for index, group in enumerate(groups) if group.kind == "VG"]
    frames = [frame for index, verb in verbs if (frame := _frame(sentence, index, verb)) is not None]
    return frames + nominal_frames(sentence) + phrase_frames(sentence)


def _frame(sentence: Sentence, index: int, verb: Group) -> Frame | None:
    """A verb of speech with its subject."""
    if (
        (verb.events and not (_accuses(verb) or _brings_clause(sentence.groups, index)))
        or "modal" in verb.flags
        or not verb.flags & {"active", "reduced", "gerund"}
        or not (verb.head in _speech() or any(tells(sentence.groups, index) for tells in TELLING))
    ):
        return None
    groups = sentence.groups
    if verb.head == "add" and [group.head for group in groups[index + 1 : index + 2]] == ["to"]:
        return None  # "adding to the toll"
    before = subject(groups, index)
    index += _told(groups, index)
    after = _next(groups, index)
    complement = _has_complement(groups, index, after)
    inverted = before is None and verb.head not in words_of("weak")
    if inverted and after is not None and after.kind == "NG" and _may_speak(after):  # "said the minister"
        return Frame(after, Span(sentence.span.start, verb.start), "speaker", verb.head, verb.start)
    if before is None and "gerund" in verb.flags:
        before = main_subject(groups, index)
    personal = verb.head in words_of("personal")  # "the appraiser testified": only persons do
    if before is None or not (personal or _may_speak(before)) or _is_verdict(groups, index, before, after):
        return None
    if "reduced" in verb.flags and before.number is not None and (after is None or after.kind != "SUB"):
        return None  # "33 people admitted with wounds"
    before = _joint(groups, _by_name(groups, before))
    if verb.head in words_of("weak") and not complement and index < len(groups) - 2 and not _closes(groups, index):
        return None
    if complement and after is not None and after.kind == "NG" and _inverted(groups, index, before, after):
        return Frame(after, Span(sentence.span.start, verb.start), "speaker", verb.head, verb.start)
    if _is_parenthesis(groups, index):
        return Frame(before, sentence.span, "speaker", verb.head, verb.start)
    if complement or not _closes(groups, index) or not any(group.number for group in groups[:index]):
        scope = Span(verb.start, _scope_end(groups, index, before, sentence))
        return Frame(before, scope, "speaker", verb.head, verb.start)
    return Frame(before, Span(sentence.span.start, before.start), "speaker", verb.head, verb.start)


def _brings_clause(groups: list[Group], index: int) -> bool:
    """ "Lawyers hit back that", "relatives fear that": any verb with such a clause says it, but for some."""
    after = [(group.kind, group.head) for group in groups[index + 1 : index + 2]]
    return after == [("SUB", "that")] and groups[index].head not in words_of("silent")


def _rejects(groups: list[Group], index: int) -> bool:
    """ "The ministry rejected claims that": what is denied is a report, no motion of a party."""
    after = groups[index + 1 : index + 3]
    told = [group.kind for group in after] in (["NG", "SUB"], ["NG", "P"]) and after[0].number is None
    return told and groups[index].head in words_of("rejecting") and after[0].head in words_of("rumours")


def _reads(groups: list[Group], index: int) -> bool:
    """ "Nine men died, the statement read": no person read it out."""
    before = subject(groups, index) if groups[index].head in words_of("written") else None
    return before is not None and before.head in words_of("documents")


TELLING = (_brings_clause, _rejects, _reads)


def _by_name(groups: list[Group], speaker: Group) -> Group:
    """ "Its chairman, Omar Dell, says": the name between the commas."""
    at = next(i for i, group in enumerate(groups) if group is speaker)
    row = groups[at + 1 : at + 6]
    if len(row) > 2 and row[0].kind == "P" and row[1].kind == "NG":  # "the spokesman for the ministry, Tim Rand,"
        row = row[2:]
    if speaker.names or [group.kind for group in row[:3]] != ["COMMA", "NG", "COMMA"]:
        return speaker
    return row[1] if "person" in row[1].flags and "people" in speaker.flags else speaker


def _accuses(verb: Group) -> bool:
    """ "The union accused the army of killing nine": who accuses says that it happened."""
    return verb.head in words_of("accusing") and bool(verb.flags & {"active", "gerund"})


def _joint(groups: list[Group], speaker: Group) -> Group:
    """ "Officials and witnesses said": both speak."""
    at = next(i for i, group in enumerate(groups) if group is speaker)
    if at < 2 or groups[at - 1].kind != "CC" or not _may_speak(groups[at - 2]):
        return speaker
    if at > 2 and groups[at - 3].kind in ("P", "VG"):
        return speaker
    units = [*groups[at - 2].units, *groups[at - 1].units, *speaker.units]
    return Group("NG", groups[at - 2].start, speaker.end, speaker.head, units, set(speaker.flags))


def _told(groups: list[Group], index: int) -> int:
    """1 where the group behind the verb is who was told: ", the mayor told reporters." """
    told = groups[index + 1 : index + 2]
    addressed = groups[index].head in words_of("addressing") and told != [] and told[0].kind == "NG"
    return int(addressed and told[0].number is None and not told[0].events and _closes(groups, index + 1))


def _has_complement(groups: list[Group], index: int, after: Group | None) -> bool:
    """Does the verb bring what is said: a clause, an object, a quotation, a figure?"""
    if after is not None and after.kind in ("SUB", "NG", "QUOTE"):
        return True
    near = groups[index + 1 : index + 5]
    figures = any(group.number for group in near)
    return figures and (near[0].kind == "COLON" or (near[0].kind == "P" and near[0].head in words_of("giving")))


def _is_verdict(groups: list[Group], index: int, speaker: Group, after: Group | None) -> bool:
    """What looks like a report and is none: what courts find, what people suffer or are given."""
    verb, near = groups[index], groups[index + 1 : index + 4]
    figures = any(group.number for group in near)
    toll = after is not None and after.head in word_set("words/carriers", "tolls")
    clause = any(group.kind == "VG" and group.flags & FINITE for group in near[1:])  # "said the raid was illegal"
    if after is not None and after.kind == "NG" and "event-noun" in after.flags and not (figures or toll or clause):
        return True  # "detainees alleged torture" tells what they suffered
    if verb.head in words_of("given") and speaker.flags & {"people", "person", "counting"}:
        return True  # "her deputy received a fine", "39 others received ten years"
    if verb.head in words_of("receiving") and "gpe" in speaker.flags and speaker.noun and speaker.noun.mention:
        return True  # "Peru recorded 12 executions" tells where they were
    court = "court" in speaker.flags or speaker.head in words_of("courts")
    return court and verb.head in words_of("verdict") and not (after is not None and after.kind == "SUB")


def _is_parenthesis(groups: list[Group], index: int) -> bool:
    """ "A court, the paper has learned, jailed five": between commas, and the sentence goes on with its verb."""
    rest = groups[index + 1 : index + 3]
    return len(rest) == 2 and rest[0].kind == "COMMA" and rest[1].kind == "VG"


def _inverted(groups: list[Group], index: int, before: Group, after: Group) -> bool:
    """ "...", said Ruslan H., 33: the subject stands after the verb when a quotation or comma stands before it."""
    mark = groups[index - 1].kind in ("QUOTE", "COMMA") if index else False
    at = next(i for i, group in enumerate(groups) if group is after)
    clause = at + 1 < len(groups) and groups[at + 1].kind == "VG"  # "its chairman, Omar Dell, says he handed over"
    return (
        mark
        and not clause
        and _may_speak(after)
        and groups[index].head in ("say", "add", "explain", "note", "write", "recall")
    )


def _closes(groups: list[Group], index: int) -> bool:
    """Does the clause end after this verb, but for a date, an adverb or a phrase: ", the ministry said on Friday." """
    before = [g for g in groups[:index] if g.kind in ("COMMA", "QUOTE")]
    rest = [g for g in groups[index + 1 :] if g.kind not in ("DATE", "ADV", "STOP", "QUOTE", "X")]
    return bool(before) and (not rest or rest[0].kind in ("P", "COMMA", "COLON", "BUT", "DASH", "CC", "CLOSE"))


def _scope_end(groups: list[Group], index: int, speaker: Group, sentence: Sentence) -> int:
    """A report runs to the end of the sentence, or to a contrast that brings a subject of its own.

    Of "92 women said they were beaten, and 13 reported rape" the second counts others.
    """
    for at in range(index + 1, len(groups) - 1):
        kinds = [group.kind for group in groups[at - 1 : at + 3]]
        counts = speaker.number is not None and groups[at + 1].number is not None
        if counts and kinds == ["COMMA", "CC", "NG", "VG"]:
            return groups[at].start
        if groups[at].kind == "BUT" and any(_frame_verb(g) for g in groups[at + 1 :]):
            return groups[at].start
    return sentence.span.end


def _frame_verb(group: Group) -> bool:
    """A verb that most likely tells who says so; what persons receive is told of them."""
    speech = group.kind == "VG" and group.head in _speech() and not group.events
    return speech and group.head not in words_of("given")


def _next(groups: list[Group], index: int) -> Group | None:
    return next((g for g in groups[index + 1 :] if g.kind not in ("ADV", "DATE")), None)


def _may_speak(group: Group) -> bool:
    """Persons, bodies, documents speak; events, dates and things do not."""
    if group.kind != "NG" or group.head in words_of("never") or group.text.lower() in words_of("never"):
        return False
    if group.flags & {"money", "duration", "percent"} or ("counting" in group.flags and "elided" in group.flags):
        return False
    if group.flags & SPEAKERS or group.text.lower() in words_of("pronouns"):
        return True
    noun = group.noun
    capital = noun is not None and "CAP" in noun.word.tags and "event-noun" not in group.flags  # "Threats reported"
    named = capital or (noun is not None and noun.mention is not None)
    nouns = {group.head, *(unit.word.noun for unit in group.units)}
    return named or bool(nouns & (words_of("bodies") | words_of("documents") | words_of("courts")))


@cache
def _speech() -> frozenset[str]:
    return frozenset(word.split()[0] for word in load("words/verbs")["speech"]) | words_of("receiving")
