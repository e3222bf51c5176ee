"""What people write about a claim."""

from starlette.responses import Response

from review.pages.claim import shown
from review.routing import deed
from review.visit import Visit


def comment(visit: Visit) -> Response:
    """One comment; the claim stays as it is."""
    name, text = visit.path["claim"], visit.form.get("text", "").strip()
    if not text:
        return shown(visit, name, 400, "A comment has words: write some")
    visit.store.comment(name, visit.person.name, text)
    return visit.claim(name)


ROUTES = [deed("/claim/{claim}/comment", comment)]
