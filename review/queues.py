"""The queue that an address names: its filters and its order."""

from collections.abc import Mapping
from dataclasses import fields
from urllib.parse import urlencode

from db import Filters, Queue

NAMES = tuple(item.name for item in fields(Filters))
CONFIDENCE = "max_confidence"
USUAL = "open"  # the state of the claims that wait, where the address names none
ANY = "any"     # every state


def queue_of(query: Mapping[str, str]) -> Queue:
    """The queue; a filter that is no filter is left out."""
    given = {name: query[name] for name in NAMES if query.get(name) and name != CONFIDENCE}
    state = given.pop("state", USUAL)
    highest = _share(query.get(CONFIDENCE, ""))
    return Queue(Filters(**given, state=None if state == ANY else state, max_confidence=highest),
                 "useful" if query.get("order") == "useful" else "text")


def _share(text: str) -> float | None:
    try:
        return min(1.0, max(0.0, float(text)))
    except ValueError:
        return None


def query_of(queue: Queue) -> str:
    """The inverse of `queue_of`, as it stands behind an address's question mark."""
    given = {name: getattr(queue.filters, name) for name in NAMES}
    given["state"] = given["state"] or ANY
    given["order"] = queue.order if queue.order != "text" else None
    return urlencode({name: value for name, value in given.items() if value is not None})
