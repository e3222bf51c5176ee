"""From a request to a visit: the form is read, the person is known, the page is asked in a thread of its own."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from db import StoreError
from review.desk import Desk
from review.sessions import COOKIE, person_of
from review.trouble import expired, failed, forbidden, refused
from review.visit import Visit

Page = Callable[[Visit], Response]
Endpoint = Callable[[Request], Awaitable[Response]]
MOST_BYTES, MOST_FIELDS = 1 << 20, 200  # of a form


def page(path: str, answer: Page, role: str | None = "reader") -> Route:
    """A page at this address for people of at least this role, None for everybody."""
    return Route(path, _endpoint(answer, role), methods=["GET"])


def deed(path: str, answer: Page, role: str | None = "reviewer") -> Route:
    """What a form does that is sent to this address; it answers by going on to a page."""
    return Route(path, _endpoint(answer, role), methods=["POST"])


def _endpoint(answer: Page, role: str | None) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        form = await _form(request) if request.method == "POST" else {}
        return await run_in_threadpool(_answered, answer, role, _visit(request, form))

    return endpoint


def _answered(answer: Page, role: str | None, visit: Visit) -> Response:
    """The page, or the page that says why not, with what was typed."""
    try:
        visit = visit.known(person_of(visit.store, visit.cookies.get(COOKIE, "")))
        if role is not None and visit.visitor is None:
            return expired(visit)
        if role is not None and not visit.person.may(role):
            return forbidden(visit)
        return answer(visit)
    except StoreError as error:
        return refused(visit, error)
    except Exception as error:
        return failed(visit, error)


def _visit(request: Request, form: Mapping[str, str]) -> Visit:
    desk: Desk = request.app.state.desk
    address = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return Visit(desk, address, request.path_params, dict(request.query_params), form, request.cookies,
                 request.client.host if request.client else "")


async def _form(request: Request) -> dict[str, str]:
    """The fields of a form, the last of each name. Raises HTTPException for one that is too long."""
    size = request.headers.get("content-length", "")
    if not size.isascii() or not size.isdigit() or int(size) > MOST_BYTES:
        raise HTTPException(413, "That was too long: send less than 1 MB.")
    sent = await request.form(max_files=0, max_fields=MOST_FIELDS)
    return {name: _typed(value) for name, value in sent.items()}


def _typed(value: Any) -> str:
    """A browser sends each line's end as two characters."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else ""
