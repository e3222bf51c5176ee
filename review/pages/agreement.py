"""How far two reviewers agree who judged the same claims, each without knowing what the other said."""

from starlette.responses import Response

from review.routing import page
from review.visit import Visit

FEW = 30  # claims: below, a coefficient can be far off by chance


def agreement(visit: Visit) -> Response:
    """Each pair, for all events and for each. Only for who leads: it tells what others said."""
    return visit.show("agreement.jinja", found=visit.store.agreement(), few=FEW)


ROUTES = [page("/agreement", agreement, role="lead")]
