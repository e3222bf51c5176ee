"""Gives each claim its source: the frame whose scope holds it, a quotation's speaker, else the narrator."""

from extract.claims.draft import Draft, Sentence
from extract.law import separate_opinions
from extract.sources.frame import Frame
from extract.sources.frames import find_frames
from extract.sources.quotations import quotations, spoken_in
from extract.sources.speakers import UNSIGNED, Memory, asks, meet, resolve
from models import Document, Source, Span
from models.rules import load, word_set

NOTHING = Memory()  # for sentences in which nobody speaks


class Sources:
    """Who says what in a document.

    What stands before a claim is read for its speakers only when the claim's own sentence asks who was named there, by
    a pronoun or a quotation: most claims never do.
    """

    def __init__(self, document: Document) -> None:
        self._document, self._memory = document, Memory()
        self._court, self._opinions = _narrator(document), _opinions(document)
        self._unread: list[tuple[list[Sentence], int]] = []

    def fill(self, sentences: list[Sentence]) -> None:
        """Fills in `source` of the drafts of these sentences, which follow those before: whole paragraphs."""
        self._catch_up()  # the sentences of the piece before, which are let go
        for position, sentence in enumerate(sentences):
            self._unread.append((sentences, position))
            if sentence.drafts and not self._tells_itself(sentence):
                self._catch_up()

    def _tells_itself(self, sentence: Sentence) -> bool:
        """Fills in the sources of a sentence that needs nothing said before; False where it does."""
        document = self._document
        if document.kind == "decision" or spoken_in(quotations(document.text, sentence.block), sentence.span):
            return False
        frames = find_frames(sentence)
        if any(map(asks, frames)):
            return False
        nothing, narrator = Memory() if frames else NOTHING, self._narrator(sentence)
        sources = {id(frame): resolve(frame, nothing, sentence, narrator) for frame in frames}
        for draft in sentence.drafts:
            _fill(draft, frames, sources, None, nothing, narrator)
        _lean(sentence, narrator)
        return True

    def _catch_up(self) -> None:
        for sentences, position in self._unread:
            self._read(sentences, position, sentences[position])
        self._unread.clear()

    def _read(self, sentences: list[Sentence], position: int, sentence: Sentence) -> None:
        memory, document, narrator = self._memory, self._document, self._narrator(sentence)
        memory.enter(sentence, document.text)
        frames = find_frames(sentence)
        sources = {id(frame): resolve(frame, memory, sentence, narrator) for frame in frames}
        spoken = spoken_in(memory.said, sentence.span)
        if spoken is not None and not frames:
            memory.quoted, memory.paragraph = _speaker_ahead(sentences, position, memory, narrator), sentence.paragraph
        pleads = document.kind == "decision" and memory.paragraph == sentence.paragraph and not _court_speaks(sentence)
        pleaded = memory.pleader if pleads else None
        for draft in sentence.drafts:
            if draft.source is None:
                _fill(draft, frames, sources, spoken, memory, pleaded or narrator)
        _lean(sentence, narrator)
        if frames:
            memory.quoted, memory.paragraph = sources[id(frames[-1])], sentence.paragraph
        elif spoken is None:
            meet(sentence, memory)
        if frames or _court_speaks(sentence):
            memory.pleader = memory.quoted if frames and _pleads(frames[-1], sentence) else None

    def _narrator(self, sentence: Sentence) -> Source:
        at = sentence.span.start
        return next((judge for span, judge in self._opinions if span.start <= at < span.end), self._court)


def _lean(sentence: Sentence, narrator: Source) -> None:
    """A part of a figure said before ("in 17 of the cases") is said by the same source."""
    for draft in sentence.drafts:
        whole = draft.superset
        if draft.source is narrator and whole is not None and whole.source is not None:
            draft.source = Source(whole.source.name, whole.source.kind, None, whole.source.chain)


def _court_speaks(sentence: Sentence) -> bool:
    first = next((group for group in sentence.groups if group.kind == "NG"), None)
    return first is not None and ("court" in first.flags or first.head in word_set("words/sources", "courts"))


def _pleads(frame: Frame, sentence: Sentence) -> bool:
    """Whether what follows in the paragraph is still this speaker's: a party, or a report ("Dr Dell states that")."""
    if frame.speaker.head in word_set("words/sources", "pleaders"):
        return True
    verb = next((group for group in sentence.groups if group.start == frame.at and group.kind == "VG"), None)
    told = verb.text.lower() if verb is not None else ""
    named = any(mention.label in ("PERSON", "ORG") for mention in frame.speaker.names)
    return named and (told.startswith(("has ", "have ")) or told.endswith("s"))


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
    memory: Memory,
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


def _speaker_ahead(sentences: list[Sentence], position: int, memory: Memory, narrator: Source) -> Source | None:
    """A quotation of several sentences: the speaker is named behind its end, or was named before."""
    here = sentences[position]
    end = max((span.end for span in memory.said if span.start < here.span.end), default=here.span.end)
    for sentence in sentences[position + 1 : position + 6]:
        if sentence.paragraph != here.paragraph or sentence.span.start > end + 1:
            break  # who speaks behind the closing mark is another
        frames = find_frames(sentence)
        if frames:
            return resolve(frames[0], memory, sentence, narrator)
    opens = memory.paragraph == memory.before and _opens(sentences[position], memory)
    return memory.quoted if opens or memory.paragraph == memory.here else None


def _opens(sentence: Sentence, memory: Memory) -> bool:
    """Does its paragraph begin with a quotation, so that the speaker of the one before goes on?"""
    return bool(memory.said) and memory.said[0].start - sentence.paragraph < 3
