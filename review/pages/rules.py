"""Each rule's record with the reviewers: which of them to mend first."""

from collections.abc import Sequence

from starlette.responses import Response

from db import Worth
from models.rulebook import claim_rule
from review.blind import is_blind
from review.routing import page
from review.visit import Visit

REASONS = 3   # shown of each rule
ORDERS = ("claims", "doubtful")


def rules(visit: Visit) -> Response:
    """The rule with the most claims first, or the one that reviewers approve least."""
    order = visit.query.get("order", "")
    chosen = order if order in ORDERS else ORDERS[0]
    found = _ordered(list(visit.desk.worths.of(visit.store).values()), chosen)
    shown = [(worth, claim_rule(worth.rule)) for worth in found]
    return visit.show("rules.jinja", rules=shown, order=chosen, most=REASONS, blind=is_blind(visit))


def judged(worth: Worth) -> int:
    """How many verdicts there are on the rule's claims."""
    return worth.approved + worth.corrected + worth.rejected


def _ordered(found: Sequence[Worth], order: str) -> list[Worth]:
    if order == ORDERS[0]:
        return list(found)
    return sorted(found, key=lambda worth: (not judged(worth), worth.approved / (judged(worth) or 1), -judged(worth)))


ROUTES = [page("/rules", rules)]
