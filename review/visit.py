"""One visit to a page: who comes, with what, and how to answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from starlette.responses import HTMLResponse, RedirectResponse, Response

from db import Store
from review.desk import Desk
from review.keys import chosen
from review.navigation import NAVIGATION
from review.person import Person
from review.queues import query_of, queue_of
from review.settings import Settings
from review.templating import rendered

SEE_OTHER, BAD_REQUEST = 303, 400


@dataclass(frozen=True)
class Visit:
    """`path` holds what the address names, `query` what follows its question mark, `form` what a form sent."""

    desk: Desk
    address: str
    path: Mapping[str, Any] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] = field(default_factory=dict)
    cookies: Mapping[str, str] = field(default_factory=dict)
    client: str = ""
    visitor: Person | None = None

    @property
    def store(self) -> Store:
        """The ledger."""
        return self.desk.store

    @property
    def settings(self) -> Settings:
        """How the page is served."""
        return self.desk.settings

    @property
    def person(self) -> Person:
        """Who is logged in. Only pages for everybody may be asked without."""
        assert self.visitor is not None
        return self.visitor

    def known(self, visitor: Person | None) -> "Visit":
        """The same visit by this person."""
        return replace(self, visitor=visitor)

    def show(self, template: str, status: int = 200, **values: Any) -> Response:
        """A page."""
        shared: dict[str, Any] = {"visitor": self.visitor, "navigation": NAVIGATION, "address": self.address}
        if "keys" not in values:  # a page that says what went wrong asks no ledger
            shared["keys"] = self.keys() if self.visitor and status < BAD_REQUEST else {}
        return HTMLResponse(rendered(template, shared | values), status)

    def go(self, path: str, **query: str | None) -> Response:
        """On to another page, after a deed."""
        given = {name: value for name, value in query.items() if value}
        return RedirectResponse(f"{path}?{urlencode(given)}" if given else path, SEE_OTHER)

    def claim(self, name: str, **query: str | None) -> Response:
        """On to the page of a claim, in the same queue."""
        extra = urlencode({key: value for key, value in query.items() if value})
        return RedirectResponse(f"/claim/{name}?{self.queue_query()}{extra and f'&{extra}'}", SEE_OTHER)

    def queue_query(self) -> str:
        """The queue that the visitor goes through, as it stands in an address."""
        return query_of(queue_of(self.query))

    def keys(self) -> dict[str, str]:
        """The key of each deed, as this person has chosen."""
        return chosen(self.store.preferences(self.person.name))

    def has_company(self) -> bool:
        """Others review too: what one looks at, another need not look at now."""
        return any(account.active and account.name != self.person.name and account.role != "reader"
                   for account in self.store.accounts())
