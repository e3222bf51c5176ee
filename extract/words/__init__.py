"""Parts of speech and lemmas from closed classes, an index of verbs, and suffix rules."""

from extract.words.lexicon import Word, adverb_phrases, analyse, closed_classes

__all__ = ["Word", "adverb_phrases", "analyse", "closed_classes"]
