"""All documents, and how far each is."""

from starlette.responses import Response

from review.routing import page
from review.visit import Visit

SHOWN = 100  # at a time


def documents(visit: Visit) -> Response:
    """The list, so many at a time, after the one that the address names."""
    found = visit.store.documents_after(visit.query.get("after") or None, SHOWN)
    return visit.show("documents.jinja", documents=found, more=len(found) == SHOWN, after=visit.query.get("after"))


ROUTES = [page("/documents", documents)]
