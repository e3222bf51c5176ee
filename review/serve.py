"""Serving the page from this machine."""

import secrets
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from review.app import create_app
from review.settings import LOCAL, Settings


class CannotServe(Exception):
    """The page cannot be served so. The message is one sentence for the user."""


def serve(url: str | Path, settings: Settings, ready: Callable[[str], None]) -> None:
    """Serves the page until it is stopped; `ready` is told the address that lets the person at this machine in.

    Raises StoreError for a ledger that cannot be opened, CannotServe for an address that cannot be listened at.
    """
    app = create_app(url, settings)
    with listening(settings) as door:
        ready(f"{settings.address}/start?token={settings.token}" if settings.token else settings.address)
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, date_header=False)
        uvicorn.Server(config).run(sockets=[door])


def listening(settings: Settings) -> socket.socket:
    """The socket that browsers come to. Raises CannotServe."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    door = socket.socket(family, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((settings.host, settings.port))
    except OSError as error:
        door.close()
        raise CannotServe(f"{settings.host}:{settings.port} cannot be listened at ({error.strerror}): "
                          "is the page open already? Name another with --port or --host") from None
    return door


def secret() -> str:
    """A new start-up link's secret."""
    return secrets.token_urlsafe(24)


def check_host(host: str, accounts: int) -> None:
    """Others may reach the page only if they must log in. Raises CannotServe."""
    if host not in LOCAL and not accounts:
        raise CannotServe(f"{host} can be reached from other machines, and nobody has an account yet: "
                          "make one with `factledger account add NAME`")
