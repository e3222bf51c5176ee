"""Parts of speech and lemmas from closed classes, an index of verbs, and suffix rules."""

from extract.words.lexicon import Word, analyse

__all__ = ["Word", "analyse"]
