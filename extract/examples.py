"""All rules of all stages against their examples."""

from extract import dates, law, names, numbers
from extract.claims import check as claims
from models.rules import RuleProblem


def check_all() -> list[RuleProblem]:
    """The rules that do not hold on one of their examples; empty when all do."""
    problems = [problem for stage in (dates, numbers, law, names) for problem in stage.check()]
    return [*problems, *claims.check()]
