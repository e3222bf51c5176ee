"""Rejecting all open claims of a rule, after a look at what would be rejected: one event for each claim."""

from collections.abc import Iterator

from starlette.responses import Response

from db import Filters, Queue
from models.rulebook import claim_rule
from review.routing import deed, page
from review.visit import Visit

SHOWN, MOST = 50, 2_000  # claims on the page; claims rejected at once
WAITING = "open"


def ask(visit: Visit, said: str = "") -> Response:
    """How many there are, and the first of them; nothing is rejected by looking."""
    name = visit.path["rule"]
    claims = list(_waiting(visit, name, SHOWN))
    number = visit.store.place_in(_queue(name), claims[0])[1] if claims else 0
    shown = [visit.store.claim(claim) for claim in claims]
    return visit.show("rule_reject.jinja", 400 if said else 200, name=name, rule=claim_rule(name), claims=shown,
                      number=number, most=MOST, said=said, reason=visit.form.get("reason", ""))


def reject(visit: Visit) -> Response:
    """Each open claim of the rule is rejected, with the same reason."""
    name, reason = visit.path["rule"], visit.form.get("reason", "").strip()
    claims = list(_waiting(visit, name, MOST))
    if not reason or visit.form.get("number") != str(len(claims)):
        return ask(visit, "Say why, and how many: the number of claims below, in digits.")
    for claim in claims:
        visit.store.decide(claim, "reject", visit.person.name, f"{reason} (with all open claims of the rule {name})")
    return visit.go("/queue", rule=name, state="rejected")


def _queue(rule: str) -> Queue:
    return Queue(Filters(rule=rule, state=WAITING))


def _waiting(visit: Visit, rule: str, most: int) -> Iterator[str]:
    claim = None
    for _ in range(most):
        claim = visit.store.next_claim(_queue(rule), claim)
        if claim is None:
            return
        yield claim


ROUTES = [page("/rule/{rule}/reject", ask, role="lead"), deed("/rule/{rule}/reject", reject, role="lead")]
