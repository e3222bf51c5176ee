"""One claim beside its source."""

from starlette.responses import Response

from models.vocabulary import Event, Polarity, SourceKind, Status
from review.claim_view import ClaimView
from review.editing import as_fields
from review.queues import queue_of
from review.reasons import REASONS
from review.routing import page
from review.visit import Visit
from review.vocabulary import words


def claim(visit: Visit) -> Response:
    """The claim; looking at it decides nothing."""
    return shown(visit, visit.path["claim"])


def shown(visit: Visit, name: str, status: int = 200, said: str = "", editing: bool = False) -> Response:
    """The page of a claim, with something to be said, and the edit form as it was filled in."""
    stored = visit.store.claim(name)
    view = ClaimView(visit, stored, queue_of(visit.query))
    last = visit.query.get("last")
    return visit.show(
        "claim.jinja", status, view=view, reasons=REASONS, said=said[:1].upper() + said[1:],
        form=visit.form,
        fields=as_fields(view.claim) | (dict(visit.form) if editing else {}), editing=editing,
        last=visit.store.claim(last) if last else None, keys=visit.keys(),
        events=words(Event), polarities=words(Polarity), statuses=words(Status), kinds=words(SourceKind),
    )


def onward(visit: Visit, forwards: bool) -> Response:
    """The next claim of the queue, or the one before, whatever was decided about it."""
    queue, name = queue_of(visit.query), visit.path["claim"]
    found = visit.store.next_claim(queue, name) if forwards else visit.store.previous_claim(queue, name)
    return visit.claim(found or visit.store.claim(name).id, end="" if found else ("last" if forwards else "first"))


def following(visit: Visit) -> Response:
    """The claim after this one."""
    return onward(visit, forwards=True)


def preceding(visit: Visit) -> Response:
    """The claim before this one."""
    return onward(visit, forwards=False)


def first(visit: Visit) -> Response:
    """The first claim that waits for this person."""
    found = visit.store.next_claim(queue_of(visit.query), None, visit.person.name)
    return visit.claim(found) if found else visit.go(f"/queue?{visit.queue_query()}")


ROUTES = [
    page("/next", first), page("/claim/{claim}", claim), page("/claim/{claim}/next", following),
    page("/claim/{claim}/previous", preceding),
]
