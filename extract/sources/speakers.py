"""Who a speaker is, by name: a pronoun stands for the last one named, a report for its author."""

import re
from dataclasses import dataclass, field

from extract.claims.draft import Sentence
from extract.groups import Group
from extract.groups.group import written
from extract.groups.nouns import POSSESSIVE
from extract.sources.frame import Frame, words_of
from extract.sources.quotations import quotations
from extract.sources.subject import subject
from models import Mention, Source, Span
from models.rules import word_set

ARTICLES = ("the ", "a ", "an ")
OWN = ("its", "their", "his", "her")
DEFINITE = ("the", "this")
UNITED = ("un", "u.n.", "united nations")
OF_THE_UN = re.compile(r"\bUN|\bU\.N\.|United Nations")
UNSIGNED = "the document"  # the narrator of a text that names no publisher
AUTHORS = ("PERSON", "JUDGE", "LAWYER", "PARTY", "ORG", "COURT")


@dataclass(slots=True)
class Memory:
    """The last source that was named: for "he said", for quotations that run on, and for a party's pleading,
    which in a decision runs to the end of its paragraph.

    `named` is the last body with a name ("the group said"), `bodies` has them by their nouns ("the ministry said"),
    `author` is whose report the last one was ("the report said").
    """

    person: Source | None = None
    people: Source | None = None  # the same, but for a person who was only named: no "they"
    body: Source | None = None
    named: Source | None = None
    author: Source | None = None
    bodies: dict[str, Source] = field(default_factory=dict)
    quoted: Source | None = None
    pleader: Source | None = None
    paragraph: int = -1
    here: int = -1
    before: int = -1
    said: list[Span] = field(default_factory=list)

    def enter(self, sentence: Sentence, text: str) -> None:
        """Goes on to the next sentence: `here` is its paragraph, `before` the one before, `said` what is quoted."""
        if sentence.paragraph != self.here:
            self.before, self.here = self.here, sentence.paragraph
            self.said = quotations(text, sentence.block)


def meet(sentence: Sentence, memory: Memory) -> None:
    """The only person that a sentence names is "she" of the next; who issues a report is its author."""
    persons = [mention for mention in sentence.mentions if mention.label == "PERSON"]
    if len(persons) == 1:
        person = persons[0]
        memory.person = Source(_called(person), "speaker", Span(person.start, person.end))
    _meet_author(sentence, memory)


def asks(frame: Frame) -> bool:
    """Does its speaker stand for one that was named before: "she said", "its report says", "the group said"?"""
    speaker = frame.speaker
    first = speaker.units[0].word.lower
    if speaker.head in word_set("words/sources", "documents"):
        return first in OWN or first in DEFINITE
    roles = (word_set("words/sources", "roles"), word_set("words/sources", "role_bodies"))
    return (first in DEFINITE and any(speaker.head in words for words in roles)) or _is_pronoun(speaker)


def _is_pronoun(speaker: Group) -> bool:
    return speaker.text.lower() in word_set("words/sources", "pronouns")


def resolve(frame: Frame, memory: Memory, sentence: Sentence, narrator: Source) -> Source | None:
    """The frame's speaker by name; a pronoun stands for the last one named, a report for its author."""
    speaker = frame.speaker
    if speaker.head in word_set("words/sources", "documents"):
        return _of_report(frame, memory, sentence, narrator)
    if _is_pronoun(speaker):
        word = speaker.text.lower()
        person = memory.people if word == "they" else memory.person
        known = memory.body or person if word == "it" else person or memory.body
        return Source(known.name, frame.kind, known.span, known.chain) if known else None
    span = Span(speaker.start, speaker.end)
    role = _meant_by_role(speaker, memory) if narrator.kind != "court" else None
    source = Source(role.name if role else _name(speaker), frame.kind, span)
    if speaker.flags & {"person", "people", "judge"} or frame.verb in words_of("personal"):
        memory.person = memory.people = source
    else:
        memory.body = source
        _keep(source, speaker, sentence, memory)
    return source


def _keep(source: Source, speaker: Group, sentence: Sentence, memory: Memory) -> None:
    """Remembers a body by its name and nouns, and as the author of the report that its sentence speaks of."""
    named = any(mention.label == "ORG" for mention in speaker.names)
    if named:
        memory.named = source
    if named or len(speaker.units) > 2:
        for noun in word_set("words/sources", "role_bodies").intersection(source.name.lower().split()):
            memory.bodies[noun] = source
    if memory.named is source and any(g.head in word_set("words/sources", "works") for g in sentence.groups):
        memory.author = source


def _meet_author(sentence: Sentence, memory: Memory) -> None:
    """ "The union has issued a report on jails": so far it says nothing, but "the report" is its own from here on."""
    for at, group in enumerate(sentence.groups[:-1]):
        after = sentence.groups[at + 1]
        works = after.kind == "NG" and after.head in word_set("words/sources", "works")
        if works and group.kind == "VG" and group.head in word_set("words/sources", "issuing"):
            issuer = subject(sentence.groups, at)
            if issuer is not None and any(mention.label == "ORG" for mention in issuer.names):
                memory.author = memory.named = Source(_name(issuer), "speaker", Span(issuer.start, issuer.end))


def _meant_by_role(speaker: Group, memory: Memory) -> Source | None:
    """ "The rights group": the last body named; "the ministry": the last whose name has the word."""
    first, *middle = [unit.word.lower for unit in speaker.units[:-1]] or [""]
    if first not in DEFINITE:
        return None
    if speaker.head in word_set("words/sources", "role_bodies") and not middle:
        return memory.bodies.get(speaker.head) or _generic(speaker, memory)
    return _generic(speaker, memory) if word_set("words/sources", "role_words").issuperset(middle) else None


def _generic(speaker: Group, memory: Memory) -> Source | None:
    known = memory.named if speaker.head in word_set("words/sources", "roles") else None
    united = any(unit.word.lower in UNITED for unit in speaker.units)  # "the UN agency" is one of theirs
    return known if known is not None and (not united or OF_THE_UN.search(known.name)) else None


def _of_report(frame: Frame, memory: Memory, sentence: Sentence, narrator: Source) -> Source | None:
    """The author of "a report by the union", of "the report" that was spoken of; else the narrator's own."""
    speaker = frame.speaker
    author = _author(frame, memory, sentence)
    definite = speaker.units[0].word.lower in DEFINITE
    if author is None and definite and memory.author is not None:
        author = Source(memory.author.name, frame.kind, Span(speaker.start, speaker.end), memory.author.chain)
    if author is None:
        return narrator if narrator.name != UNSIGNED else Source(_name(speaker), frame.kind)
    memory.author = author
    return author


def _author(frame: Frame, memory: Memory, sentence: Sentence) -> Source | None:
    """Whose report it is: a name in its words or behind "from", "by", "of"; the one that "its" stands for."""
    speaker = frame.speaker
    span = Span(speaker.start, speaker.end)
    own = [mention for mention in speaker.names if mention.label in AUTHORS]
    if own:
        return Source(_called(own[-1]), frame.kind, span)
    if (owner := _owner(speaker)) is not None:
        return Source(owner, frame.kind, span)
    author = _named_behind([g for g in sentence.groups if g.start >= speaker.end][:10])
    if author is not None:
        return Source(_name(author), frame.kind, Span(author.start, author.end))
    if speaker.units[0].word.lower in OWN:
        first = next((g for g in sentence.groups if g.kind == "NG" and g.end <= speaker.start and g.names), None)
        return Source(_name(first), frame.kind, Span(first.start, first.end)) if first else memory.body
    issuer = _issuer(sentence.groups, speaker)
    if issuer is not None:
        return Source(_name(issuer), frame.kind, Span(issuer.start, issuer.end))
    return Source(_name(speaker), frame.kind, span) if _is_described(speaker) else None


def _owner(report: Group) -> str | None:
    """ "The union's tally" is the union's."""
    mark = next((at for at, unit in enumerate(report.units) if unit.text in POSSESSIVE), 0)
    return _plain(written(report.units[:mark])) if mark else None


def _named_behind(after: list[Group]) -> Group | None:
    """ "A report from the union", "figures that were compiled by the union"."""
    authoring, issuing = word_set("words/sources", "authoring"), word_set("words/sources", "issuing")
    for at, group in enumerate(after[:-1]):
        issued = at > 0 and after[at - 1].head in issuing and after[at - 1].flags & {"reduced", "passive"}
        if after[at + 1].kind == "NG" and ((at == 0 and group.head in authoring) or (issued and group.head == "by")):
            return after[at + 1]
        if group.kind == "VG" and group.head not in issuing:
            return None
    return None


def _issuer(groups: list[Group], report: Group) -> Group | None:
    """ "The union released a report documenting": the report is the union's."""
    at = next((i for i, group in enumerate(groups) if group is report), 0)
    issued = at > 1 and groups[at - 1].kind == "VG" and groups[at - 1].head in word_set("words/sources", "issuing")
    return subject(groups, at - 1) if issued else None


def _is_described(speaker: Group) -> bool:
    """ "Official figures" say whose they are, "a new report" does not."""
    plain = word_set("words/sources", "plain")
    before = [unit for unit in speaker.units if unit is not speaker.noun and unit.number is None]
    return any("D" not in unit.word.tags and unit.word.lower not in plain for unit in before)


def _called(mention: Mention) -> str:
    """The name in full; where the text has another one ("OHCHR"), with that in brackets."""
    text = mention.text.replace("’", "'")
    same = set(text.lower().split()) <= set(mention.canonical.lower().split())
    return mention.canonical if same else f"{mention.canonical} ({text})"


def _name(group: Group) -> str:
    """The name if the group is one, else its words without the article."""
    names = [mention for mention in group.names if mention.label in AUTHORS]
    if names and group.noun is not None and group.noun.mention is names[-1]:
        return _called(names[-1])
    units = [unit for unit in group.units if unit.number is None]  # "the 23-page report"
    return _plain(written(units or group.units))


def _plain(words: str) -> str:
    """Without the article, and with plain apostrophes."""
    text = words.replace("’", "'")
    return next((text[len(article) :] for article in ARTICLES if text.lower().startswith(article)), text)
