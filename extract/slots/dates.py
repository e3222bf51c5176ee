"""The date of a claim: the nearest in its sentence, else inherited by stated rules.

Inherited (the span stays None): the last topic date of the paragraph; at the head of a new paragraph of a report, the
first topic date of the document; for what courts and prosecutors did only a period, no day: they come after it.
A topic date is no date of speech ("said today"), of comparison ("than in 2019") and no as-of date.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from extract.claims.draft import Draft, Sentence
from extract.slots.compared import is_compared, is_of_comparison, is_relative, period_before
from extract.slots.nearest import BESIDE, around, is_of_a_bracket, is_of_a_part, nearest
from extract.slots.parts import is_procedural
from extract.slots.stretches import stretches
from models import DateValue, Document, Mention, Span, When
from models.rules import word_set, word_tuple

LONGEST_CASE = 150  # characters of a case's name before its day
VERSUS = re.compile(r"\s(?:v|vs|versus)\.?\s(?=[A-Z])")
OTHERS = (is_of_a_part, is_of_a_bracket, is_of_comparison)  # whose date it is, if not this claim's
REACH = 60  # characters before a date in which "since" may stand
RECALLED = 60  # characters before it in which a superlative may stand


@dataclass(slots=True)
class DateContext:
    """What the document and the paragraph have dated so far; `inherited` until the paragraph names its own date."""

    document: Document
    paragraph: int = -1
    topic: Mention | None = None
    first: Mention | None = None
    inherited: bool = True

    def fill(self, sentence: Sentence) -> None:
        """Dates the drafts of the next sentence."""
        if sentence.paragraph != self.paragraph:
            self.paragraph = sentence.paragraph
            self.topic, self.inherited = (self.first if self.document.kind == "report" else None), True
        dates = self._dates(sentence)
        if not dates and not sentence.drafts:
            return
        spoken = [m for m in dates if self._is_spoken(sentence, m)]
        aside = [m for m in dates if self._is(m, "comparing") or self._is(m, "birth") or self._is_of_a_record(m)]
        events = [m for m in dates if m not in spoken and m not in aside]
        for draft in sentence.drafts:
            self._date(draft, events, spoken)
        if sentence.block.kind == "caption":
            return  # a photograph has a day of its own
        topic = next((m for m in events if not self._is(m, "as_of")), None)
        if topic is not None:
            self.topic, self.inherited = topic, False
            self.first = self.first or topic if sentence.drafts or sentence.block.kind == "paragraph" else self.first

    def _dates(self, sentence: Sentence) -> list[Mention]:
        dated = [m for m in sentence.mentions if isinstance(m.value, DateValue) and m.value.precision != "vague"]
        return stretches(self.document.text, dated) if len(dated) > 1 else dated

    def _date(self, draft: Draft, events: list[Mention], spoken: list[Mention]) -> None:
        near = [m for m in around(draft, events) if not any(is_of(draft, m) for is_of in OTHERS)]
        decided = _case_date(self.document.text, draft.sentence, events) if is_procedural(draft) else None
        found = decided or nearest(draft, near, self.topic is not None)
        if is_compared(draft):
            draft.happened = self._compared(draft, found)
            if draft.happened is not None:
                return
        topic = self.topic if self._may_inherit(draft) else None
        mention = found or topic
        if mention is not None:
            when = self._when(mention, found is not None)
            if found is not None and self._is(found, "as_of"):
                draft.as_of = when
            else:
                draft.happened = when
        if found is not None:
            draft.evidence["date"] = Span(found.start, found.end)
        if spoken and draft.as_of is None and draft.source is not None and draft.source.span is not None:
            draft.as_of = self._when(spoken[0], True)

    def _compared(self, draft: Draft, found: Mention | None) -> When | None:
        """The figure that another is set against: its own date, that of the comparison, or the period before."""
        dates = self._dates(draft.sentence)
        beside = next((m for m in dates if 0 <= m.start - draft.group.end < BESIDE), None)
        if beside is not None and not is_relative(beside):
            return None
        compared = next((m for m in dates if self._is(m, "comparing") and not is_relative(m)), None)
        if compared is not None:
            return self._when(compared, True)
        return period_before(self.topic if found is None or found is beside else found)

    def _may_inherit(self, draft: Draft) -> bool:
        """The day of an incident is not that of a trial in a later paragraph; a period covers all that is counted."""
        if not self.inherited or self.topic is None or not is_procedural(draft):
            return True
        value = self.topic.value
        return isinstance(value, DateValue) and (value.precision == "year" or "/" in value.edtf)

    def _when(self, mention: Mention, here: bool) -> When:
        assert isinstance(mention.value, DateValue)
        span = Span(mention.start, mention.end) if here else None
        when = When(mention.value.edtf, mention.value.precision, span)
        closed = "/" in when.edtf and not when.edtf.endswith("/..")
        if closed or not (when.edtf.endswith("/..") or self._since(mention)):
            return when
        published = self.document.published
        return replace(when, edtf=f"{when.edtf.removesuffix('/..')}/{published.isoformat() if published else '..'}")

    def _since(self, mention: Mention) -> bool:
        before = self.document.text[max(0, mention.start - REACH) : mention.start].lower()
        return " since " in f" {before.split('.')[-1]} " and "," not in before.split(" since ")[-1]

    def _is(self, mention: Mention, kind: str) -> bool:
        """Does a word of this kind stand right before the date?"""
        before = self.document.text[max(0, mention.start - 24) : mention.start].lower().rstrip()
        return before.endswith(word_tuple("words/slots", kind))

    def _is_of_a_record(self, mention: Mention) -> bool:
        """ "67 were killed in 2022, the highest number since 2018": the year to which a superlative looks back."""
        text, start = self.document.text, mention.start
        since = mention.text.lower().startswith("since ") or text[max(0, start - 6) : start].lower() == "since "
        return since and _looks_back().search(text, max(0, start - RECALLED), start) is not None

    def _is_spoken(self, sentence: Sentence, mention: Mention) -> bool:
        """ "said today", "published on 21 April": the date of the saying, not of what is said."""
        groups = sentence.groups
        index = next((i for i, g in enumerate(groups) if g.start <= mention.start < g.end), 0)
        before = [g for g in groups[max(0, index - 3) : index] if g.kind != "P"]
        return bool(before) and before[-1].kind == "VG" and before[-1].head in word_set("words/slots", "saying")


@cache
def _looks_back() -> re.Pattern[str]:
    """ "the second highest number (since)", at the end."""
    words = "|".join(word_set("words/slots", "superlatives"))
    superlative = rf"\b(?:the|its|their|an?) (?:[a-z]+[ -])?(?:{words})\b"
    return re.compile(rf"{superlative}(?: [\w’'-]+){{0,5}}? (?:since )?$", re.IGNORECASE)


def _case_date(text: str, sentence: Sentence, dates: list[Mention]) -> Mention | None:
    """ "- State v Vane of 6 May 2004 concerning thefts in 2001": an item of a list of cases has the day of its case."""
    first = dates[0] if dates else None
    begin = sentence.span.start
    if first is None or first.start - begin > LONGEST_CASE or not VERSUS.search(text, begin, first.start):
        return None
    return None if any(group.kind == "VG" for group in sentence.groups if group.start < first.start) else first
