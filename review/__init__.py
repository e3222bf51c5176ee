"""The reviewers' web page, where each extraction is approved, rejected or corrected against its source.

`create_app(url, settings)` makes it, `serve.serve` serves it. Plain HTML forms that work without script, and one ES
module for keys and for selecting words.

To add a page:
1. `pages/NAME.py` with a function for each address, `def name(visit: Visit) -> Response`. It asks `visit.store`, and
   answers `visit.show("NAME.jinja", ...)` or, after a deed, `visit.go("/...")`. A StoreError that it lets through
   becomes a page with that sentence, and keeps what the person had typed.
2. `ROUTES` in that file: `page("/name", name)`, or `deed("/name", name)` for what a form sends; `role=` says who may.
3. The module's name in `PAGES` of `pages/__init__.py`, and, if it stands in the head of each page, in `NAVIGATION`.
4. `templates/NAME.jinja`, which begins with `{% extends "base.jinja" %}` and fills the blocks `title` and `main`.
Everything is escaped; a word of a document goes through the filter `safe_text`, or through `review.source`.
"""

from review.app import create_app
from review.settings import Settings

__all__ = ["Settings", "create_app"]
