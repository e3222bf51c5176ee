"""Law and decisions: courts, statutes, provisions, charges, case numbers, citations, and a decision's card."""

from extract.law.case import read_case
from extract.law.charges import find_charges
from extract.law.check import check
from extract.law.find import find_law
from extract.law.named_parties import with_judges, with_parties
from extract.law.operative import is_time_limit, outcome_of, vote_of
from extract.law.opinions import separate_opinions

__all__ = ["check", "find_charges", "find_law", "is_time_limit", "outcome_of", "read_case", "separate_opinions",
           "vote_of", "with_judges", "with_parties"]
