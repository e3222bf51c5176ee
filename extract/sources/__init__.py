"""Who says so: frames of speech in a sentence, and which claims stand in their scope."""

from extract.sources.attribute import attribute

__all__ = ["attribute"]
