"""Everything that happened to the ledger, the newest first, and the head of its chain to note elsewhere."""

from urllib.parse import urlencode

from starlette.responses import Response

from db import Event
from review.log_view import KINDS, entries
from review.routing import page
from review.visit import Visit
from review.whole import whole

SHOWN = 50  # events at a time
PROGRAM = "-"  # in the address: what nobody did but the program; no name of a person is only that


def audit(visit: Visit) -> Response:
    """So many events before the number in the address, of one claim, person or kind where it names one."""
    given = {name: visit.query.get(name, "").strip() for name in ("claim", "who", "kind")}
    before = whole(visit.query.get("before", ""))
    found = _found(visit, given["claim"], given["who"], given["kind"], before)
    more = not given["claim"] and len(found) == SHOWN and found[-1].number > 1
    return visit.show(
        "audit.jinja", newest=visit.store.latest_events(limit=1)[0], entries=entries(visit.store, found, visit.person),
        given=given, before=before, more=more, people=visit.store.reviewers(), kinds=tuple(KINDS), program=PROGRAM,
        query=urlencode({name: value for name, value in given.items() if value}),
    )


def _found(visit: Visit, claim: str, who: str, kind: str, before: int) -> list[Event]:
    person, kinds = ("" if who == PROGRAM else who or None), KINDS.get(kind, ())
    if not claim:
        return visit.store.latest_events(before or None, SHOWN, person, kinds)
    return [event for event in visit.store.claim_events(claim)[::-1]
            if person in (None, event.who or "") and (not kinds or event.what in kinds)]


ROUTES = [page("/audit", audit)]
