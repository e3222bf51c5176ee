"""The rules: a Document becomes an Extraction. Knows no file format and no database."""

from models import Document, Extraction
from models.rules import RuleProblem


def extract(document: Document) -> Extraction:
    """Everything that the rules find in a document: mentions, claims, numerals, and the case of a decision."""
    from extract.pipeline import find, found_in

    return found_in(find(document)).extraction


def check() -> list[RuleProblem]:
    """Every rule against its examples; empty when all hold."""
    from extract.examples import check_all

    return check_all()


__all__ = ["check", "extract"]
