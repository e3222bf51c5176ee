"""What a claim should say, corrected by its words in the source."""

from starlette.responses import Response

from db import StaleError, StoreError
from models import ShapeError
from review.claim_view import ClaimView
from review.editing import correction
from review.pages.claim import shown
from review.pages.decide import go_on, overtaken, seen
from review.queues import queue_of
from review.routing import deed
from review.trouble import later, plain
from review.visit import Visit


def correct(visit: Visit) -> Response:
    """One correction, then the next claim; a form that cannot stand comes back as it was filled in."""
    name = visit.path["claim"]
    view = ClaimView(visit, visit.store.claim(name), queue_of(visit.query))
    try:
        values = correction(visit.form, view.claim, view.document)
        changed = {slot: value for slot, value in values.items() if view.stored.record.get(slot) != value}
        reason = visit.form.get("reason", "").strip() or None
        visit.store.correct(view.stored.id, changed, visit.person.name, reason, seen=seen(visit))
    except StaleError:
        return overtaken(visit)
    except (StoreError, ShapeError, ValueError) as error:
        if later(error):
            raise
        return shown(visit, name, 409, plain(str(error)), editing=True)
    return go_on(visit)


ROUTES = [deed("/claim/{claim}/correct", correct)]
