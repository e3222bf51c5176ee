"""Who says so: frames of speech in a sentence, and which claims stand in their scope."""

from extract.sources.attribute import Sources

__all__ = ["Sources"]
