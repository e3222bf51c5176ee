"""What a reviewer decides about a claim, and what they take back."""

from starlette.responses import Response

from db import StaleError, StoreError
from review.pages.claim import shown
from review.queues import queue_of
from review.reasons import REASONS
from review.routing import deed
from review.trouble import later, plain
from review.visit import Visit
from review.whole import whole

DECIDED = ("approve", "reject", "flag", "skip")


def decide(visit: Visit) -> Response:
    """One verdict, then the next claim."""
    name, form = visit.path["claim"], visit.form
    verdict = form.get("verdict", "")
    if verdict not in DECIDED:
        return shown(visit, name, 400, "Choose what to do with the claim")
    reason = reason_of(form.get("because", ""), form.get("reason", ""))
    if verdict == "reject" and not reason:
        return shown(visit, name, 400, "Say why you reject it: a reason of 1 to 9, or your own words")
    follows = whole(form.get("follows", "")) or None
    try:
        visit.store.decide(name, verdict, visit.person.name, reason, follows, seen=seen(visit))
    except StaleError:
        return overtaken(visit)
    except StoreError as error:
        if later(error):
            raise
        return shown(visit, name, 409, plain(str(error)))
    return go_on(visit)


def reason_of(number: str, words: str) -> str | None:
    """The reason with this number, the reviewer's own words, or both."""
    listed = REASONS[int(number) - 1] if number in map(str, range(1, len(REASONS) + 1)) else ""
    return ": ".join(filter(None, (listed, words.strip()))) or None


def seen(visit: Visit) -> int:
    """The newest decision that stood on the page which the form came from."""
    return whole(visit.form.get("seen", ""))


def overtaken(visit: Visit) -> Response:
    """Someone decided in the meantime: who, and what; nothing was written."""
    name = visit.path["claim"]
    after = [decision for decision in visit.store.visible_decisions(name, visit.person.name)
             if decision.number > seen(visit) and decision.reviewer != visit.person.name]
    kept = dict(visit.form) | {"seen": str(visit.store.last_decision_number(name))}
    return visit.show("overtaken.jinja", 409, stored=visit.store.claim(name), after=after, kept=kept)


def go_on(visit: Visit) -> Response:
    """The next claim that waits for this person, with a way to take back what was done."""
    queue, name = queue_of(visit.query), visit.path["claim"]
    found = visit.store.next_claim(queue, name, visit.person.name) \
        or visit.store.next_claim(queue, None, visit.person.name)
    if visit.has_company():
        visit.store.release(name, visit.person.name)
    if not found or found == name:
        return visit.go(f"/queue?{visit.queue_query()}&last={name}")
    return visit.claim(found, last=name)


def undo(visit: Visit) -> Response:
    """Takes back one's own last word on a claim, by an event of its own."""
    name = visit.path["claim"]
    visit.store.decide(name, "withdraw", visit.person.name)
    return visit.claim(name)


ROUTES = [deed("/claim/{claim}/decide", decide), deed("/claim/{claim}/undo", undo)]
