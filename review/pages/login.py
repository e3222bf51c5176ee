"""Coming in and going out."""

import secrets
from urllib.parse import urlsplit

from starlette.responses import Response

from review.passwords import fits
from review.routing import deed, page
from review.sessions import COOKIE, HOUR, close_session, open_session
from review.visit import Visit

FIELDS = ("login_name", "login_password", "login_to")


def start(visit: Visit) -> Response:
    """The start-up link: it lets the person at this machine in, once."""
    link, given = visit.desk.link, visit.query.get("token", "")
    if not link or not secrets.compare_digest(link[0].encode(), given.encode("utf8", "surrogatepass")):
        return refused(visit, "This link was used already, or is not the newest: run `factledger review` again")
    name = visit.settings.by
    account = visit.store.account(name) or visit.store.add_account(name, "lead")
    if not account.active:
        return refused(visit, f"The account of {name} is deactivated")
    link.clear()
    return welcomed(visit, account.name, "/")


def login(visit: Visit) -> Response:
    """With name and password; what had been typed on another page can be sent again then."""
    form = visit.form
    name, machine = " ".join(form.get("login_name", "").split()), f"from {visit.client}"
    if wait := visit.desk.attempts.wait(name, machine):
        return refused(visit, f"Too many wrong passwords: try again in {wait} seconds", 429)
    account = visit.store.account(name) if name else None
    kept = account.password_hash if account and account.active else None
    if not fits(kept, form.get("login_password", "")) or account is None:
        visit.desk.attempts.wrong(name, machine)
        return refused(visit, "Name and password do not fit together")
    typed = {field: value for field, value in form.items() if field not in FIELDS}
    to = inside(form.get("login_to", "/"))
    if not typed:
        return welcomed(visit, account.name, to)
    again = visit.show("again.jinja", to=to, kept=typed)
    return with_session(visit, account.name, again)


def refused(visit: Visit, said: str, status: int = 403) -> Response:
    """The same form again, with what was typed."""
    typed = {field: value for field, value in visit.form.items() if field not in FIELDS}
    return visit.show("login.jinja", status, to=inside(visit.form.get("login_to", "/")), kept=typed, said=f"{said}.",
                      name=visit.form.get("login_name", ""), link=visit.settings.token is not None)


def inside(address: str) -> str:
    """An address of this page; "/" for any other."""
    parts = urlsplit(address)
    ours = not parts.scheme and not parts.netloc and address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if ours else "/"


def welcomed(visit: Visit, name: str, to: str) -> Response:
    """A session begins, and goes on there."""
    return with_session(visit, name, visit.go(to))


def with_session(visit: Visit, name: str, answer: Response) -> Response:
    """The answer, with a new session's cookie."""
    hours = visit.settings.session_hours
    answer.set_cookie(COOKIE, open_session(visit.store, name, hours), max_age=HOUR * hours, httponly=True,
                      samesite="strict", secure=visit.settings.https)
    return answer


def leave(visit: Visit) -> Response:
    """The session ends."""
    close_session(visit.store, visit.cookies.get(COOKIE, ""))
    answer = visit.go("/")
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict", secure=visit.settings.https)
    return answer


ROUTES = [page("/start", start, role=None), deed("/login", login, role=None), deed("/leave", leave, role="reader")]
