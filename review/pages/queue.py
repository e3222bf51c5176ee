"""The claims that wait, by the filters in the address."""

from itertools import islice

from starlette.responses import Response

from db import Filters
from review.routing import page
from review.visit import Visit

SHOWN = 50


def home(visit: Visit) -> Response:
    """Straight to work."""
    return visit.go("/queue")


def queue(visit: Visit) -> Response:
    """The claims that fit."""
    query = visit.query
    filters = Filters(query.get("document") or None, query.get("event") or None, query.get("state") or None)
    found = list(islice(visit.store.claims(filters), SHOWN))
    return visit.show("queue.jinja", claims=found)


ROUTES = [page("/", home), page("/queue", queue)]
