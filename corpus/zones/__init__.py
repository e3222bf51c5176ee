"""Zones: what each part of a page is, and what a text as a whole is."""

from corpus.zones.character import kind_of, language_of, narrator_of
from corpus.zones.days import full_date
from corpus.zones.label import Zoned, label
from corpus.zones.notes import mark_notes
from corpus.zones.paragraphs import paragraphs
from corpus.zones.rules import check, opens_boilerplate

__all__ = ["Zoned", "check", "full_date", "kind_of", "label", "language_of", "mark_notes", "narrator_of",
           "opens_boilerplate", "paragraphs"]
