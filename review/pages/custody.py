"""The sheet of one claim, to be printed: where it stands, what it says, who decided what, and how to check all that."""

from dataclasses import dataclass

from starlette.responses import Response

from db import Queue
from review.claim_view import ClaimView
from review.log_view import entries
from review.routing import page
from review.visit import Visit

AROUND = 240  # characters shown on both sides of the quote


@dataclass(frozen=True, slots=True)
class Quote:
    """The claim's words, and what stands around them in their paragraph."""

    before: str
    words: str
    after: str


def custody(visit: Visit) -> Response:
    """Everything that the ledger knows of the claim, as far as this visitor may know it."""
    stored = visit.store.claim(visit.path["claim"])
    added_at, runs = visit.store.readings(stored.document)
    head = visit.store.latest_events(limit=1)[0]
    log = entries(visit.store, visit.store.claim_events(stored.id), visit.person)
    view = ClaimView(visit, stored, Queue())
    return visit.show(
        "custody.jinja", view=view, entry=visit.store.entry(stored.document), quote=_quote(view), log=log, head=head,
        added_at=added_at, added=runs[0], found=visit.store.run(stored.run),
    )


def _quote(view: ClaimView) -> Quote:
    text, claim = view.document.text, view.claim
    before, after = text[max(0, claim.start - AROUND):claim.start], text[claim.end:claim.end + AROUND]
    line, rest = before.rpartition("\n")[2], after.partition("\n")[0]
    if claim.start > AROUND and line == before:
        line = "…" + before[before.find(" ") + 1:]
    if claim.end + AROUND < len(text) and rest == after:
        rest = after[:after.rfind(" ") + 1 or None] + "…"
    return Quote(line, view.quote, rest)


ROUTES = [page("/custody/{claim}", custody)]
