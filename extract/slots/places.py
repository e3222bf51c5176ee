"""The place of a claim: the nearest in its sentence, else the paragraph's, else the document's first.

Inherited places have no span. The speaker's own name, and a country where the paragraph has named a town in it, do not
count.
"""

import re
from dataclasses import dataclass

from extract.claims.draft import Draft, Sentence
from extract.names import country_of
from extract.slots.nearest import nearest
from models import Document, Mention, Place, Span

PLACES = ("GPE", "LOC", "FAC")


LISTED = re.compile(r"\band\b|\bor\b|\d|\(|,.*,")


@dataclass(slots=True)
class PlaceContext:
    """What the document and the paragraph have named so far."""

    document: Document
    paragraph: int = -1
    topic: Mention | None = None
    first: Mention | None = None

    def fill(self, sentence: Sentence) -> None:
        """Places the drafts of the next sentence."""
        if sentence.paragraph != self.paragraph:
            self.paragraph = sentence.paragraph
            self.topic = self.first if self.document.kind == "report" else None
        places = self._innermost([m for m in sentence.mentions if m.label in PLACES])
        for draft in sentence.drafts:
            self._place(draft, places)
        if places:
            self.topic = places[-1] if self.topic is None or not _is_country(places[-1]) else self.topic
            self.first = self.first or next((m for m in places if not _is_country(m)), None)

    def _innermost(self, places: list[Mention]) -> list[Mention]:
        """Of "Arbin, Soum province" the first; of "in Arbin, Soum and Delta" all."""
        kept: list[Mention] = []
        for mention in places:
            gap = self.document.text[kept[-1].end : mention.start] if kept else ""
            after = self.document.text[mention.end : mention.end + 6]
            chained = kept and "," in gap and len(gap) < 20 and not LISTED.search(gap) and not LISTED.search(after)
            if not chained:
                kept.append(mention)
        return kept

    def _place(self, draft: Draft, places: list[Mention]) -> None:
        spoken = draft.source.span if draft.source else None
        own = [m for m in places if spoken is None or not (spoken.start <= m.start < spoken.end)]
        found = nearest(draft, own)
        mention = found or self.topic
        if mention is None:
            return
        span = Span(found.start, found.end) if found else None
        draft.place = Place(mention.canonical, country_of(mention.canonical), span)
        if span:
            draft.evidence["place"] = span


def _is_country(mention: Mention) -> bool:
    return country_of(mention.canonical) == mention.canonical
