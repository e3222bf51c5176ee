"""The pages, one to a file: each has its addresses in ROUTES."""

from importlib import import_module

from starlette.routing import Route

PAGES = ("login", "queue", "claim", "decide", "correct", "comment", "missed", "documents", "document", "text",
         "conflicts", "search", "rules", "agreement", "audit", "custody", "rule", "images", "settings", "help")


def routes() -> list[Route]:
    """Every address."""
    return [route for name in PAGES for route in import_module(f"review.pages.{name}").ROUTES]
