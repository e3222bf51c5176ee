"""The claims that wait, by the filters in the address."""

from collections.abc import Iterator

from starlette.responses import Response

from db import MANY, STATES, Queue, StoredClaim
from models.vocabulary import Event
from review.queues import ANY, NAMES, USUAL, query_of, queue_of
from review.routing import page
from review.visit import Visit
from review.vocabulary import words

SHOWN = 25  # claims at a time


def home(visit: Visit) -> Response:
    """Straight to work."""
    return visit.go("/queue")


def queue(visit: Visit) -> Response:
    """The claims that fit, so many at a time, and the form that filters them."""
    chosen = queue_of(visit.query)
    found = list(_claims(visit, chosen, visit.query.get("after")))
    last = visit.query.get("last")
    given = {name: visit.query.get(name, "") for name in (*NAMES, "order")}
    return visit.show(
        "queue.jinja", claims=found, query=query_of(chosen), given=given | {"state": given["state"] or USUAL},
        counts=visit.store.state_counts(), states=STATES, any=ANY, events=words(Event), shown=SHOWN, many=MANY,
        place=visit.store.place_in(chosen, found[0].id) if found else (0, 0),
        last=visit.store.claim(last) if last else None, keys=visit.keys(),
    )


def _claims(visit: Visit, chosen: Queue, after: str | None) -> Iterator[StoredClaim]:
    for _ in range(SHOWN):
        after = visit.store.next_claim(chosen, after)
        if after is None:
            return
        yield visit.store.claim(after)


ROUTES = [page("/", home), page("/queue", queue)]
