"""Where words stand in the documents and in the claims."""

from starlette.responses import Response

from review.routing import page
from review.visit import Visit

MOST = 100  # results


def search(visit: Visit) -> Response:
    """The paragraphs and claims that have all the words, in the order of documents and text."""
    words = visit.query.get("words", "")
    hits = visit.store.search(words, MOST)
    return visit.show("search.jinja", words=words, hits=hits, most=MOST)


ROUTES = [page("/search", search)]
