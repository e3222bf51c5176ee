"""Frames without a verb of speech: "according to X", "figures from X", "the president's announcement that"."""

from functools import cache

from extract.claims.draft import Sentence
from extract.groups import Group
from extract.groups.nouns import POSSESSIVE
from extract.groups.verbs import follows
from extract.sources.frame import Frame, words_of
from models import Span
from models.rules import load


def nominal_frames(sentence: Sentence) -> list[Frame]:
    """ "the president's announcement that": the owner of the noun speaks."""
    frames = []
    for index, group in enumerate(sentence.groups):
        if group.kind == "NG" and group.head in words_of("speech_nouns") and len(group.units) > 2:
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


def phrase_frames(sentence: Sentence) -> list[Frame]:
    """ "According to X", "citing X", "figures from X": X answers for the sentence."""
    frames: list[Frame] = []
    phrases = _phrases()
    for at in [at for at, unit in enumerate(sentence.units) if unit.word.lower in phrases]:
        for phrase in phrases[sentence.units[at].word.lower]:
            after = at + len(phrase)
            if after < len(sentence.units) and follows(sentence.units, at, phrase):
                frames += _named_frame(sentence, sentence.units[after].start, phrase[0] in words_of("relaying"))
    return frames


def _named_frame(sentence: Sentence, start: int, relayed: bool) -> list[Frame]:
    group = next((g for g in sentence.groups if g.end > start and g.kind == "NG"), None)
    if group is None:
        return []
    speaker = _tail(group, start)
    if speaker.units and (law := speaker.units[0].mention) and law.label in LAW:
        return []  # "final according to Article 44" says by what rule, not who says so
    return [Frame(speaker, _around(sentence, speaker), "according_to", "", speaker.start, relayed)]


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


LAW = ("PROVISION", "STATUTE")


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """first word -> the phrases that a source stands behind."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in load("words/sources")["before_source"]:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return found
