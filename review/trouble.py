"""Pages that say what went wrong and what to do; what a person had typed is kept on them."""

import logging
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from db import AmbiguousId, StoreError, UnknownId
from review.templating import rendered
from review.visit import Visit

LOG = logging.getLogger("review")
TITLES = {404: "Not here", 405: "Not here", 413: "Too long", 409: "Not done", 500: "A defect", 503: "Not now"}
LATER = ("is locked by another program", "cannot grow, the disk is full", "is read-only", "the disk reports an error")


def refused(visit: Visit, error: StoreError) -> Response:
    """The ledger cannot do it: its sentence, and a way to send the same again."""
    said = plain(str(error))
    if isinstance(error, (UnknownId, AmbiguousId)):
        return told(visit, 404, said.partition(": see `")[0])
    return told(visit, 503 if any(words in said for words in LATER) else 409, said)


def told(visit: Visit, status: int, said: str, back: str = "/queue") -> Response:
    """A page with one sentence."""
    return visit.show("trouble.jinja", status, title=TITLES[status], said=_sentence(said), back=back, kept=visit.form)


def expired(visit: Visit) -> Response:
    """Nobody is logged in: log in, and go on where you were."""
    status = 401 if visit.form or visit.address != "/" else 200
    return visit.show("login.jinja", status, to=visit.address, kept=visit.form, said="", name="",
                      link=visit.settings.token is not None)


def forbidden(visit: Visit) -> Response:
    """Logged in, but this is for others to do."""
    return visit.show("trouble.jinja", 403, title="Not yours to do", back="/queue", kept=visit.form,
                      said=f"You are logged in as {visit.person.name}, with the role {visit.person.role}: ask a lead.")


def later(error: Exception) -> bool:
    """The ledger itself cannot be written now, whatever was asked of it."""
    return error.__cause__ is not None and isinstance(error, StoreError)


def plain(said: str) -> str:
    """A sentence of the command line, without its options."""
    return said.replace(", with --reason", "").replace(" with --reason", "").replace(": give it with --by NAME", "")


async def not_found(_: Request, error: Exception) -> Response:
    """Any other refusal of the server."""
    assert isinstance(error, HTTPException)
    said = error.detail if error.status_code not in (404, 405) else "Nothing is at this address."
    return _bare(error.status_code, TITLES.get(error.status_code, "Not done"), said)


def failed(visit: Visit, error: Exception) -> Response:
    """A defect: where it is goes to the log, never what the document says."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "nowhere"
    LOG.error("unexpected %s at %s", type(error).__name__, where)
    return told(visit, 500, "this should not have happened: the log says where it was")


def _bare(status: int, title: str, said: str) -> Response:
    values: dict[str, Any] = {"visitor": None, "navigation": (), "address": "/", "back": "/queue", "kept": {}}
    values |= {"keys": {}, "title": title, "said": _sentence(said)}
    return HTMLResponse(rendered("trouble.jinja", values), status)


def _sentence(said: str) -> str:
    return f"{said[:1].upper()}{said[1:]}".rstrip(".") + "."
