"""All documents, and how far each is."""

from starlette.responses import Response

from review.routing import page
from review.visit import Visit


def documents(visit: Visit) -> Response:
    """The list."""
    return visit.show("documents.jinja", documents=visit.store.documents())


ROUTES = [page("/documents", documents)]
