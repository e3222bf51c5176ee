"""The page as an ASGI application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from db import Store
from review.desk import Desk
from review.pages import routes
from review.security import Guard
from review.settings import Settings
from review.templating import STATIC
from review.trouble import not_found
from review.warm import warm


def create_app(url: str | Path, settings: Settings | None = None) -> Guard:
    """The page over the ledger at this address, which must exist. Raises StoreError."""
    chosen = settings or Settings()
    link = [chosen.token] if chosen.token else []
    desk = Desk(Store(url, create=False, patience=chosen.patience), chosen, link=link)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        warm(desk)
        yield
        desk.close()

    app = Starlette(
        routes=[*routes(), Mount("/static", StaticFiles(directory=STATIC))],
        exception_handlers={HTTPException: not_found}, lifespan=lifespan,
    )
    app.state.desk = desk
    return Guard(app, chosen)
