"""Who a speaker is, by name: a pronoun stands for the last one named, a report for its author."""

from dataclasses import dataclass, field

from extract.claims.draft import Sentence
from extract.groups import Group
from extract.sources.frame import Frame
from extract.sources.quotations import quotations
from extract.sources.subject import subject
from models import Mention, Source, Span
from models.rules import word_set

ARTICLES = ("the ", "a ", "an ")
OWN = ("its", "their", "his", "her")
UNSIGNED = "the document"  # the narrator of a text that names no publisher
AUTHORS = ("PERSON", "JUDGE", "LAWYER", "PARTY", "ORG", "COURT")


@dataclass(slots=True)
class Memory:
    """The last source that was named: for "he said", for quotations that run on, and for a party's pleading,
    which in a decision runs to the end of its paragraph."""

    person: Source | None = None
    body: Source | None = None
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
    """The only person that a sentence names is "she" of the next."""
    persons = [mention for mention in sentence.mentions if mention.label == "PERSON"]
    if len(persons) == 1:
        person = persons[0]
        memory.person = Source(_called(person), "speaker", Span(person.start, person.end))


def asks(frame: Frame) -> bool:
    """Does its speaker stand for one that was named before: "she said", "its report says"?"""
    speaker = frame.speaker
    report = speaker.head in word_set("words/sources", "documents")
    return speaker.units[0].word.lower in OWN if report else _is_pronoun(speaker)


def _is_pronoun(speaker: Group) -> bool:
    return speaker.text.lower() in word_set("words/sources", "pronouns")


def resolve(frame: Frame, memory: Memory, sentence: Sentence, narrator: Source) -> Source | None:
    """The frame's speaker by name; a pronoun stands for the last one named, a report for its author."""
    if frame.speaker.head in word_set("words/sources", "documents"):
        unsigned = narrator if narrator.name != UNSIGNED else Source(_name(frame.speaker), frame.kind)
        return _author(frame, memory, sentence) or unsigned
    if _is_pronoun(frame.speaker):
        known = memory.body if frame.speaker.text.lower() == "it" else memory.person or memory.body
        known = known or memory.person
        return Source(known.name, frame.kind, known.span, known.chain) if known else None
    source = Source(_name(frame.speaker), frame.kind, Span(frame.speaker.start, frame.speaker.end))
    if frame.speaker.flags & {"person", "people", "judge"}:
        memory.person = source
    else:
        memory.body = source
    return source


def _author(frame: Frame, memory: Memory, sentence: Sentence) -> Source | None:
    """Whose report it is: a name in its words or behind "from", "by", "of"; the one that "its" stands for."""
    speaker = frame.speaker
    span = Span(speaker.start, speaker.end)
    own = [mention for mention in speaker.names if mention.label in AUTHORS]
    if own:
        return Source(_called(own[-1]), frame.kind, span)
    after = [g for g in sentence.groups if g.start >= speaker.end][:2]
    if [g.kind for g in after[1:]] == ["NG"] and after[0].head in word_set("words/sources", "authoring"):
        return Source(_name(after[1]), frame.kind, Span(after[1].start, after[1].end))
    if speaker.units[0].word.lower in OWN:
        first = next((g for g in sentence.groups if g.kind == "NG" and g.end <= speaker.start and g.names), None)
        return Source(_name(first), frame.kind, Span(first.start, first.end)) if first else memory.body
    issuer = _issuer(sentence.groups, speaker)
    if issuer is not None:
        return Source(_name(issuer), frame.kind, Span(issuer.start, issuer.end))
    return Source(_name(speaker), frame.kind, span) if _is_described(speaker) else None


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
    text = group.text.replace("’", "'")
    for article in ARTICLES:
        if text.lower().startswith(article):
            return text[len(article) :]
    return text
