"""Gives each claim its source: the frame whose scope holds it, a quotation's speaker, else the narrator."""

from dataclasses import dataclass, field

from extract.claims.draft import Draft, Sentence
from extract.groups import Group
from extract.law import separate_opinions
from extract.sources.frame import Frame
from extract.sources.frames import find_frames
from extract.sources.quotations import quotations, spoken_in
from extract.sources.subject import subject
from models import Document, Mention, Source, Span
from models.rules import load, word_set

ARTICLES = ("the ", "a ", "an ")
UNSIGNED = "the document"  # the narrator of a text that names no publisher
AUTHORS = ("PERSON", "JUDGE", "LAWYER", "PARTY", "ORG", "COURT")


@dataclass(slots=True)
class _Memory:
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


class Sources:
    """Who says what in a document."""

    def __init__(self, document: Document) -> None:
        self._document, self._memory = document, _Memory()
        self._court, self._opinions = _narrator(document), _opinions(document)

    def fill(self, sentences: list[Sentence]) -> None:
        """Fills in `source` of the drafts of these sentences, which follow those before: whole paragraphs."""
        for position, sentence in enumerate(sentences):
            self._fill(sentences, position, sentence)

    def _fill(self, sentences: list[Sentence], position: int, sentence: Sentence) -> None:
        memory, document = self._memory, self._document
        memory.enter(sentence, document.text)
        at, opinions = sentence.span.start, self._opinions
        narrator = next((judge for span, judge in opinions if span.start <= at < span.end), self._court)
        frames = find_frames(sentence)
        sources = {id(frame): _resolve(frame, memory, sentence, narrator) for frame in frames}
        spoken = spoken_in(memory.said, sentence.span)
        if spoken is not None and not frames:
            memory.quoted, memory.paragraph = _speaker_ahead(sentences, position, memory, narrator), sentence.paragraph
        pleads = document.kind == "decision" and memory.paragraph == sentence.paragraph and not _court_speaks(sentence)
        pleaded = memory.pleader if pleads else None
        for draft in sentence.drafts:
            _fill(draft, frames, sources, spoken, memory, pleaded or narrator)
        _lean(sentence, narrator)
        if frames:
            memory.quoted, memory.paragraph = sources[id(frames[-1])], sentence.paragraph
        elif spoken is None:
            _meet(sentence, memory)
        if frames or _court_speaks(sentence):
            pleads = bool(frames) and frames[-1].speaker.head in word_set("words/sources", "pleaders")
            memory.pleader = memory.quoted if pleads else None


def _meet(sentence: Sentence, memory: _Memory) -> None:
    """The only person that a sentence names is "she" of the next."""
    persons = [mention for mention in sentence.mentions if mention.label == "PERSON"]
    if len(persons) == 1:
        person = persons[0]
        memory.person = Source(_called(person), "speaker", Span(person.start, person.end))


def _lean(sentence: Sentence, narrator: Source) -> None:
    """A part of a figure said before ("in 17 of the cases") is said by the same source."""
    for draft in sentence.drafts:
        whole = draft.superset
        if draft.source is not narrator or whole is None or whole.source is None:
            continue
        if whole.sentence is not sentence:
            draft.source = Source(whole.source.name, whole.source.kind, None, whole.source.chain)


def _court_speaks(sentence: Sentence) -> bool:
    first = next((group for group in sentence.groups if group.kind == "NG"), None)
    return first is not None and ("court" in first.flags or first.head in word_set("words/sources", "courts"))


def _narrator(document: Document) -> Source:
    if document.kind == "decision":
        return Source(document.publisher or "the court", "court")
    return Source(document.publisher or UNSIGNED, "publisher")


def _opinions(document: Document) -> list[tuple[Span, Source]]:
    """The separate opinions of a decision, each with its author: what stands in them is not the court's."""
    found = separate_opinions(document) if document.kind == "decision" else ()
    return [(opinion.span, Source(opinion.text, "speaker")) for opinion in found if opinion.span]


def _fill(
    draft: Draft,
    frames: list[Frame],
    sources: dict[int, Source | None],
    spoken: Span | None,
    memory: _Memory,
    narrator: Source,
) -> None:
    at = draft.number.start
    inside = [frame for frame in frames if frame.scope.start <= at < frame.scope.end and not _own(frame, draft)]
    inside = [frame for frame in inside if frame.speaker.text.lower() not in ("i", "we")]  # that is the quoted speaker
    direct = [frame for frame in inside if not frame.relayed]
    chosen = min(direct or inside, key=lambda frame: abs(frame.at - at), default=None)
    source = sources[id(chosen)] if chosen else None
    relayed = [known.name for frame in inside if frame.relayed and (known := sources[id(frame)]) and known != source]
    if source is not None and relayed:
        source = Source(source.name, source.kind, source.span, tuple(relayed))
    quoted = spoken is not None and spoken.start <= at < spoken.end
    if source is None and quoted and memory.paragraph == draft.sentence.paragraph:
        source = memory.quoted
    if source is not None and quoted:
        source = Source(source.name, "quoted_speaker", source.span, source.chain)
    draft.source = source or narrator
    if draft.source.span is not None:
        draft.evidence["source"] = draft.source.span
    if chosen is not None:
        _status(draft, chosen)


def _own(frame: Frame, draft: Draft) -> bool:
    """ "Two witnesses said": the counted are the speakers, not what is said."""
    return frame.speaker.start <= draft.number.start < frame.speaker.end


def _status(draft: Draft, frame: Frame) -> None:
    if draft.status != "stated":
        return
    for status, verbs in load("words/sources")["status"].items():
        if frame.verb in verbs and not status.endswith("_words"):
            draft.status = status
            return


def _speaker_ahead(sentences: list[Sentence], position: int, memory: _Memory, narrator: Source) -> Source | None:
    """A quotation of several sentences: the speaker is named behind its end, or was named before."""
    here = sentences[position]
    end = max((span.end for span in memory.said if span.start < here.span.end), default=here.span.end)
    for sentence in sentences[position + 1 : position + 6]:
        if sentence.paragraph != here.paragraph or sentence.span.start > end + 1:
            break  # who speaks behind the closing mark is another
        frames = find_frames(sentence)
        if frames:
            return _resolve(frames[0], memory, sentence, narrator)
    opens = memory.paragraph == memory.before and _opens(sentences[position], memory)
    return memory.quoted if opens or memory.paragraph == memory.here else None


def _opens(sentence: Sentence, memory: _Memory) -> bool:
    """Does its paragraph begin with a quotation, so that the speaker of the one before goes on?"""
    return bool(memory.said) and memory.said[0].start - sentence.paragraph < 3


def _resolve(frame: Frame, memory: _Memory, sentence: Sentence, narrator: Source) -> Source | None:
    """The frame's speaker by name; a pronoun stands for the last one named, a report for its author."""
    words = frame.speaker.text.lower()
    if frame.speaker.head in word_set("words/sources", "documents"):
        unsigned = narrator if narrator.name != UNSIGNED else Source(_name(frame.speaker), frame.kind)
        return _author(frame, memory, sentence) or unsigned
    if words in word_set("words/sources", "pronouns"):
        known = memory.body if words == "it" else memory.person or memory.body
        known = known or memory.person
        return Source(known.name, frame.kind, known.span, known.chain) if known else None
    source = Source(_name(frame.speaker), frame.kind, Span(frame.speaker.start, frame.speaker.end))
    if frame.speaker.flags & {"person", "people", "judge"}:
        memory.person = source
    else:
        memory.body = source
    return source


def _author(frame: Frame, memory: _Memory, sentence: Sentence) -> Source | None:
    """Whose report it is: a name in its words or behind "from", "by", "of"; the one that "its" stands for."""
    speaker = frame.speaker
    span = Span(speaker.start, speaker.end)
    own = [mention for mention in speaker.names if mention.label in AUTHORS]
    if own:
        return Source(_called(own[-1]), frame.kind, span)
    after = [g for g in sentence.groups if g.start >= speaker.end][:2]
    if [g.kind for g in after[1:]] == ["NG"] and after[0].head in word_set("words/sources", "authoring"):
        return Source(_name(after[1]), frame.kind, Span(after[1].start, after[1].end))
    if speaker.units[0].word.lower in ("its", "their", "his", "her"):
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
