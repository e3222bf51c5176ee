"""Counting what is right: claims by slot, event and rule, names by label, dates by value, numerals by fate."""

from factledger.gold import GoldDocument
from factledger.scoring.case import add_case
from factledger.scoring.claims import add_claims
from factledger.scoring.mentions import add_dates, add_names, add_nothings, add_numerals
from factledger.scoring.tally import Disagreement, Scores, Tally, by_category
from models import Extraction

__all__ = ["Disagreement", "Scores", "Tally", "add_scores", "by_category"]


def add_scores(scores: Scores, gold: GoldDocument, found: Extraction) -> None:
    """Counts one document's extraction against its gold."""
    add_claims(scores, gold, found.claims)
    add_nothings(scores, gold, found.numerals)
    add_names(scores, gold, found.mentions)
    add_dates(scores, gold, found.mentions)
    add_numerals(scores, gold, found.numerals)
    add_case(scores, gold, found.case)
