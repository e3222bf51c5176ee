"""How to review, on one page."""

from starlette.responses import Response

from review.keys import KEYS
from review.routing import page
from review.visit import Visit


def helped(visit: Visit) -> Response:
    """What the keys do, what the words mean."""
    return visit.show("help.jinja", every_key=KEYS)


ROUTES = [page("/help", helped)]
