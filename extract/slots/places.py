"""The place of a claim: the nearest in its sentence, else the paragraph's, else the document's first.

Inherited places have no span. The speaker's own name, and a country where the paragraph has named a town in it, do not
count.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.claims.draft import Draft, Sentence
from extract.names import country_of
from extract.slots.actors import behind_actor, is_of_rulers
from extract.slots.locate import is_elsewhere, is_left, with_kind
from extract.slots.nearest import around, is_of_a_part, nearest
from extract.slots.series import place_in_turn
from models import Document, Mention, Place, Span

PLACES = ("GPE", "LOC", "FAC")
READ = ("paragraph", "list_item", "table")  # blocks that lend their places to what follows


SEAT = re.compile(r"(?:\b(?:at|in|of) (?:the )?|^(?:the )?)([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)")
WITHIN = re.compile(r"(?: [a-z]+){0,2},? (?:in|of|near) (?:the )?")
# a dateline in brackets, or with its year, or in small letters, and no agency
RELEASED = re.compile(r"\(|[^(]*\b(?:19|20)\d\d\b[^(]*$|(?:The )?[A-Z][a-z][^(]*$")
LISTED = re.compile(r"\band\b|\bor\b|\d|\(|,.*,")


@dataclass(slots=True)
class PlaceContext:
    """What the document, the section and the paragraph have named so far; `first` may come from the dateline."""

    document: Document
    first: Mention | None = None
    section: Mention | None = None
    topic: Mention | None = None
    paragraph: int = -1
    unknown: list[Mention] = field(default_factory=list)  # places that only their neighbours show, in order

    def fill(self, sentence: Sentence) -> None:
        """Places the drafts of the next sentence."""
        if sentence.paragraph != self.paragraph:
            self.paragraph = sentence.paragraph
            self.topic = (self.section or self.first) if self.document.kind == "report" else None
        places = [m for m in sentence.mentions if m.label in PLACES]
        if unknown := self._unknown(sentence):
            places = sorted([*places, *unknown], key=lambda mention: mention.start)
        if len(places) > 1:
            places = self._innermost(places, [draft.number.start for draft in sentence.drafts])
        if not places and self.document.kind == "decision":
            places = [seat for m in sentence.mentions if m.label == "COURT" and (seat := _seat(m))]
        found = self._place_all(sentence, places) if sentence.drafts else []
        if places or sentence.block.kind == "heading":
            self._remember(sentence, found, places)

    def _place_all(self, sentence: Sentence, places: list[Mention]) -> list[Mention]:
        """Places all its drafts; gives the mentions that do."""
        text = self.document.text
        here = [m for m in places if not _is_of_a_person(sentence, m) and not is_elsewhere(text, m)]
        here = [m for m in here if _is_country(m) or not is_of_rulers(text, m)]
        found = [mention for draft in sentence.drafts if (mention := self._place(draft, here))]
        if len(found) > 1:
            place_in_turn(sentence, here)
        return found

    def _unknown(self, sentence: Sentence) -> list[Mention]:
        if not self.unknown:
            return []
        first = bisect_left(self.unknown, sentence.span.start, key=lambda mention: mention.start)
        last = bisect_left(self.unknown, sentence.span.end, key=lambda mention: mention.start)
        return self.unknown[first:last]

    def _remember(self, sentence: Sentence, found: list[Mention], places: list[Mention]) -> None:
        """What may be inherited: a title serves the document, a heading its section, a caption nothing."""
        if len({mention.canonical for mention in found}) > 1:  # "12 in Arbin, nine in Soum": what holds them goes on
            found, places = [], [mention for mention in places if mention not in found]
        local = [mention for mention in (found or places) if not _is_country(mention)]
        kind = sentence.block.kind
        if kind == "title":
            self.first = self.first or next(iter(places), None)
        elif kind == "heading":
            self.section = local[0] if local else None
        elif kind in READ and local:
            self.topic = local[-1] if found else local[0]
            self.first = self.first or local[0]
        elif kind in READ and places and self.topic is None:
            self.topic = places[0]

    def _innermost(self, places: list[Mention], figures: list[int]) -> list[Mention]:
        """Of "Arbin, Soum province" and "the prison in Arbin" the first; of "in Arbin, Soum and Delta" all."""
        kept: list[Mention] = []
        for mention in places:
            gap = self.document.text[kept[-1].end : mention.start] if kept else ""
            after = self.document.text[mention.end : mention.end + 6]
            chained = "," in gap and len(gap) < 20 and not (LISTED.search(gap) or LISTED.search(after))
            within = WITHIN.fullmatch(gap) and not LISTED.search(gap)  # no "in Mali and six in Niger"
            parted = kept and any(kept[-1].end <= figure < mention.start for figure in figures)
            if not kept or parted or not (chained or within):  # parted: "in Arbin, four; in Soum, nine"
                kept.append(mention)
        return kept

    def _place(self, draft: Draft, places: list[Mention]) -> Mention | None:
        """Fills the slot; gives the mention if it stands in the sentence."""
        spoken = draft.source.span if draft.source else None
        own = [m for m in places if spoken is None or not (spoken.start <= m.start < spoken.end)]
        text, at = self.document.text, draft.number.start
        near = [m for m in around(draft, own) if not is_left(text, m, at) and not is_of_a_part(draft, m)]
        found = nearest(draft, near)
        found = behind_actor(draft, found, near, text) if found is not None else None
        mention = found or self.topic
        if mention is None:
            return None
        span = Span(found.start, found.end) if found else None
        name = with_kind(self.document.text, mention)
        draft.place = Place(name, country_of(mention.canonical), span)
        if span:
            draft.evidence["place"] = span
        return found


def dateline_place(document: Document, mentions: Sequence[Mention]) -> Mention | None:
    """The town of "KADUNA, Nigeria (AFP) -": an agency files from where it happened.

    "(Berlin, ...)" and "Berlin, 4 May 2020 -" name the office that released the text.
    """
    for block in document.blocks:
        if block.kind == "dateline" and not RELEASED.match(document.text, block.start, block.end):
            return next((m for m in mentions if m.label in PLACES and block.start <= m.start < block.end), None)
    return None


def _is_of_a_person(sentence: Sentence, place: Mention) -> bool:
    """ "senior Central Asia researcher": the place is a part of what somebody is."""
    group = next((g for g in sentence.groups if g.start <= place.start < g.end), None)
    if group is None or group.noun is None or group.noun.start <= place.start or group.number is not None:
        return False
    return group.noun.word.person


def _seat(court: Mention) -> Mention | None:
    """The town in a court's name: "the Crown Court at Wood Green", "Dublin District Court"."""
    for match in SEAT.finditer(court.text):
        words = match[1].split()
        for name in (match[1], words[0]):  # "Wood Green", "Dublin District"
            if country_of(name):
                start = court.start + match.start(1)
                return Mention("GPE", start, start + len(name), name, name, "seat-of-a-court")
    return None


def _is_country(mention: Mention) -> bool:
    return country_of(mention.canonical) == mention.canonical
