"""How far two reviewers agree who judged the same claims, each without knowing what the other said."""

from collections.abc import Sequence
from itertools import groupby

from starlette.responses import Response

from db import Agreement
from review.routing import page
from review.visit import Visit

FEW = 30  # claims: below, a coefficient can be far off by chance

Row = tuple[Agreement, list[Agreement]]  # on the claims of a pair and an event, and on each slot of them


def agreement(visit: Visit) -> Response:
    """Each pair, for all events and for each, on the claim and slot by slot.

    Only for who leads: it tells what others said.
    """
    rows = by_event(visit.desk.agreements.of(visit.store))
    slots = next((of for _, of in rows if of), [])
    return visit.show("agreement.jinja", rows=rows, few=FEW, slots=[item.slot for item in slots])


def by_event(found: Sequence[Agreement]) -> list[Row]:
    """Each pair and event with its slots, if both ever took a claim for one."""
    groups = groupby(found, lambda item: (item.first, item.second, item.event))
    return [(next(group), list(group)) for _, group in groups]


ROUTES = [page("/agreement", agreement, role="lead")]
