"""The rules: a Document becomes an Extraction. Knows no file format and no database."""

from extract.errors import PipelineError
from models import Document, Extraction
from models.rules import RuleProblem


def extract(document: Document, ner: str | None = None) -> Extraction:
    """Everything that the rules find in a document: mentions, claims, numerals, and the case of a decision.

    `ner` is an installed spaCy pipeline, by name or folder, that proposes more names. Raises PipelineError, a
    ValueError, where it cannot be loaded.
    """
    from extract.pipeline import find, found_in

    return found_in(find(document, ner)).extraction


def check() -> list[RuleProblem]:
    """Every rule against its examples; empty when all hold."""
    from extract.examples import check_all

    return check_all()


__all__ = ["PipelineError", "check", "extract"]
