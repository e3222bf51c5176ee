"""Everything that happened to the ledger, the newest first, and the head of its chain to note elsewhere."""

from starlette.responses import Response

from review.log_view import entries
from review.routing import page
from review.visit import Visit
from review.whole import whole

SHOWN = 50  # events at a time


def audit(visit: Visit) -> Response:
    """So many events before the number in the address, or those of one claim."""
    claim, before = visit.query.get("claim", "").strip(), whole(visit.query.get("before", ""))
    newest = visit.store.latest_events(limit=1)[0]
    found = visit.store.claim_events(claim)[::-1] if claim else visit.store.latest_events(before or None, SHOWN)
    shown = entries(visit.store, found, visit.person)
    more = not claim and bool(found) and found[-1].number > 1
    return visit.show("audit.jinja", newest=newest, entries=shown, claim=claim, before=before, more=more)


ROUTES = [page("/audit", audit)]
