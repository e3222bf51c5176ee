"""Claims that reviewers disagree on: a third person decides, and says why."""

from starlette.responses import Response

from review.routing import page
from review.visit import Visit


def conflicts(visit: Visit) -> Response:
    """Each with what was said, where this visitor may know it."""
    found = [(claim, visit.store.visible_decisions(claim.id, visit.person.name)) for claim in visit.store.conflicts()]
    return visit.show("conflicts.jinja", conflicts=found)


ROUTES = [page("/conflicts", conflicts)]
