"""Coming in and going out."""

import secrets

from starlette.responses import Response

from review.person import Person
from review.routing import deed, page
from review.sessions import COOKIE
from review.visit import Visit


def start(visit: Visit) -> Response:
    """The start-up link: it lets the person at this machine in, once."""
    token, given = visit.desk.link, visit.query.get("token", "")
    if not token or not secrets.compare_digest(token[0].encode(), given.encode("utf8", "surrogatepass")):
        said = "This link was used already, or is not the newest: run `factledger review` again for a new one."
        return visit.show("login.jinja", 403, to="/", kept={}, said=said, name="", link=True)
    token.clear()
    return welcomed(visit, Person(visit.settings.by, "lead"), "/")


def welcomed(visit: Visit, person: Person, to: str) -> Response:
    """A session begins."""
    answer = visit.go(to)
    hours = visit.settings.session_hours
    answer.set_cookie(COOKIE, visit.desk.sessions.open(person, hours), max_age=3600 * hours, httponly=True,
                      samesite="strict")
    return answer


def leave(visit: Visit) -> Response:
    """The session ends."""
    visit.desk.sessions.close(visit.cookies.get(COOKIE, ""))
    answer = visit.go("/")
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


ROUTES = [page("/start", start, role=None), deed("/leave", leave, role="reader")]
