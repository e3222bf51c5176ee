"""All documents, and how far each is."""

from starlette.responses import Response

from review.routing import page
from review.visit import Visit
from review.whole import whole

SHOWN = 50  # at a time


def documents(visit: Visit) -> Response:
    """The list, so many at a time."""
    found, start = visit.store.documents(), whole(visit.query.get("from", ""))
    shown = [(entry, visit.store.progress(entry.id)) for entry in found[start:start + SHOWN]]
    return visit.show("documents.jinja", documents=shown, all=len(found), start=start, step=SHOWN)


ROUTES = [page("/documents", documents)]
